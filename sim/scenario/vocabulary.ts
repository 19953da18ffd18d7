/** What a strategy of a scenario is made of, for those who may not see the rooms of brands and consumers. */
export {
  type DriveName,
  keyframed,
  MAXIMUM_BRANDS,
  PRESETS as STRATEGY_PRESETS,
  plannedShares,
  type Shares,
  type Strategy,
  TACTICS,
  type Tactic,
} from '../brand/index.ts';
export { DRIVE_NAMES } from '../consumer/state.ts';

// What a run records, for those who read recordings but never run a market.

export { weeklyInterest } from '../brand/account.ts';
export { STAGES } from '../consumer/journey.ts';
export { COLUMNS, type ColumnName } from '../market/columns.ts';
export { COMPONENTS, SOURCES } from '../market/ledger.ts';
export type { Recording } from '../market/recording.ts';

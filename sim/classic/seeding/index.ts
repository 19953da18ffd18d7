export { chooseSeeds, SEEDING_RULES, type SeedingRule } from './rules.ts';

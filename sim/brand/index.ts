export * from './account.ts';
export * from './brand.ts';
export * from './knowledge.ts';
export * from './policy.ts';
export * from './presets.ts';
export * from './tactics.ts';

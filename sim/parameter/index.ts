export { completeValues, type GivenValues } from './complete-values.ts';
export { InputError } from './input-error.ts';
export * from './mechanism.ts';
export * from './parameter.ts';

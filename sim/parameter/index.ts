export { InputError } from './input-error.ts';
export * from './parameter.ts';
export * from './mechanism.ts';

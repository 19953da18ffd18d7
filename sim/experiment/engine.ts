/**
 * Names the code that computed a result: package version, then a hash of the built rooms that decide the numbers.
 * The build writes that hash into dist; run from source, the id ends in "+source", so that its results are never taken for a build's.
 */
export const ENGINE_ID: string = '0.1.0+source';

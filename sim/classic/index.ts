/**
 * Textbook models of contagion and opinion, on the same networks and with the same keyed luck as the market model.
 *
 *   runClassic(classicNamed('sir'), { network, values: { transmission: 0.05 }, keys: classicKeys('any text', 0) });
 */
export { bassPeak, bassShare } from './bass-curve.ts';
export { CLASSIC_MODELS, classicNamed } from './catalogue.ts';
export type { ClassicColumn, ClassicModel, ClassicProcess, ClassicWorld } from './model.ts';
export { type ClassicRecording, type ClassicRun, classicKeys, classicSeries, runClassic, startClassic } from './run.ts';
export { chooseSeeds, SEEDING_RULES, type SeedingRule } from './seeding/index.ts';

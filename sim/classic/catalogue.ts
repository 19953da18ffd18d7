import { InputError } from '../parameter/index.ts';
import { CONTAGION_MODELS } from './contagion/catalogue.ts';
import type { ClassicModel } from './model.ts';
import { OPINION_MODELS } from './opinion/catalogue.ts';
import { influenceMaximisation } from './seeding/influence-maximisation.ts';

/** Every textbook model, in the order in which they are shown. */
export const CLASSIC_MODELS: readonly ClassicModel[] = [...CONTAGION_MODELS, influenceMaximisation, ...OPINION_MODELS];

/** The model of this name. @throws InputError that lists what there is */
export function classicNamed(name: string): ClassicModel {
  const found = CLASSIC_MODELS.find((model) => model.name === name);
  if (found !== undefined) return found;
  const allowed = CLASSIC_MODELS.map((model) => model.name).join(', ');
  throw new InputError(`There is no textbook model "${name}".`, { path: 'model', found: name, allowed });
}

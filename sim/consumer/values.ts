import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';

/** The ten basic values in circular order (Schwartz 1992), with the angle of each; tradition and conformity share a wedge. */
export const VALUE_NAMES = [
  'self-direction',
  'stimulation',
  'hedonism',
  'achievement',
  'power',
  'security',
  'conformity',
  'tradition',
  'benevolence',
  'universalism',
] as const;

const ANGLES = [0, 40, 80, 120, 160, 200, 240, 240, 280, 320];
const RADIANS = 3.141592653589793 / 180;
export const VALUE_COSINES: readonly number[] = ANGLES.map((degrees) => cos(degrees * RADIANS));
export const VALUE_SINES: readonly number[] = ANGLES.map((degrees) => sin(degrees * RADIANS));

/** Pan-cultural means on the scale -1 .. 7 (Schwartz & Bardi 2001, 10.1177/0022022101032003002; order verified, sizes from memory). */
export const VALUE_MEANS: readonly number[] = [4.42, 3.08, 3.73, 3.85, 2.35, 4.38, 4.19, 2.85, 4.72, 4.42];

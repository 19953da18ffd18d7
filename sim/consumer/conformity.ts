import { mechanism, real } from '../parameter/index.ts';

export const conformity = mechanism(
  "Preferences shift a little towards peers' expressed views, and away from those of disliked groups.",
  {
    meet: real(0.3, [0.1, 0.6], 'probability a week', "chance that a person takes in peers' views", 'assumption', [0, 1]),
    weight: real(
      0.04,
      [0.015, 0.15],
      'share of the gap',
      'mean share of a gap closed per exposure and kept',
      'fit to the rating experiments: naive slope .13-.19, controlled .016-.031 (Simonsen et al. 2019)',
      [0, 1],
    ),
    confidence: real(
      1,
      [0.4, 1.2],
      'affect',
      "gap beyond which a liked peer's view is ignored (.3 of the scale, which is 2 wide)",
      'Deffuant et al. 2000, 10.1142/S0219525900000078; Schultze et al. 2015 (curvilinear)',
      [0, 2],
    ),
    stubborn: real(
      0.4,
      [0.2, 0.6],
      'weight',
      "mean weight of one's own standing view (Friedkin-Johnsen)",
      'Friedkin & Johnsen 1990, 10.1080/0022250X.1990.9990069; value assumed',
      [0, 1],
    ),
  },
  { meet: 0 },
);

/** One peer's pull on affect, r * gap: ignored when a liked peer is further away than `confidence`; repelling when r < 0. */
export function peerPull(own: number, expressed: number, regard: number, confidence: number): number {
  const gap = expressed - own;
  if (regard > 0 && Math.abs(gap) > confidence) return 0;
  return regard * gap;
}

/** Friedkin-Johnsen step: w [(1 - s) pull + s (x0 - x)]. */
export function conform(own: number, resting: number, meanPull: number, weight: number, stubbornness: number): number {
  return weight * ((1 - stubbornness) * meanPull + stubbornness * (resting - own));
}

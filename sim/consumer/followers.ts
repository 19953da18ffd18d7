import { mechanism, real } from '../parameter/index.ts';

export const followers = mechanism(
  'Good contacts win followers; followers see some posts; a like does nothing to the liker.',
  {
    follow: real(
      0.05,
      [0.01, 0.1],
      'probability',
      'chance to follow after a good contact',
      'assumption; John et al. 2017, 10.1509/jmr.14.0237 (liking changes nothing)',
      [0, 1],
    ),
    seePost: real(0.05, [0.01, 0.2], 'probability a week', 'chance that a follower sees a post', 'assumption', [0, 1]),
    postRelevance: real(0.4, [0, 1], '0..1', 'relevance of a post outside the market', 'assumption', [0, 1]),
  },
  { follow: 0, seePost: 0 },
);

/**
 * What textbook models draw luck for. Keys are `deriveKeys(keys, LUCK.<purpose>, step)`, draws are by person or by arc, so that two runs that
 * ask the same question get the same answer. Numbers are part of results: append, never renumber.
 */
export const LUCK = {
  seeding: 1,
  threshold: 2,
  innovation: 3,
  contact: 4,
  recovery: 5,
  appeal: 6,
  arrival: 7,
  listening: 8,
  download: 9,
  weakTies: 10,
  opinion: 11,
  updater: 12,
  partner: 13,
  copying: 14,
  satisfaction: 15,
  brand: 16,
} as const;

/** Keys that are not words of their own. */
const SPECIAL: Readonly<Record<string, string>> = {
  cocreation: 'Co-creation',
  askRho: 'Truth of answers',
  readRho: 'Truth of what is read',
  lfr: 'LFR',
  'watts-strogatz': 'Watts–Strogatz',
  'barabasi-albert': 'Barabási–Albert',
  'holme-kim': 'Holme–Kim',
  'erdos-renyi': 'Erdős–Rényi',
  'girvan-newman': 'Girvan–Newman',
  'krackhardt-kite': 'Krackhardt’s kite',
};

/** A key of a scenario as words: `strongTies` is "Strong ties". */
export function wordsOf(key: string): string {
  const words =
    SPECIAL[key] ?? key.replace(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`).replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

/** A sentence's beginning. */
export function capital(text: string): string {
  return text === '' ? '' : text[0].toUpperCase() + text.slice(1);
}

/** A number as a person would write it: without needless digits, thousands apart. */
export function plainNumber(value: number): string {
  if (Math.abs(value) >= 1e4 && Number.isInteger(value)) return String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
  return String(Number(value.toPrecision(6)));
}

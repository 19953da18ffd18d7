import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../sim/experiment/metrics.ts';
import { NETWORK_GENERATORS } from '../../sim/network/index.ts';
import { InputError } from '../../sim/parameter/index.ts';
import { plausibleBox } from '../../sim/scenario/index.ts';
import { boundedDraft } from '../../ui/share/bounded-draft.ts';
import { deflated, inflated } from '../../ui/share/deflate.ts';
import { isLink, linkOf, openLink } from '../../ui/share/link.ts';
import { type Draft, FIRST_VIEW, PAGES, type ViewState } from '../../ui/state/app-state.ts';
import { withDraftValue } from '../../ui/state/draft.ts';
import { scenarioOf } from '../../ui/state/scenario-of.ts';

const ENGINE = '0.1.0+test';
const axes = plausibleBox();

/** Scenarios with any of the numbers set to any plausible value. */
const drafts: fc.Arbitrary<Draft> = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }).filter((name) => name.length <= 80),
    // Scenarios hold no control characters but line ends and tabs.
    story: fc.string({ maxLength: 200, unit: 'binary' }).map((text) => text.replace(/[^\P{Cc}\n\r\t]/gu, '')),
    seed: fc.string({ minLength: 1, maxLength: 40 }),
    horizon: fc.integer({ min: 1, max: 200 }),
    changes: fc.array(fc.tuple(fc.nat(axes.length - 1), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 }),
  })
  .map(({ changes, ...draft }) =>
    changes.reduce<Draft>((made, [at, share]) => {
      const { path, low, high, integer } = axes[at];
      // Elements of vectors would need the whole vector beside them.
      if (/\.\d+$/.test(path) || path.endsWith('.users')) return made;
      const value = low + share * (high - low);
      return withDraftValue(made, path.split('.'), integer ? Math.round(value) : value);
    }, draft),
  );

const views: fc.Arbitrary<ViewState> = fc.record({
  page: fc.constantFrom(...PAGES),
  shown: fc.option(fc.array(fc.string({ maxLength: 80 }), { maxLength: 5 })),
  pair: fc.option(fc.tuple(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }))),
  metric: fc.constantFrom(...METRICS.map(({ name }) => name)),
  week: fc.option(fc.integer({ min: 1, max: 1040 })),
  strategy: fc.option(fc.string({ maxLength: 80 })),
  replicate: fc.nat(999),
  person: fc.option(fc.nat(2_000_000)),
  tribe: fc.option(fc.nat(5000)),
  lines: fc.boolean(),
});

describe('a link', () => {
  it('brings back the scenario and the view', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, views, async (draft, view) => {
        const hash = await linkOf({ draft, view, network: null }, ENGINE);
        expect(isLink(hash)).toBe(true);
        expect(hash).toMatch(/^#s=1\.[\w-]+$/);
        const opened = await openLink(hash);
        expect(scenarioOf(opened.draft)).toEqual(scenarioOf(draft));
        expect({ ...FIRST_VIEW, ...opened.view }).toEqual(view);
        expect(opened).toMatchObject({ engine: ENGINE, network: null, lowered: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('is short, and the same however the scenario was written', async () => {
    const state = { view: FIRST_VIEW, network: null };
    const one = await linkOf({ ...state, draft: { name: 'a', seed: 'b', market: { need: 0.1, people: 5000 } } }, ENGINE);
    const other = await linkOf({ ...state, draft: { market: { people: 5000, need: 0.1 }, seed: 'b', name: 'a', $schema: 'x' } }, ENGINE);
    expect(other).toBe(one);
    expect(one.length).toBeLessThan(200);
  });

  it('opens as it was written by the first version', async () => {
    const opened = await openLink(
      '#s=1.FcpBCoAgEAXQu_xtItbS20gNNlgzYZGQePeY7eN1kGQWQkTwsw-THhsc7pUkVVbEjl0rfyqIS3CQdNq1NRxepmblStlU6GlaC8b4AQ',
    );
    expect(opened).toEqual({
      engine: '0.1.0+old',
      draft: { name: 'old', horizon: 20 },
      view: { page: 'network' },
      network: null,
      lowered: [],
    });
  });
});

describe('a hostile link', () => {
  const packed = async (content: unknown) => `#s=1.${await deflated(typeof content === 'string' ? content : JSON.stringify(content))}`;

  it.each([
    ['of nothing', '#s=', /no link/],
    ['of another format', '#s=9.AAAA', /newer version/],
    ['that names a prototype', '#s=__proto__.AAAA', /no link/],
    ['with other characters', '#s=1.<script>', /damaged/],
    ['that is cut off', '#s=1.q1ZKzs', /damaged/],
    ['that is too long', `#s=1.${'A'.repeat(300_000)}`, /too long/],
  ])('%s is refused', async (_, hash, message) => {
    await expect(openLink(hash)).rejects.toThrow(InputError);
    await expect(openLink(hash)).rejects.toThrow(message);
  });

  it.each([
    ['no object', '[1]', /no scenario in it/],
    ['no JSON', '{', /not valid JSON/],
    ['no scenario', {}, /no scenario in it/],
    ['an invalid scenario', { scenario: { name: 'x', horizon: -1 } }, /horizon/],
    ['an unknown key', { scenario: { name: 'x', policy: 'http://example.org/p.js' } }, /unknown key/],
    ['a list as scenario', { scenario: [] }, /no scenario in it/],
  ])('that holds %s is refused', async (_, content, message) => {
    await expect(packed(content).then(openLink)).rejects.toThrow(message);
  });

  it('that unpacks to gigabytes is refused before it does', async () => {
    const bomb = await deflated(' '.repeat(30_000_000));
    expect(bomb.length).toBeLessThan(60_000);
    await expect(openLink(`#s=1.${bomb}`)).rejects.toThrow(/unpacks to too much/);
    await expect(inflated(bomb, 100)).rejects.toThrow(InputError);
  });

  it('cannot set what no view has, nor what has the wrong kind', async () => {
    const view = {
      page: 'evil',
      shown: [1],
      pair: ['a'],
      metric: '__proto__',
      week: -1,
      strategy: {},
      replicate: 1e9,
      person: 'x',
      lines: 1,
      other: 2,
    };
    const { view: opened } = await openLink(await packed({ scenario: { name: 'x' }, view }));
    expect(opened).toEqual({});
  });

  it('asks no more of a browser than it can bear, whatever the network', () => {
    const kinds = Object.entries(NETWORK_GENERATORS).filter(([, { parameters }]) => Object.keys(parameters).length > 1);
    for (const [kind, { parameters }] of kinds) {
      const largest = Object.fromEntries(
        Object.entries(parameters).flatMap(([name, each]) => (each.type === 'integer' ? [[name, each.allowed[1]]] : [])),
      );
      const { draft, lowered } = boundedDraft({ name: 'huge', horizon: 1040, replicates: 100_000, network: { kind, ...largest } });
      expect(lowered.length).toBeGreaterThan(0);
      const { network, horizon, replicates } = scenarioOf(draft);
      const given = network as unknown as Record<string, number>;
      const people = given.people ?? (given.caves === undefined ? 2 * (given.rungs ?? 64) : given.caves * given.caveSize);
      expect(people).toBeLessThanOrEqual(40_000);
      expect(people * horizon).toBeLessThanOrEqual(5_100_000);
      expect(replicates).toBe(1000);
      const degree =
        kind === 'complete' ? people : (given.meanDegree ?? given.tiesPerNewcomer ?? given.neighboursPerSide ?? given.caveSize ?? 8);
      expect(people * degree, kind).toBeLessThanOrEqual(4_100_000);
    }
  });

  it('says what was lowered, and leaves what is bearable', async () => {
    const { draft, lowered } = await openLink(await packed({ scenario: { name: 'x', network: { kind: 'tribal', people: 2_000_000 } } }));
    expect(lowered).toContain('people 2000000 to 20000');
    expect(scenarioOf(draft).horizon).toBe(156);
    expect(boundedDraft({ name: 'x' })).toEqual({ draft: { name: 'x' }, lowered: [] });
  });
});

import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../ui/app.ts';
import { scenarioOf } from '../../../ui/state/scenario-of.ts';
import '../../../ui/style/page.css';
import '../../../ui/view/scenario/scenario-page.ts';
import type { SwayScenarioPage } from '../../../ui/view/scenario/scenario-page.ts';
import { SECTIONS } from '../../../ui/view/scenario/sections.ts';
import { restingApp, settled, shown, within } from '../shell/resting-app.ts';

let app: App;
let page: SwayScenarioPage;

beforeEach(async () => {
  app = restingApp();
  page = await shown<SwayScenarioPage>('sway-scenario-page', { app });
});

afterEach(() => page.remove());

function buttonIn(root: Element, text: string): HTMLButtonElement {
  const found = [...(root.shadowRoot ?? root).querySelectorAll('button')].find((button) => button.textContent?.trim().startsWith(text));
  if (found === undefined) throw new Error(`no button "${text}"`);
  return found;
}

async function go(title: string): Promise<void> {
  buttonIn(page, title).click();
  await settled();
}

function enter(input: HTMLElement, value: string): void {
  (input as HTMLInputElement).value = value;
  input.dispatchEvent(new Event('change'));
}

describe('the scenario page', () => {
  it('has nothing that axe objects to, in any section', async () => {
    for (const [, title] of SECTIONS) {
      await go(title);
      const { violations } = await axe.run(page, { resultTypes: ['violations'], rules: { region: { enabled: false } } });
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => JSON.stringify(node.target)).join(', ')}`),
        title,
      ).toEqual([]);
    }
  }, 120_000);

  it('finds settings while one types, and edits them there', async () => {
    const search = within(page, 'input[type="search"]') as HTMLInputElement;
    const find = async (text: string) => {
      search.value = text;
      search.dispatchEvent(new Event('input'));
      await settled();
      return [...page.shadowRoot!.querySelectorAll('sway-param')].map((param) => param.path);
    };
    expect(await find('half life')).toEqual(['consumers.familiarity.halfLife', 'consumers.bond.halfLife', 'tactics.content.halfLife']);
    enter(within(page, 'sway-param', 'sway-number', 'input[type="number"]'), '20');
    expect(app.state.state.draft).toEqual({ name: 'test', consumers: { familiarity: { halfLife: 20 } } });
    expect(await find('zebra')).toEqual([]);
    expect(within(page, '.lead').textContent).toContain('No setting');
  });

  it('counts what differs, lists it, and takes it back one by one or all at once', async () => {
    app.edit('much', (draft) => ({ ...draft, horizon: 52, seed: 'other', mechanisms: { habit: false }, market: { need: 0.1 } }));
    await settled();
    expect(buttonIn(page, 'Consumers').textContent).toContain('1 not as by default');
    await go('What differs');
    const differences = within(page, 'sway-differences');
    expect(within(differences, '.other').textContent).toContain('other');
    buttonIn(differences, 'Back to default').click();
    expect(app.state.state.draft).toEqual({ name: 'test', horizon: 52, mechanisms: { habit: false }, market: { need: 0.1 } });
    await settled();
    buttonIn(differences, 'Put everything back').click();
    expect(app.state.state.draft).toEqual({ name: 'test' });
    await settled();
    expect(differences.shadowRoot?.textContent).toContain('Everything is as by default');
    app.undo();
    expect(app.state.state.draft.horizon).toBe(52);
  });

  it('switches a mechanism off and on', async () => {
    await go('Consumers');
    const habit = [...page.shadowRoot!.querySelectorAll('sway-mechanism')].find((each) => each.group.name === 'consumers.habit')!;
    const box = within(habit, 'input[type="checkbox"]') as HTMLInputElement;
    box.click();
    expect(scenarioOf(app.state.state.draft).mechanisms.habit).toBe(false);
    expect(app.history.state.past.at(-1)?.label).toBe('Habit off');
    box.click();
    expect(app.state.state.draft).toEqual({ name: 'test' });
  });

  it('takes another kind of network, with the settings of that kind', async () => {
    await go('Network');
    const settings = within(page, 'sway-network-settings');
    (within(settings, 'input[value="karate-club"]') as HTMLInputElement).click();
    await settled();
    expect(scenarioOf(app.state.state.draft).network.kind).toBe('karate-club');
    const paths = [...settings.shadowRoot!.querySelectorAll('sway-param')].map((param) => param.path);
    expect(paths).toEqual(['network.strength', 'network.redraw']);
    expect(app.history.state.past.at(-1)?.label).toBe('Network Tribal to Karate club');
  });

  it('keeps the last valid name and seed, and says what is wrong', async () => {
    await go('About and run');
    const about = within(page, 'sway-about');
    enter(within(about, 'input'), '');
    await settled();
    expect(within(about, '[role="alert"]').textContent).toContain('name');
    expect(app.state.state.draft.name).toBe('test');
    enter(within(about, 'input'), 'mine');
    expect(app.state.state.draft.name).toBe('mine');
  });

  it('opens a scenario from the gallery, drawn by the model, as one step', async () => {
    await go('Scenarios');
    const gallery = within(page, 'sway-gallery');
    const card = [...gallery.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent?.includes('Karate club'))!;
    card.scrollIntoView();
    await expect.poll(() => within(card, 'sway-thumbnail').shadowRoot?.querySelector('path')?.getAttribute('d')).toMatch(/^M6/);
    card.click();
    expect(app.state.state.draft.name).toBe('karate-club');
    expect(app.history.state.past.map((step) => step.label)).toEqual(['Scenario Karate club']);
    app.undo();
    expect(app.state.state.draft).toEqual({ name: 'test' });
  });
});

describe('brands', () => {
  const editor = () => within(page, 'sway-brands');
  const brands = () => scenarioOf(app.state.state.draft).brands;

  beforeEach(() => go('Brands'));

  it('begin with one, which is compared and has no strategy of its own', () => {
    expect(brands()).toHaveLength(1);
    expect(editor().shadowRoot?.querySelector('.head select')).toBeNull();
    expect(buttonIn(editor(), 'Remove').disabled).toBe(true);
  });

  it('grow to eight, and not beyond', async () => {
    for (let count = 2; count <= 8; count++) {
      buttonIn(editor(), count % 2 ? 'Duplicate' : 'Add a rival').click();
      await settled();
      expect(brands()).toHaveLength(count);
    }
    expect(new Set(brands().map((brand) => brand.name)).size).toBe(8);
    expect(buttonIn(editor(), 'Add a rival').disabled).toBe(true);
    expect(buttonIn(editor(), 'Duplicate').disabled).toBe(true);
  });

  it('have what rivals do chosen among strategies, those of the scenario too', async () => {
    app.edit('own', (draft) => ({ ...draft, strategies: ['push', { name: 'ours', plan: [{ week: 0, shares: { content: 1 } }] }] }));
    buttonIn(editor(), 'Add a rival').click();
    await settled();
    enter(within(editor(), '.head select'), 'ours');
    expect(brands()[1].strategy).toMatchObject({ name: 'ours', plan: [{ week: 0, shares: { content: 1 } }] });
    enter(within(editor(), '.head select'), 'hybrid');
    expect((app.state.state.draft.brands as { strategy?: string }[])[1].strategy).toBe('hybrid');
  });

  it('lose the first: the next one is compared, and has no strategy of its own any more', async () => {
    buttonIn(editor(), 'Add a rival').click();
    await settled();
    buttonIn(editor(), 'brand').click();
    await settled();
    buttonIn(editor(), 'Remove').click();
    await settled();
    expect(brands().map((brand) => brand.name)).toEqual(['rival']);
    expect(brands()[0].strategy).toBeNull();
  });
});

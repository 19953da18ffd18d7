import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../sim/parameter/index.ts';
import { createApp } from '../../ui/create-app.ts';
import type { LabHost, LabState } from '../../ui/lab/protocol.ts';
import { type AppState, type Draft, FIRST_VIEW } from '../../ui/state/app-state.ts';
import { scenarioOf } from '../../ui/state/scenario-of.ts';
import { Store } from '../../ui/state/store.ts';

const IDLE: LabState = { request: 0, status: 'idle', done: 0, total: 0, result: null, stale: false, error: null };
const START: Draft = { name: 'start' };

function newApp(draft: Draft = START) {
  const seen: AppState[] = [];
  const app = createApp({ draft, network: null, view: FIRST_VIEW }, (state) => {
    state.subscribe((now) => seen.push(now));
    return { host: {} as LabHost, results: new Store(IDLE) };
  });
  return { app, seen };
}

const horizonOf = (draft: Draft): number => scenarioOf(draft).horizon;
const weeks = (horizon: number) => (draft: Draft) => ({ ...draft, horizon });

describe('edit, preview and settle', () => {
  it('makes each edit a step with its name', () => {
    const { app } = newApp();
    app.edit('Weeks 156 to 52', weeks(52));
    app.edit('Weeks 52 to 26', weeks(26));
    expect(app.history.state.past.map((step) => step.label)).toEqual(['Weeks 156 to 52', 'Weeks 52 to 26']);
    expect(horizonOf(app.state.state.draft)).toBe(26);
  });

  it('makes one step of a whole drag, back to where it began', () => {
    const { app } = newApp();
    for (const horizon of [100, 90, 80]) app.preview(weeks(horizon));
    expect(app.state.state.dragging).toBe(true);
    expect(app.history.state.past).toEqual([]);
    app.edit('Weeks 156 to 70', weeks(70));
    expect(app.state.state.dragging).toBe(false);
    expect(app.history.state.past).toHaveLength(1);
    app.undo();
    expect(app.state.state.draft).toBe(START);
  });

  it('settles a drag that ended without an edit, and one that came back to its start leaves no step', () => {
    const { app } = newApp();
    app.preview(weeks(100));
    app.settle('Weeks');
    expect(app.history.state.past.map((step) => step.label)).toEqual(['Weeks']);
    app.preview(weeks(90));
    app.preview(weeks(100));
    app.settle('Weeks');
    expect(app.history.state.past).toHaveLength(1);
    expect(app.state.state.dragging).toBe(false);
  });

  it('undoes what is being dragged', () => {
    const { app } = newApp();
    app.preview(weeks(100));
    app.undo();
    expect(app.state.state).toMatchObject({ draft: START, dragging: false });
    app.redo();
    expect(horizonOf(app.state.state.draft)).toBe(100);
  });

  it('keeps the last valid scenario when a change is refused, and says where', () => {
    const { app, seen } = newApp();
    for (const attempt of [
      () => app.edit('Weeks', weeks(0)),
      () => app.preview(weeks(-3)),
      () => app.open('other', { draft: { name: '' } }),
    ]) {
      expect(attempt).toThrow(InputError);
    }
    expect(app.state.state.draft).toBe(START);
    expect(app.history.state.past).toEqual([]);
    expect(seen).toEqual([]);
  });

  it('a refused edit at the end of a drag leaves the drag to be settled', () => {
    const { app } = newApp();
    app.preview(weeks(100));
    expect(() => app.edit('Weeks', weeks(0))).toThrow(InputError);
    app.settle('Weeks');
    app.undo();
    expect(app.state.state.draft).toBe(START);
  });

  it('does not make anything run again when an edit changes nothing', () => {
    const { app } = newApp();
    app.edit('Weeks 156 to 52', weeks(52));
    const { draft } = app.state.state;
    app.edit('nothing', (now) => ({ ...now }));
    expect(app.state.state.draft).toBe(draft);
    expect(app.history.state.past).toHaveLength(1);
  });

  it('opens another scenario and view as one step, whose undo leaves the view', () => {
    const { app } = newApp();
    app.open('Scenario other', { draft: { name: 'other' } }, { page: 'tribes' });
    expect(app.state.state.view.page).toBe('tribes');
    app.undo();
    expect(app.state.state.draft.name).toBe('start');
    expect(app.state.state.view.page).toBe('tribes');
  });

  it('tells of an error with place, what was found and what is allowed', () => {
    const { app } = newApp();
    app.fail(new InputError('bad', { path: 'market.need', found: '7', allowed: 'at most 1' }));
    expect(app.notice.state).toMatchObject({ kind: 'error', text: 'bad', path: 'market.need', found: '7', allowed: 'at most 1' });
    app.fail('lost');
    expect(app.notice.state).toMatchObject({ kind: 'error', text: 'lost' });
  });
});

describe('the history', () => {
  it('behaves like a list of states with a place in it, whatever is done', () => {
    const act = fc.oneof(
      fc.record({ type: fc.constant('edit' as const), horizon: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ type: fc.constant('drag' as const), horizons: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }) }),
      fc.record({ type: fc.constant('travel' as const), steps: fc.integer({ min: -3, max: 3 }) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const { app } = newApp({ name: 'start', horizon: 1 });
        // The twin: every state there is, and where we are.
        let states = [1];
        let at = 0;
        const took = (horizon: number) => {
          if (horizon === states[at]) return;
          states = [...states.slice(0, at + 1), horizon];
          at += 1;
        };
        for (const each of acts) {
          if (each.type === 'edit') {
            app.edit('edit', weeks(each.horizon));
            took(each.horizon);
          } else if (each.type === 'drag') {
            for (const horizon of each.horizons) app.preview(weeks(horizon));
            app.settle('drag');
            took(each.horizons.at(-1) as number);
          } else {
            app.travel(each.steps);
            at = Math.min(states.length - 1, Math.max(0, at + each.steps));
          }
          expect(horizonOf(app.state.state.draft)).toBe(states[at]);
          expect(app.history.state.past).toHaveLength(at);
          expect(app.history.state.future).toHaveLength(states.length - 1 - at);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('forgets the oldest of very many steps', () => {
    const { app } = newApp();
    for (let step = 1; step <= 250; step++) app.edit(`to ${step}`, weeks(step));
    expect(app.history.state.past).toHaveLength(200);
    expect(app.history.state.past[0].label).toBe('to 51');
    app.travel(-1000);
    expect(horizonOf(app.state.state.draft)).toBe(50);
  });
});

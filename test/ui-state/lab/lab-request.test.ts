import { describe, expect, it } from 'vitest';
import { interestOf, pairOf, requestOf, sameRequest } from '../../../ui/lab/lab-request.ts';
import { type AppState, FIRST_VIEW } from '../../../ui/state/app-state.ts';

const stateOf = (draft: object, change: Partial<AppState> = {}): AppState => ({
  draft: { swaylab: 1, name: 'x', ...draft },
  network: null,
  dragging: false,
  view: FIRST_VIEW,
  ...change,
});

describe('what the laboratory is asked', () => {
  it('grows to 200 replicates, or to the number that the scenario wants', () => {
    expect(requestOf(stateOf({})).stages).toEqual([1, 8, 50, 200]);
    expect(requestOf(stateOf({ replicates: 30 })).stages).toEqual([1, 8, 30]);
    expect(requestOf(stateOf({ replicates: 8 })).stages).toEqual([1, 8]);
    expect(requestOf(stateOf({ replicates: 1 })).stages).toEqual([1]);
    expect(requestOf(stateOf({ replicates: 500 })).stages).toEqual([1, 8, 50, 200, 500]);
  });

  it('makes few while a control is held', () => {
    expect(requestOf(stateOf({}, { dragging: true })).stages).toEqual([1, 4]);
    expect(requestOf(stateOf({ replicates: 2 }, { dragging: true })).stages).toEqual([1, 2]);
  });

  it('is the same when only the look changes', () => {
    const state = stateOf({});
    const moved = { ...state, view: { ...state.view, week: 12, page: 'tribes' as const, lines: true } };
    expect(sameRequest(requestOf(state), requestOf(moved))).toBe(true);
    const hidden = { ...state, view: { ...state.view, shown: ['push'] } };
    expect(sameRequest(requestOf(state), requestOf(hidden))).toBe(false);
    expect(sameRequest(requestOf(state), requestOf({ ...state, dragging: true }))).toBe(false);
  });

  it('compares the pair that was chosen while both are shown', () => {
    const shown = ['push', 'hybrid'];
    expect(pairOf(shown, { pair: null })).toEqual(['push', 'hybrid']);
    expect(pairOf(shown, { pair: ['hybrid', 'nothing'] })).toEqual(['hybrid', 'nothing']);
    expect(pairOf(shown, { pair: ['hybrid', 'promotion'] })).toEqual(['push', 'hybrid']);
    expect(pairOf(shown, { pair: ['push', 'push'] })).toEqual(['push', 'hybrid']);
    expect(pairOf(['push'], { pair: null })).toEqual(['push', 'nothing']);
    expect(pairOf(['nothing'], { pair: null })).toBeNull();
  });

  it('asks for lines only where they are drawn', () => {
    const state = stateOf({});
    expect(interestOf(state).lines).toEqual([]);
    const lines = interestOf({ ...state, view: { ...state.view, lines: true, metric: 'trust' } }).lines;
    expect(lines).toEqual(['adoption', 'womPositive', 'womNegative', 'womKnowledge', 'trust']);
  });
});

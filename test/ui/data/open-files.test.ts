import { afterEach, describe, expect, it } from 'vitest';
import type { Drawing } from '../../../sim/chart/index.ts';
import type { App } from '../../../ui/app.ts';
import { createApp } from '../../../ui/create-app.ts';
import { openFiles } from '../../../ui/data/open-files.ts';
import type { LabHost, LabState } from '../../../ui/lab/protocol.ts';
import { lessonOf } from '../../../ui/lesson/lessons.ts';
import { pngPicture, svgPicture } from '../../../ui/share/picture.ts';
import { type Draft, FIRST_VIEW } from '../../../ui/state/app-state.ts';
import { type LessonNow, lessonNow } from '../../../ui/state/lesson-now.ts';
import { scenarioOf } from '../../../ui/state/scenario-of.ts';
import { Store } from '../../../ui/state/store.ts';

const MINE: Draft = { name: 'Mine <&> yours', seed: 'ü', market: { need: 0.1 }, strategies: ['push', 'hybrid'] };
const LESSON = { title: 'Mine', about: 'Why.', minutes: 5, steps: [{ title: 'One', text: ['Look.'], start: { shown: ['push'] } }] };
const drawing: Drawing = {
  width: 40,
  height: 20,
  title: 'A line',
  description: 'It rises.',
  marks: [{ kind: 'line', from: [0, 20], to: [40, 0], stroke: { ink: 'series-0', width: 2 } }],
};

afterEach(() => document.body.replaceChildren());

function appOf(draft: Draft): App {
  const lab: LabState = { request: 0, status: 'idle', done: 0, total: 0, result: null, stale: false, error: null };
  return createApp({ draft, network: null, view: { ...FIRST_VIEW, week: 7 } }, () => ({ host: {} as LabHost, results: new Store(lab) }));
}

const file = (name: string, content: BlobPart) => new File([content], name);

describe('a file that is opened', () => {
  it('brings the scenario back from a picture, a drawing and a file', async () => {
    const sender = appOf(MINE).state.state;
    const png = await pngPicture(drawing, sender);
    const image = await createImageBitmap(png);
    expect([image.width, image.height]).toEqual([120, 60]);
    for (const sent of [
      file('chart.png', png),
      file('chart.svg', svgPicture(drawing, sender)),
      file('mine.json', JSON.stringify(MINE)),
      file('whole.json', JSON.stringify(scenarioOf(MINE))),
    ]) {
      const app = appOf({ name: 'other' });
      await openFiles(app, [sent]);
      expect(app.notice.state?.kind, sent.name).not.toBe('error');
      expect(scenarioOf(app.state.state.draft), sent.name).toEqual(scenarioOf(MINE));
      app.undo();
      expect(app.state.state.draft).toEqual({ name: 'other' });
    }
  });

  it('begins a lesson, whatever it is called, and keeps it over visits', async () => {
    for (const name of ['mine.json', 'tribes.json']) {
      const app = appOf(MINE);
      await openFiles(app, [file(name, JSON.stringify(LESSON))]);
      expect(app.notice.state?.kind, name).not.toBe('error');
      expect(lessonNow.state).toEqual({ lesson: name, own: LESSON, step: 0, begun: false, foretold: null, reached: false });
      expect(JSON.parse(localStorage.getItem('swaylab.lesson') ?? '')).toEqual(lessonNow.state);
      expect(lessonOf(lessonNow.state as LessonNow)).toMatchObject({ id: name, title: 'Mine', steps: [{ title: 'One' }] });
    }
    lessonNow.set(null);
  });

  it.each([
    ['a lesson without steps', file('l.json', JSON.stringify({ ...LESSON, steps: [] })), /steps: found .*allowed is at least 1/],
    [
      'a lesson in a world that does not ship',
      file('l.json', JSON.stringify({ ...LESSON, steps: [{ ...LESSON.steps[0], start: { scenario: 'mars', shown: ['push'] } }] })),
      /steps\.0\.start\.scenario: found "mars"/,
    ],
    ['a program', file('setup.exe', 'MZ'), /\.exe/],
    ['a scenario with a key that is none', file('a.json', '{"name":"x","evil":1}'), /unknown key/],
    ['half a document', file('a.json', '{"name":'), /not valid JSON at line 1/],
    [
      'a picture of somebody else',
      file('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      /holds no scenario/,
    ],
    ['a result that is none', file('r.json', '{"digest":1,"strategies":[],"comparisons":[]}'), /engine|digest/],
    ['a manifest of something else', file('manifest.json', '{"format":"x","experiment":1,"sessions":[]}'), /manifest/],
    ['a table without its manifest', file('weeks.csv', 'a,b'), /part of something/],
    ['a scenario of a megabyte', file('big.json', `{"name":"x","story":"${'y'.repeat(1_100_000)}"}`), /too large/],
  ])('is refused when it is %s, and everything stays', async (_, sent, message) => {
    const app = appOf(MINE);
    await openFiles(app, [sent]);
    expect(app.notice.state?.kind).toBe('error');
    expect(app.notice.state?.text).toMatch(message);
    expect(app.notice.state?.file).toBe(sent.name);
    expect(app.state.state.draft).toBe(MINE);
    expect(document.body.querySelector('svg, sway-result-dialog')).toBeNull();
  });
});

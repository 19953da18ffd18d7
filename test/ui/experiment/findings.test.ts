import { afterEach, expect, it, vi } from 'vitest';
import type { MapResult } from '../../../sim/experiment/map/result.ts';
import { type PictureWanted, takeDrawing } from '../../../ui/share/take-drawing.ts';
import '../../../ui/view/experiment/sway-findings.ts';
import type { SwayFindings } from '../../../ui/view/experiment/sway-findings.ts';
import { restingApp, shown } from '../shell/resting-app.ts';

let element: SwayFindings;
afterEach(() => element.remove());

const shares = [0, 0.25, 0.5, 0.75, 1];
/** The first wins to the right. */
const map: MapResult = {
  engine: 'test',
  name: 'a map',
  seed: 'one',
  first: 'push',
  second: 'nothing',
  metric: 'margin',
  week: 12,
  axes: ['market.need', 'market.budget'].map((path) => ({ path, low: 0.1, high: 1, log: false })),
  points: [{ values: [0.3, 0.4], wins: 2, replicates: 3 }],
  panels: [
    {
      fixed: [],
      x: shares,
      y: shares,
      probability: shares.map(() => shares),
      low: shares.map(() => shares),
      high: shares.map(() => shares),
      ahead: shares.map(() => shares),
      border: [],
    },
  ],
  shares: { first: 0.5, second: 0.5, open: 0 },
};

it('a map can be taken as PNG and as SVG', async () => {
  element = await shown<SwayFindings>('sway-findings', {
    findings: { replicates: 3, sensitivity: null, map },
    outline: {
      id: 'one',
      name: 'a map',
      story: '',
      design: 'sobol',
      points: 1,
      ruledOut: 0,
      replicates: 3,
      strategies: ['push', 'nothing'],
      factors: [],
      metrics: ['margin'],
      weeks: [12],
      runs: 6,
      done: 6,
    },
    question: { first: 'push', second: 'nothing', metric: 'margin', week: 12 },
  });
  const buttonOf = (kind: string) =>
    [...(element.renderRoot as ShadowRoot).querySelectorAll('button')].find(({ textContent }) => textContent.includes(kind));
  await expect.poll(() => buttonOf('PNG')).toBeDefined();
  const wanted: PictureWanted[] = [];
  element.addEventListener('picture-wanted', (event) => wanted.push((event as CustomEvent<PictureWanted>).detail));
  buttonOf('PNG')?.click();
  buttonOf('SVG')?.click();
  expect(wanted.map(({ kind }) => kind)).toEqual(['png', 'svg']);

  const saved: { name: string; content: Blob }[] = [];
  const urls = vi.spyOn(URL, 'createObjectURL');
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, content: urls.mock.lastCall?.[0] as Blob });
  });
  const app = restingApp();
  for (const picture of wanted) await takeDrawing(app, picture);
  click.mockRestore();
  urls.mockRestore();
  expect(saved.map(({ name, content }) => [name, content.type])).toEqual([
    ['margin-after-12-weeks-push-against-nothing.png', 'image/png'],
    ['margin-after-12-weeks-push-against-nothing.svg', 'image/svg+xml'],
  ]);
  expect(await saved[1].content.text()).toContain('between the dashed lines');
  const picture = await createImageBitmap(saved[0].content);
  const { width, height } = wanted[0].drawing;
  expect([picture.width, picture.height]).toEqual([3 * width, Math.floor(3 * height)]);
  // Where the second wins it is orange, where the first wins blue.
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
  canvas.drawImage(picture, 0, 0);
  const [red, , blue] = canvas.getImageData(picture.width * 0.2, picture.height * 0.4, 1, 1).data;
  const [redder, , bluer] = canvas.getImageData(picture.width * 0.95, picture.height * 0.4, 1, 1).data;
  expect([red > blue, bluer > redder]).toEqual([true, true]);
});

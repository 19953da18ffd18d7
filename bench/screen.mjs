/**
 * Speed of the screen in Chromium, against the built pages: how soon a curve is drawn after opening, how soon after a slider moves, and how long
 * the page's own thread is held while replicates run.
 *
 *   npm run build && node bench/screen.mjs [folder of the built pages] [rounds]
 *
 * A curve counts as begun when its first weeks are on screen, and as whole when it reaches the last week; both are read in an animation
 * frame, so they include drawing. Pages are drawn by the processor, without a graphics card, and the network page on a plain canvas, as
 * everywhere without one. Other work on the machine counts against the page: each figure has the load at its end, and the floor is what an
 * empty page with one module worker takes under the same load.
 */
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../.ci/chromium.js';
import { serveScreen } from '../dist/cli/screen-server.js';

/** Milliseconds before a page is opened, in which the browser gets done with the one that was closed: its workers still run for a while. */
const REST = 1500;

const [folder = 'dist/ui', given = '5'] = process.argv.slice(2);
const rounds = Number(given);
const found = findChromium();
if (found === null) throw new Error('no Chromium: install it, or name one in $CHROMIUM');
const { url, server } = await serveScreen(resolve(folder), 0);
const drawnByProcessor = { ...found, args: [...found.args.filter((flag) => !/gl|swiftshader/.test(flag)), '--disable-gpu'] };
const browser = await chromium.launch(drawnByProcessor);

/** Runs in the page: what is drawn, frame by frame, and what held its thread. */
function watch() {
  const seen = { begun: 0, whole: 0, since: 0, result: null, tasks: [] };
  globalThis.seen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const charts = (root) =>
    [...root.querySelectorAll('*')].flatMap((each) =>
      each.localName === 'sway-time-chart' ? [each] : each.shadowRoot ? charts(each.shadowRoot) : [],
    );
  let first = null;
  const look = () => {
    const app = document.querySelector('sway-app')?.app;
    const lab = app?.results.state;
    if (lab?.result && !lab.stale && lab.result !== seen.result && (seen.begun === 0 || seen.whole === 0)) {
      if (!first?.isConnected) first = charts(document)[0] ?? null;
      const drawn =
        first?.shadowRoot?.querySelector('svg path[stroke]') &&
        first.chart.lines.some(({ points }) => points.some(({ q50 }) => q50 !== null));
      if (drawn && lab.request > seen.since) {
        if (seen.begun === 0) seen.begun = performance.now();
        if (seen.whole === 0 && first.chart.lines.some(({ points }) => points.at(-1).q50 !== null)) seen.whole = performance.now();
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** @param {object} draft of the scenario, laid over the default */
async function open(draft) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.waitForTimeout(REST);
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('sway-app')?.app);
  if (draft !== null) {
    await page.evaluate((change) => document.querySelector('sway-app').app.edit('Bench', (before) => ({ ...before, ...change })), draft);
  }
  return page;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const rows = [];
const note = (what, values, target) =>
  rows.push({ what, median: Math.round(median(values)), worst: Math.round(Math.max(...values)), target, load: loadavg()[0].toFixed(1) });
const longest = (tasks) => Math.max(0, ...tasks.map(({ duration }) => duration));

// 0. The floor: an empty page whose module worker sends one message, read in an animation frame.
const EMPTY = {
  '/': ['text/html', '<!doctype html><script type="module" async src="page.js"></script>'],
  '/page.js': [
    'text/javascript',
    `new Worker('worker.js', { type: 'module' }).onmessage = () => requestAnimationFrame(() => { globalThis.heard = performance.now(); });`,
  ],
  '/worker.js': ['text/javascript', 'postMessage(1);'],
};
const empty = createServer((request, response) => {
  const [type, body] = EMPTY[request.url] ?? ['text/plain', ''];
  response.writeHead(200, { 'Content-Type': type }).end(body);
});
await new Promise((done) => empty.listen(0, '127.0.0.1', done));
const floor = [];
for (let round = 0; round < rounds; round++) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.waitForTimeout(REST);
  await page.goto(`http://localhost:${empty.address().port}/`);
  await page.waitForFunction(() => globalThis.heard !== undefined);
  floor.push(await page.evaluate(() => globalThis.heard));
  await context.close();
}
empty.close();
empty.closeAllConnections();
note('floor: opening an empty page to the first message of a worker, ms', floor, '');

// 1. From opening to the first curve: the default scenario, 2,000 consumers, 156 weeks.
const begun = [];
const whole = [];
const firstTasks = [];
for (let round = 0; round < rounds; round++) {
  const page = await open(null);
  await page.waitForFunction(() => globalThis.seen.whole > 0, null, { timeout: 120_000 });
  const seen = await page.evaluate(() => globalThis.seen);
  begun.push(seen.begun);
  whole.push(seen.whole);
  firstTasks.push(longest(seen.tasks.filter(({ startTime }) => startTime < seen.whole)));
  await page.context().close();
}
note('opening to the first weeks of a curve, ms', begun, '1000');
note('opening to the first whole curve, ms', whole, '');
note('longest task of the page until then, ms', firstTasks, '100');

// 2. From a slider to the next curve: 1,000 consumers, 104 weeks.
const page = await open({ network: { kind: 'tribal', people: 1000 }, horizon: 104, replicates: 8 });
await page.waitForFunction(() => document.querySelector('sway-app').app.results.state.status === 'done', null, { timeout: 300_000 });
const moved = { begun: [], whole: [] };
for (let round = 0; round < rounds * 4; round++) {
  const times = await page.evaluate(async (step) => {
    const { app } = document.querySelector('sway-app');
    const { seen } = globalThis;
    seen.result = app.results.state.result;
    seen.since = app.results.state.request;
    seen.begun = seen.whole = 0;
    const start = performance.now();
    app.preview((draft) => ({ ...draft, market: { ...draft.market, budget: 0.02 + 0.0005 * (step + 1) } }));
    while (seen.whole === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    return { begun: seen.begun - start, whole: seen.whole - start };
  }, round);
  moved.begun.push(times.begun);
  moved.whole.push(times.whole);
}
note('slider to the first weeks of a new curve, ms', moved.begun, '100');
note('slider to the first whole new curve, ms', moved.whole, '');
await page.context().close();

// 3. What holds the page's thread while 200 replicates run.
const long = await open({ network: { kind: 'tribal', people: 300 }, horizon: 52, replicates: 200 });
await long.waitForFunction(() => globalThis.seen.whole > 0, null, { timeout: 120_000 });
const after = await long.evaluate(() => performance.now());
await long.waitForFunction(() => document.querySelector('sway-app').app.results.state.status === 'done', null, { timeout: 600_000 });
const tasksSince = (page, from) => page.evaluate((start) => globalThis.seen.tasks.filter(({ startTime }) => startTime > start), from);
const tasks = await tasksSince(long, after);
const runs = await long.evaluate(() => document.querySelector('sway-app').app.results.state.total);
note('longest task of the page while 200 replicates run, ms', [longest(tasks)], '50');

// 4. What holds the page's thread on the network page, from showing it until a replay of 1,000 people stands and its weeks were gone through.
const network = await open({ network: { kind: 'tribal', people: 1000 }, horizon: 52, replicates: 1 });
await network.waitForFunction(() => document.querySelector('sway-app').app.results.state.status === 'done', null, { timeout: 300_000 });
const shown = await network.evaluate(() => {
  document.querySelector('sway-app').app.show({ page: 'network' });
  return performance.now();
});
await network.waitForFunction(
  () => {
    const within = (root) =>
      [...root.querySelectorAll('*')].some(
        (each) => each.localName === 'sway-week-scrubber' || (each.shadowRoot && within(each.shadowRoot)),
      );
    return within(document);
  },
  null,
  { timeout: 120_000 },
);
for (let week = 1; week <= 52; week += 3) {
  await network.evaluate((at) => {
    document.querySelector('sway-app').app.show({ week: at });
    return new Promise((resolve) => requestAnimationFrame(resolve));
  }, week);
}
await network.waitForTimeout(1000);
const networkTasks = await tasksSince(network, shown);
note('longest task of the page while a network is shown and replayed, ms', [longest(networkTasks)], '50');

console.log(`Chromium ${browser.version()}, load at the end ${loadavg()[0].toFixed(1)}, ${rounds} rounds, ${runs} runs in the last`);
console.table(rows);
console.log(`tasks over 50 ms: ${tasks.length} while 200 replicates ran, ${networkTasks.length} on the network page`);
await browser.close();
server.closeAllConnections();
server.close();

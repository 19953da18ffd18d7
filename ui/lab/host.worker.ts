import { startMarketWorker } from './start-market-worker.ts';

// The first worker of the market is started before anything else is read: both load at the same time.
const early = startMarketWorker();

// What the page asks meanwhile waits for the host.
const waiting: MessageEvent[] = [];
const keep = (event: MessageEvent): void => {
  waiting.push(event);
};
addEventListener('message', keep);
const { openHost } = await import('./open-host.ts');
removeEventListener('message', keep);
openHost(early);
for (const event of waiting) dispatchEvent(event);

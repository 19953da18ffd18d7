import { ENGINE_ID } from '../../sim/experiment/engine.ts';
import type { App } from '../app.ts';
import { FIRST_VIEW } from '../state/app-state.ts';
import { goToStep } from '../state/lesson-now.ts';
import { isLink, type OpenedLink, openLink } from './link.ts';

/** The way into a lesson, for a class: `#lesson=tribes`. */
const LESSON_LINK = /^#lesson=([a-z0-9-]{1,80})$/;

/**
 * Opens the link in the address, now and whenever another one is put there. It takes the place of the work at hand as one step of undo; the
 * address is then plain again, so that loading the page anew brings the work as it was left.
 *
 * @returns a function that ends it
 */
export function followLinks(app: App): () => void {
  const look = (): void => {
    const { hash, pathname, search } = location;
    const [, lesson] = LESSON_LINK.exec(hash) ?? [];
    if (lesson === undefined && !isLink(hash)) return;
    history.replaceState(null, '', pathname + search);
    if (lesson === undefined) void open(app, hash);
    else goToStep(lesson, 0);
  };
  addEventListener('hashchange', look);
  look();
  return () => removeEventListener('hashchange', look);
}

async function open(app: App, hash: string): Promise<void> {
  try {
    const link = await openLink(hash);
    app.open('Open a link', { draft: link.draft, network: null }, { ...FIRST_VIEW, ...link.view });
    app.announce('The scenario of the link is open.');
    const remarks = remarksOn(link);
    app.notice.set(remarks.length === 0 ? null : { kind: 'information', text: remarks.join(' ') });
  } catch (error) {
    app.fail(error);
  }
}

/** What one should know about a scenario of somebody else's that was opened. */
export function remarksOn({ engine, network, lowered }: OpenedLink): string[] {
  return [
    ...(engine === ENGINE_ID
      ? []
      : [`This was made with engine ${engine}; here it runs on ${ENGINE_ID}, so figures may differ from what the sender saw.`]),
    ...(network === null
      ? []
      : [
          `The sender used a network of their own (hash ${network.slice(0, 12)}…), which does not travel with it: open its file to have the same.`,
        ]),
    ...(lowered.length === 0 ? [] : [`Lowered, so that the browser is not kept busy for hours: ${lowered.join(', ')}.`]),
  ];
}

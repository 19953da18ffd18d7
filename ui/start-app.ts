import type { App, Notice } from './app.ts';
import { createApp } from './create-app.ts';
import { startSession } from './lab/session.ts';
import { installSharing } from './share/install.ts';
import { startAfresh } from './start-afresh.ts';
import { FIRST_VIEW } from './state/app-state.ts';
import { savedWork, saveWork } from './state/autosave.ts';
import { SCENARIO_PRESETS } from './state/presets.ts';

let started: Promise<App> | null = null;

/** The app of this page, one for all who ask: with the work of the last visit, else with the default scenario. */
export function startApp(): Promise<App> {
  started ??= start();
  return started;
}

async function start(): Promise<App> {
  const first = { draft: SCENARIO_PRESETS[0].draft, network: null, view: FIRST_VIEW };
  const saved = await savedWork();
  const app = createApp(saved ?? first, startSession);
  saveWork(app.state);
  if (saved !== null && JSON.stringify(saved.draft) !== JSON.stringify(first.draft)) {
    const news: Notice = {
      kind: 'information',
      text: 'Your work of last time is here again.',
      action: { title: 'Start afresh', run: () => startAfresh(app) },
    };
    app.notice.set(news);
    // Whoever goes on with it needs to be told no longer.
    const end = app.history.subscribe(() => {
      end();
      if (app.notice.state === news) app.notice.set(null);
    });
  }
  // Last, so that a link in the address is opened over the work of last time, as a step that can be undone.
  installSharing(app);
  return app;
}

import './lab/start-host.ts';
import { keepOffline } from './keep-offline.ts';

// The laboratory is asked for its first curves before there is a screen to draw them; what goes wrong is told by the screen.
const { startApp } = await import('./start-app.ts');
void startApp().then(keepOffline, () => undefined);
await import('./shell/sway-app.ts');

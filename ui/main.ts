import './shell/sway-app.ts';

// Kept for use without a network. Browsers allow that on https and on this machine's own addresses alone.
if (import.meta.env.PROD && 'serviceWorker' in navigator && isSecureContext) {
  navigator.serviceWorker
    .register('./service-worker.js')
    .catch((error: unknown) => console.warn('not kept for use without a network', error));
}

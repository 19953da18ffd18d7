/** Whether keys are to be named as on a Mac. */
export const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

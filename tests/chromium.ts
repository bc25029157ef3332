import { existsSync } from 'node:fs';

/** Keeps Chromium itself off the network and lets it run where there is no sandbox for it. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium: `DUIDU_CHROMIUM`, the system's, Chrome's; null leaves Playwright to its own. */
export function findChromium(): string | null {
  const named = process.env.DUIDU_CHROMIUM;
  if (named) return named;
  return PLACES.find((path) => existsSync(path)) ?? null;
}

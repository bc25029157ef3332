import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';

/** Addresses that stand in for those of the app's own schemes. */
const STAND_INS = '*.localhost';

/**
 * Starts the system's Chromium with the app's own switches. Two of them would also cut off the stand-in
 * origin, which the real app does not need: it is let through, and nothing else.
 * @param servedAt port of 127.0.0.1 that answers for the stand-in origins.
 */
export function startChromium(
  userData: string,
  switches: ReadonlyMap<string, string | undefined>,
  servedAt: number,
): Promise<BrowserContext> {
  const stated = new Map(switches);
  const joined = (...rules: (string | undefined)[]) => rules.filter(Boolean);
  const resolverRules = joined(
    `MAP ${STAND_INS}:80 127.0.0.1:${servedAt}`,
    switches.get('host-resolver-rules'),
  ).join(', ');
  // Of the bypass rules the last that fits counts; of the resolver's, the first.
  const bypassRules = joined(switches.get('proxy-bypass-list'), STAND_INS).join(';');
  stated.set('host-resolver-rules', resolverRules);
  stated.set('proxy-bypass-list', bypassRules);
  const executablePath = findChromium();
  return chromium.launchPersistentContext(join(userData, 'chromium'), {
    ...(executablePath ? { executablePath } : {}),
    headless: true,
    viewport: null,
    serviceWorkers: 'block',
    args: [
      ...CHROMIUM_FLAGS,
      '--remote-debugging-port=0',
      ...[...stated].map(([name, value]) => (value === undefined ? `--${name}` : `--${name}=${value}`)),
    ],
  });
}

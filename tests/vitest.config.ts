import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { stageStamps } from '../electron/stamps/stamps-plugin.ts';
import { bundledWorkers } from './bundled-workers.ts';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { keptResources } from './kept-resources.ts';

const root = resolve(import.meta.dirname, '..');
const alias = { '@shared': resolve(root, 'shared') };
const chromium = findChromium();
/** Stamps are made of every source, once. */
const stamps = stageStamps(root);

/** Tests that put a module beneath what they test, or note what modules build as they load: they need their own. */
const APART = [
  'tests/vault/restore.test.ts',
  'tests/vault/acts/acts.test.ts',
  'tests/architecture/expressions.test.ts',
];

/** Journeys that tests in the browser tell too, with a host in memory: they travel in `npm run test:journeys`. */
const LONG_JOURNEYS = ['mend', 'trust', 'keep', 'search', 'gone', 'across', 'day'].map(
  (name) => `tests/journeys/${name}.journey.ts`,
);

/** What the renderer, its workers and their tests import. */
const PACKAGES_OF_THE_PAGE = [
  '@exodus/bytes/encoding-lite.js',
  '@exodus/bytes/multi-byte.js',
  '@exodus/bytes/single-byte.js',
  '@exodus/bytes/utf16.js',
  '@exodus/bytes/utf8.js',
  '@tanstack/react-virtual',
  'axe-core',
  'chardet',
  'dexie',
  'diff',
  'docx',
  'fflate',
  'htmlparser2',
  'hyparquet',
  'hyparquet-writer',
  'intl-messageformat',
  'marked',
  'minisearch',
  'papaparse',
  'react',
  'react-aria-components',
  'react-dom/client',
  'saxes',
  'valibot',
  'zustand',
  'zustand/vanilla',
];

/** Sequences of acts from a seed on: drawn anew, or those that are asked for again. */
const racesAsked = () => ({
  seed: Number(process.env.DUIDU_SEED ?? Date.now() % 1_000_000),
  count: Number(process.env.DUIDU_SEQUENCES ?? 50),
  acts: Number(process.env.DUIDU_ACTS ?? 40),
});

export default defineConfig(({ mode }) => {
  // The projects load this again, always as `test`; the workers that they start are told the first.
  process.env.DUIDU_MODE ??= mode;
  return configFor(process.env.DUIDU_MODE);
});

const configFor = (mode: string): ViteUserConfig => ({
  root,
  resolve: { alias },
  plugins: [stamps, keptResources, bundledWorkers({ root, resolve: { alias }, plugins: [stamps] })],
  test: {
    // A limit for what hangs, not for what a busy machine does slowly.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // Two at a time even on two cores: journeys and browsers mostly wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', resolve(root, 'tests/closing-line.ts')],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Lexicons and weights are read once for all files, not once for each: it halves the work.
          isolate: false,
          setupFiles: [resolve(root, 'tests/draw-inputs.ts')],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.{ts,tsx}', 'tests/bench/**', ...APART],
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-apart',
          environment: 'node',
          setupFiles: [resolve(root, 'tests/draw-inputs.ts')],
          include: APART,
        },
      },
      {
        extends: true,
        // Found late, in a worker, a package would be bundled under a running test.
        optimizeDeps: { include: PACKAGES_OF_THE_PAGE },
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.{ts,tsx}'],
          provide: {
            everyLook: mode === 'axe' || mode === 'looks',
            drawsLooks: mode === 'looks',
            races: mode === 'races' ? racesAsked() : { seed: 2, count: 1, acts: 12 },
          },
          // Real workers on a busy machine: a test that hangs once is run again before it counts.
          retry: 1,
          // The page's modules are loaded once for all files; each file opens a library of its own name.
          isolate: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: [...CHROMIUM_FLAGS] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.journey.ts'],
          exclude: mode === 'journeys' ? [] : LONG_JOURNEYS,
          // The longest takes ninety seconds where nothing else runs.
          testTimeout: 300_000,
          // Real processes on a busy machine: a journey that fails once is travelled again before it counts.
          retry: 1,
        },
      },
    ],
  },
});

import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { licencesPlugins } from './electron/licences/licences-plugin.ts';
import { stageStamps } from './electron/stamps/stamps-plugin.ts';

const at = (path: string) => resolve(import.meta.dirname, path);
const alias = { '@shared': at('shared') };
/** fflate for Node brings a `require` of its own, which stands against the one that is laid into every file here. */
const withoutThreads = at('node_modules/fflate/esm/browser.js');
const stamps = stageStamps(import.meta.dirname);
const licences = licencesPlugins(import.meta.dirname);
/** Stamps are made of every source once, which is slow beside bundling a few files. */
const checks = { pluginTimings: false };

export default defineConfig({
  main: {
    resolve: { alias: { ...alias, fflate: withoutThreads } },
    plugins: [stamps, licences.note],
    build: {
      outDir: 'out/main',
      target: 'node20.19',
      rolldownOptions: {
        checks,
        input: {
          cli: at('electron/cli/main.ts'),
          'reader-process': at('electron/readers/reader-process.ts'),
          'build-pack': at('electron/pack/build-pack.ts'),
          index: at('electron/desktop/index.ts'),
          start: at('electron/launch/start.ts'),
          'get-electron': at('electron/launch/get-electron.ts'),
          loopback: at('electron/loopback/main.ts'),
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is one CommonJS file that may require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    resolve: { alias },
    plugins: [react(), stamps, licences.note, licences.write],
    worker: { format: 'es', plugins: () => [stamps, licences.note] },
    build: {
      outDir: at('out/renderer'),
      rolldownOptions: { checks, input: { index: at('renderer/index.html') } },
    },
  },
});

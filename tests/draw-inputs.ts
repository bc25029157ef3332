import fc from 'fast-check';

/**
 * Random laws draw the same inputs in every run of `npm test`, so that a run tells of the change and not of
 * the draw; `npm run test:laws` (mode `laws`) draws new ones and prints the seed of what fails.
 */
if (process.env.DUIDU_MODE !== 'laws') fc.configureGlobal({ seed: 2026 });

import { registerHooks } from 'node:module';

/** Puts the double in the place of `electron` for everything that this process imports. */
const double = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' && !context.parentURL?.includes('/electron-double/')
      ? { url: double, shortCircuit: true }
      : next(specifier, context),
});

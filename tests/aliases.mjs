// Lets Node 24 run the project's TypeScript as it stands: node --import ./tests/aliases.mjs SCRIPT.ts
import { registerHooks } from 'node:module';

/** Scripts run from the sources: there is no build whose stages have a hash. */
const STAMPS = `data:text/javascript,export default new Proxy({}, { get: () => 'source' })`;

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'virtual:stage-stamps') return { url: STAMPS, shortCircuit: true };
    return specifier.startsWith('@shared/')
      ? next(new URL(`../shared/${specifier.slice('@shared/'.length)}`, import.meta.url).href, context)
      : next(specifier, context);
  },
});

// Lets Node 24 run the project's TypeScript as it stands: node --import ./tests/aliases.mjs SCRIPT.ts
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('@shared/')
      ? next(new URL(`../shared/${specifier.slice('@shared/'.length)}`, import.meta.url).href, context)
      : next(specifier, context),
});

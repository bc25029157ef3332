import type { Plugin } from 'vite';

/**
 * Lets the browser keep what lies in `resources/` for the length of a run. Each worker of each desk reads some eighty
 * files there, and asking again for each whether it is still the same took a second of a core for every desk.
 */
export const keptResources: Plugin = {
  name: 'duidu-kept-resources',
  configureServer(server) {
    server.middlewares.use('/resources', (_request, response, next) => {
      response.setHeader('Cache-Control', 'max-age=86400');
      next();
    });
  },
};

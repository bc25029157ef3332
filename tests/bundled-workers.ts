import { build, type Plugin, type UserConfig } from 'vite';

/**
 * Serves each worker as one file, as the app's own build does. Module by module the test server takes seconds to
 * start a worker, and each desk of a test starts two.
 */
export function bundledWorkers(config: Pick<UserConfig, 'root' | 'resolve' | 'plugins'>): Plugin {
  const bundles = new Map<string, Promise<string>>();
  return {
    name: 'duidu-bundled-workers',
    enforce: 'pre',
    load: {
      filter: { id: /\.worker\.ts\?.*worker_file/ },
      handler: async (id) => {
        const [file = id] = id.split('?');
        const bundle = bundles.get(file) ?? bundleOf(file, config);
        bundles.set(file, bundle);
        return { code: await bundle, map: null };
      },
    },
  };
}

async function bundleOf(file: string, config: UserConfig): Promise<string> {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: { input: file, output: { codeSplitting: false } },
    },
  });
  if (!('output' in built)) throw new Error(`${file} gave no single bundle`);
  return built.output[0].code;
}

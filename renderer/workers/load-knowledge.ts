import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';

/**
 * Fetches data files of `resources/` from the page's own origin.
 * @param base absolute address of the folder that holds them, with a slash at its end.
 * @throws Error when one is not there: the build is not whole.
 */
export async function loadKnowledgeFiles(base: string, paths: readonly string[]): Promise<KnowledgeFiles> {
  const files = new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, Uint8Array]> => {
        const response = await fetch(new URL(path, base));
        if (!response.ok) throw new Error(`knowledge file ${path}: ${response.status}`);
        return [path, new Uint8Array(await response.arrayBuffer())];
      }),
    ),
  );
  const bytes = (path: string): Uint8Array => {
    const file = files.get(path);
    if (!file) throw new Error(`knowledge file ${path} was not listed`);
    return file;
  };
  return { bytes, text: (path) => new TextDecoder().decode(bytes(path)) };
}

/** What systems lay beside files for themselves: none of it is anybody's page. */
const COMPANIONS = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

export const isCompanion = (path: string): boolean => COMPANIONS.test(path);

/**
 * A path as it is shown and kept: steps parted by `/`, from the archive's root. Null for one that leads out of it
 * (`..`, an absolute path, a drive) or holds what no name can.
 */
export function readEntryPath(stored: string): string | null {
  const path = stored.replaceAll('\\', '/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
  if (/^\/|^[a-z]:|[\u0000-\u001f]/i.test(path)) return null;
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  return steps.length === 0 || steps.includes('..') ? null : steps.join('/');
}

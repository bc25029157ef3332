/**
 * The part of a package that a reference in another part names, by their paths from the package's root. One that
 * leads out of the package, or to another host, leads nowhere.
 */
export function resolvePart(from: string, reference: string): string | null {
  const [path = ''] = reference.split(/[?#]/);
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return null;
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return null;
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

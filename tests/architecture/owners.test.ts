import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSources, root } from './sources.ts';

const sources = listSources();

/** `void` before something that is called or named; the type `void` has no such thing behind it. */
const DROPPED = /(?<![:<|,(]\s*)\bvoid\s+[a-zA-Z_(]/;

/** Lines that throw a promise away: what fails there nobody hears. */
const droppedIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*\*.*|\/\/.*|\/\*.*/, ''))
    .filter((line) => DROPPED.test(line))
    .map((line) => line.trim());

describe('work that nobody waits for', () => {
  it('has an owner that hears of its failure (owned, Queue.post or catch), never void', () => {
    expect(sources.length).toBeGreaterThan(300);
    const dropped = sources.flatMap((path) =>
      droppedIn(readFileSync(resolve(root, path), 'utf8')).map((line) => `${path}: ${line}`),
    );
    expect(dropped).toEqual([]);
  });

  it('is seen where it is thrown away', () => {
    expect(droppedIn('onPress={() => void save()}')).toHaveLength(1);
    expect(droppedIn('  void (async () => {})();')).toHaveLength(1);
    expect(droppedIn('const f = (): void => { g(); };\nfunction g(): void {}')).toEqual([]);
    expect(droppedIn('type F = () => Promise<void>; // void of all')).toEqual([]);
  });
});

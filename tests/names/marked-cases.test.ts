import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { remark } from './notation.ts';

const folder = resolve(import.meta.dirname, 'cases');

/** Each file holds sentences with their names marked, under headings that start with `#`. */
for (const file of readdirSync(folder).sort()) {
  let heading = '';
  describe(file.replace('.txt', ''), () => {
    for (const line of readFileSync(resolve(folder, file), 'utf8').split('\n')) {
      if (line.startsWith('#')) heading = line.slice(1).trim();
      else if (line !== '')
        it(`${heading}: ${line}`, () => {
          expect(remark(line)).toBe(line);
        });
    }
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const renderer = resolve(import.meta.dirname, '../../../renderer');

it('every field of text is one that the browser does not fill in', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  const fields = files.flatMap((file) =>
    [
      ...readFileSync(join(renderer, file), 'utf8').matchAll(/<(?:Input|TextArea|input|textarea)\b[^>]*>/g),
    ].map(([field]) => ({ file, field })),
  );
  const ofText = fields.filter(({ field }) => !field.includes('type="file"'));
  expect(ofText.length).toBeGreaterThan(4);
  expect(ofText.filter(({ field }) => !field.includes('{...PLAIN_INPUT}'))).toEqual([]);
});

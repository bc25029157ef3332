import { segment } from '@shared/segment/segment.ts';
import { expect, it } from 'vitest';
import { composePage } from './generator/compose-page.ts';
import { PAGE_LAYOUTS } from './generator/page-layouts.ts';
import { Random } from './generator/random.ts';
import { KNOWLEDGE } from './knowledge.ts';

const LAYOUT = PAGE_LAYOUTS.find(({ name }) => name === 'every-line-blank')!;
const reasonsOf = (text: string): string[] =>
  segment(text, KNOWLEDGE).page.doubts.map(({ reason }) => reason);

it('says once of a page whose lines were mixed up that its order cannot be known, and never of one in order', () => {
  const { text } = composePage(LAYOUT, 11);
  expect(reasonsOf(text)).not.toContain('page-unknown');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const mixed = new Random(3).draw(lines, lines.length);
  const reasons = reasonsOf(mixed.join('\n\n'));
  expect(reasons.filter((reason) => reason === 'page-unknown')).toHaveLength(1);
  expect(reasons[0]).toBe('page-unknown');
});

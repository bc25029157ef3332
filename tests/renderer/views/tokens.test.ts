import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(resolve(import.meta.dirname, '../../../renderer/tokens.css'), 'utf8');

function tokensOf(theme: string): Map<string, string> {
  const block = css.split(`:root[data-theme="${theme}"]`)[1]?.split('}')[0] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['paper', 'page', 'raised', 'hover-wash', 'accent-wash'];
const INKS = ['ink', 'soft', 'accent'];
const PAIRS: [string, string][] = [
  ...GROUNDS.flatMap((ground) => INKS.map((ink): [string, string] => [ink, ground])),
  ...['paper', 'page', 'raised'].map((ground): [string, string] => ['faint', ground]),
  ['accent-ink', 'accent'],
  ['page', 'ink'],
  ...['mark', 'mark-green', 'mark-blue', 'mark-red'].map((mark): [string, string] => ['ink', mark]),
  ['ink', 'found'],
  ['ink', 'quotation-wash'],
  ['good', 'page'],
  ['good', 'paper'],
  ['good', 'good-wash'],
  ['warn', 'warn-wash'],
  ['warn', 'page'],
  ['warn', 'paper'],
];
/** Underlines carry no words: WCAG asks 3 of them. */
const LINES = ['money', 'quantity', 'time', 'people', 'place', 'programme'];

describe.each(['light', 'sepia', 'dark'])('%s paper', (theme) => {
  const tokens = tokensOf(theme);
  const measure = (ink: string, ground: string): number => contrast(tokens.get(ink)!, tokens.get(ground)!);

  it('sets every colour that the light one sets', () => {
    expect([...tokens.keys()]).toEqual([...tokensOf('light').keys()]);
    expect(tokens.size).toBeGreaterThan(20);
  });

  it.each(PAIRS)('%s reads on %s', (ink, ground) => {
    expect(measure(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(LINES)('the %s underline stands out from the page', (line) => {
    expect(measure(line, 'page')).toBeGreaterThanOrEqual(3);
  });
});

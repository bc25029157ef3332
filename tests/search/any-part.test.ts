import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BodyIndex } from '@shared/search/body-index.ts';
import type { IndexedDocument, Mark } from '@shared/search/search-index.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MemorySegments, MemoryTexts } from './memory-stores.ts';
import { searchKnowledge } from './search-knowledge.ts';

/** Something a reader takes for one thing, however it is written; `plain` is what it is compared by. */
interface Sign {
  readonly plain: string;
  readonly forms: readonly string[];
}

/** A sign as it stands in a text: in one of its forms. */
interface Written {
  readonly sign: Sign;
  readonly form: string;
}

const FULL_WIDTH = 0xfee0;
const widths = (character: string): string[] => [
  character,
  String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH),
];

/** Every character of the shipped table that others are folded to, with all those others. */
const ideographs: readonly Sign[] = (() => {
  const path = resolve(import.meta.dirname, '../../resources/lexicons/folding/traditional-simplified.txt');
  const units = readFileSync(path, 'utf8').replaceAll(/\s/g, '');
  const forms = new Map<string, string[]>();
  for (let i = 0; i < units.length; i += 2) {
    const [from, to] = [units.charAt(i), units.charAt(i + 1)];
    forms.set(to, [...(forms.get(to) ?? [to]), from]);
  }
  return [...forms].map(([plain, all]) => ({ plain, forms: all }));
})();

const letters: readonly Sign[] = [...'adgmpwxz'].map((plain) => ({
  plain,
  forms: [...widths(plain), ...widths(plain.toUpperCase())],
}));
const digits: readonly Sign[] = [...'0123456789'].map((plain) => ({ plain, forms: widths(plain) }));
const marks: readonly Sign[] = [
  ...[...',.%:-!'].map((plain) => ({ plain, forms: widths(plain) })),
  ...[...'。“”《·…'].map((plain) => ({ plain, forms: [plain] })),
  { plain: ' ', forms: [' ', '\u3000', '\n', '\u00a0'] },
];
const rare: readonly Sign[] = [
  { plain: 'm2', forms: ['m2', '㎡', 'Ｍ２'] },
  { plain: '1', forms: ['1', '①'] },
  { plain: 'fi', forms: ['fi', 'ﬁ', 'FI'] },
  { plain: 'é', forms: ['é', 'e\u0301', 'É', 'E\u0301'] },
  { plain: 'バ', forms: ['バ', 'ﾊﾞ'] },
  { plain: '𠮷', forms: ['𠮷'] },
  { plain: '岂', forms: ['岂', '豈'] },
  { plain: '한', forms: ['한', '\u1112\u1161\u11ab'] },
  { plain: '', forms: ['\u200b', '\ufeff'] },
];

const signs = fc.oneof(
  // Few enough that the same words come again, and all of the table beside them.
  { weight: 6, arbitrary: fc.constantFrom(...ideographs.slice(0, 12)) },
  { weight: 2, arbitrary: fc.constantFrom(...ideographs) },
  { weight: 1, arbitrary: fc.constantFrom(...letters) },
  { weight: 2, arbitrary: fc.constantFrom(...digits) },
  { weight: 1, arbitrary: fc.constantFrom(...marks) },
  { weight: 1, arbitrary: fc.constantFrom(...rare) },
);
const written = signs.chain((sign) =>
  fc.constantFrom(...sign.forms).map((form): Written => ({ sign, form })),
);
const texts = (minLength: number) => fc.array(written, { minLength, maxLength: 40 });
const articles = fc.array(fc.record({ title: texts(0), text: texts(1) }), { minLength: 1, maxLength: 6 });

const write = (some: readonly Written[]): string => some.map(({ form }) => form).join('');
const plain = (some: readonly Written[]): string => some.map(({ sign }) => sign.plain).join('');

/** The same signs, each in another of its forms as `turns` has it. */
const vary = (some: readonly Written[], turns: readonly number[]): string =>
  some.map(({ sign }, i) => sign.forms[(turns[i % turns.length] as number) % sign.forms.length]).join('');

/** Where each unit of the plain text stands as written: in its sign, or at its own place where both are as long. */
function unitsOf(some: readonly Written[]): Mark[] {
  let start = 0;
  return some.flatMap(({ sign: { plain: units }, form }) => {
    const at = start;
    start += form.length;
    const isLevel = form.length === units.length;
    return Array.from(
      { length: units.length },
      (_, i): Mark => (isLevel ? [at + i, at + i + 1] : [at, at + form.length]),
    );
  });
}

/** Where the words stand, those that overlap taken together: no folding is asked. */
function placesOf(words: string, some: readonly Written[]): Mark[] {
  const units = unitsOf(some);
  const all = plain(some);
  const places: [number, number][] = [];
  for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) {
    const start = units[at]?.[0] as number;
    const end = units[at + words.length - 1]?.[1] as number;
    const before = places.at(-1);
    if (before && start < before[1]) before[1] = Math.max(before[1], end);
    else places.push([start, end]);
  }
  return places;
}

it('any part of any article is found, in any width, case and script, and the marks are over exactly its characters', async () => {
  await fc.assert(
    fc.asyncProperty(
      articles,
      fc.nat(),
      fc.nat(),
      fc.nat(7),
      fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }),
      async (library, which, from, length, turns) => {
        const { text } = library[which % library.length] as (typeof library)[number];
        const start = from % text.length;
        const part = text.slice(start, start + 1 + length);
        const words = plain(part);
        // Blanks at the ends of a phrase are not looked for.
        if (words.trim() === '' || words.trim() !== words) return;
        const documents = library.map(
          (each, i): IndexedDocument => ({
            id: `d${i}`,
            title: write(each.title),
            text: write(each.text),
          }),
        );
        const stored = new MemoryTexts();
        stored.put(documents);
        const index = await BodyIndex.open(new MemorySegments(), stored, searchKnowledge);
        await index.add(documents);
        const answer = await index.search(`"${vary(part, turns)}"`);
        const found = (answer?.hits ?? []).map(({ id, exact, marks, titleMarks }) => ({
          id,
          exact,
          marks,
          titleMarks,
        }));
        const expected = library.flatMap((each, i) => {
          const [inTitle, inText] = [placesOf(words, each.title), placesOf(words, each.text)];
          return inTitle.length + inText.length > 0
            ? [{ id: `d${i}`, exact: true, marks: inText, titleMarks: inTitle }]
            : [];
        });
        expect(found.sort((a, b) => a.id.localeCompare(b.id))).toEqual(expected);
      },
    ),
    { numRuns: 1000 },
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ERROR_CODES } from '@shared/contracts/error-codes.ts';
import { BOUNDS, FACT_KINDS } from '@shared/model/fact.ts';
import { NAME_TYPES } from '@shared/model/name.ts';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { FILTERS } from '../../../renderer/state/focus.ts';

const locales = resolve(import.meta.dirname, '../../../resources/locales');

type Words = Readonly<Record<string, string>>;

function readLocale(language: string): Record<string, Words> {
  const folder = resolve(locales, language);
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(resolve(folder, file), 'utf8'))]),
  );
}

/** A concept of the interface, what it is called, and what it must not be called. */
interface Term {
  readonly concept: string;
  readonly zh: string;
  readonly en: string;
  readonly never: { readonly zh: readonly string[]; readonly en: readonly string[] };
}

/** In English, at the beginning of a word: “claim” is in claims, not in disclaim. */
const holds = (message: string, word: string): boolean =>
  /^[a-z]/i.test(word) ? new RegExp(`\\b${word}`, 'i').test(message) : message.includes(word);

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Names of the values that a message asks for, of its plural and select branches too. */
function placeholders(ast: Ast): Set<string> {
  const names = new Set<string>();
  for (const part of ast) {
    if ('value' in part && part.type !== 0) names.add(part.value);
    if ('options' in part)
      for (const option of Object.values(part.options))
        for (const name of placeholders(option.value)) names.add(name);
  }
  return names;
}

const read = (words: string): string[] =>
  [...placeholders(new IntlMessageFormat(words, 'en', undefined, { ignoreTag: true }).getAst())].sort();

const zh = readLocale('zh');
const en = readLocale('en');

describe('the words of the interface', () => {
  it('are in the same files under the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const file of Object.keys(zh)) expect(Object.keys(en[file]!), file).toEqual(Object.keys(zh[file]!));
  });

  it('ask for the same values in both languages', () => {
    for (const [file, words] of Object.entries(zh))
      for (const [key, message] of Object.entries(words))
        expect(read(en[file]![key]!), `${file} ${key}`).toEqual(read(message));
  });

  it('are never empty and hold no emoji', () => {
    for (const catalogue of [zh, en])
      for (const [file, words] of Object.entries(catalogue))
        for (const [key, message] of Object.entries(words)) {
          expect(message.trim(), `${file} ${key}`).not.toBe('');
          expect(message, `${file} ${key}`).not.toMatch(/\p{Extended_Pictographic}/u);
        }
  });

  it('call each thing by the one name that the glossary gives it', () => {
    const glossary: readonly Term[] = JSON.parse(readFileSync(resolve(locales, 'glossary.json'), 'utf8'));
    for (const [language, catalogue] of Object.entries({ zh, en } as const)) {
      const all = Object.entries(catalogue).flatMap(([file, words]) =>
        Object.entries(words).map(([key, message]) => ({ where: `${file} ${key}`, message })),
      );
      for (const term of glossary) {
        const [name, never] = [term[language as 'zh' | 'en'], term.never[language as 'zh' | 'en']];
        expect(
          all.some(({ message }) => holds(message, name)),
          `${term.concept}: nothing says ${name}`,
        ).toBe(true);
        for (const word of never)
          expect(
            all.filter(({ message }) => holds(message, word)).map(({ where }) => where),
            `${term.concept} is ${name}, never ${word}`,
          ).toEqual([]);
      }
    }
  });

  it('have one form of each sign', () => {
    for (const [file, words] of Object.entries(zh))
      for (const [key, message] of Object.entries(words)) {
        expect(message, `${file} ${key}`).not.toMatch(
          /\p{Script=Han}…(?!…)|\p{Script=Han}[,;:!?]|\p{Script=Han}"/u,
        );
      }
    for (const [file, words] of Object.entries(en))
      for (const [key, message] of Object.entries(words))
        expect(message.replaceAll(/"\{\w+\}"/g, ''), `${file} ${key}`).not.toMatch(
          /\p{L}'\p{L}|"|……|[，；：！？（）]/u,
        );
  });

  it('name every error, kind, bound, name type and chip', () => {
    const facts = Object.keys(zh['facts.json']!);
    expect(Object.keys(zh['errors.json']!).sort()).toEqual([...ERROR_CODES].sort());
    expect(facts).toEqual(expect.arrayContaining(FACT_KINDS.map((kind) => `kind.${kind}`)));
    expect(facts).toEqual(expect.arrayContaining(NAME_TYPES.map((type) => `name.${type}`)));
    expect(facts).toEqual(expect.arrayContaining(BOUNDS.map((bound) => `bound.${bound}`)));
    const families = FILTERS.filter((filter) => filter !== 'all');
    expect(facts).toEqual(expect.arrayContaining(families.map((family) => `family.${family}`)));
  });
});

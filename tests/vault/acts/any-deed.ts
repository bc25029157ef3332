import type { Selector } from '@shared/anchors/selector.ts';
import type { Deed } from '@shared/journal/act.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { type SourceHash, sourceHash } from '@shared/model/source.ts';
import fc from 'fast-check';

/** Few of each, so that deeds meet on the same thing. */
export const SOURCES: readonly SourceHash[] = ['a', 'b'].map((digit) => sourceHash(digit.repeat(64)));

const source = fc.constantFrom(...SOURCES);
const selectorIn = (of: SourceHash): fc.Arbitrary<Selector> =>
  fc.nat({ max: 2 }).map((at) => ({
    source: of,
    textHash: 'text',
    spans: [sourceSpan(10 * at, 10 * at + 4)],
    quote: { exact: '四个字是', prefix: '', suffix: '' },
  }));
const selector = source.chain(selectorIn);
const kind = fc.constantFrom('money' as const, 'quantity' as const);
const word = fc.constantFrom('甲', '乙', '丙');
const tags = fc.array(word, { maxLength: 2 });
const correctionIn = (of: SourceHash) =>
  fc.record(
    {
      value: fc.constantFrom(1, 2, null),
      unit: fc.constantFrom('元', null),
      measure: fc.constantFrom('没有印出的词', null),
      kind,
      span: selectorIn(of),
    },
    { requiredKeys: [] },
  );
const figure = fc.record({ target: selector, kind });
const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const of = <Rest extends object>(type: string, rest: { [K in keyof Rest]: fc.Arbitrary<Rest[K]> }) =>
  fc.record(rest).map((fields) => ({ type, ...fields }));

/** A fact is moved within its page alone. */
const correcting = (type: string) =>
  selector.chain((target) =>
    of(type, { target: fc.constant(target), kind, correction: correctionIn(target.source) }),
  );

/** Any deed but the undo, which names an act, and the erasure, which takes bytes. */
export const anyDeed = fc.oneof(
  of('source.add', { source, name: word, size: fc.constant(3) }),
  of('source.add', { source, name: word, size: fc.constant(3), origin: fc.tuple(source, word) }),
  of('source.remove', { source }),
  of('source.restore', { source }),
  of('source.describe', {
    source,
    description: fc.record({ newspaper: nullable(word), edition: nullable(word) }, { requiredKeys: [] }),
  }),
  of('source.tag', { source, tags }),
  of('article.label', { target: selector, tags }),
  of('article.label', { target: selector, mark: fc.constantFrom('read', 'to-do', null) }),
  of('story.continue', { first: selector, second: selector }),
  of('page.cut', {
    cut: fc.oneof(
      of('split', { at: selector }),
      of('merge', { first: selector, second: selector }),
      of('arrange', { what: selector, after: nullable(selector) }),
      of('reorder', { what: selector, after: nullable(selector) }),
      of('mark', { what: selector, role: fc.constantFrom('body', 'caption') }),
      of('join', { at: selector }),
      of('break', { at: selector }),
    ),
  }),
  of('doubt.settle', { target: selector, reason: fc.constant('owner-unknown') }),
  of('fact.confirm', { target: selector, kind }),
  of('fact.reject', { target: selector, kind }),
  correcting('fact.correct'),
  correcting('fact.add'),
  of('name.mark', { target: selector, nameType: fc.constantFrom('person', 'org', null) }),
  of('word.keep', { word, nameType: fc.constantFrom('person', 'org', null) }),
  of('word.forget', { word }),
  of('name.join', {
    nameType: fc.constant('org'),
    forms: fc.array(word, { minLength: 1, maxLength: 2 }),
    as: word,
  }),
  of('name.split', { nameType: fc.constant('org'), form: word, from: word }),
  of('figures.join', { figures: fc.tuple(figure, figure) }),
  of('figures.part', { figures: fc.tuple(figure, figure) }),
  of('figures.settle', {
    figures: fc.array(figure, { minLength: 2, maxLength: 3 }),
    use: fc.constantFrom(0, 1, null),
    note: word,
  }),
  of('bookmark.add', { bookmark: word, target: selector, note: word, tags }),
  of('bookmark.edit', { bookmark: word, note: word, tags }),
  of('bookmark.place', { bookmark: word, target: selector }),
  of('bookmark.remove', { bookmark: word }),
  of('search.save', { search: word, name: word, query: word }),
  of('search.forget', { search: word }),
) as unknown as fc.Arbitrary<Deed>;

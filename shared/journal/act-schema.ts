import type { Selector } from '@shared/anchors/selector.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { BOUNDS, FACT_KINDS } from '@shared/model/fact.ts';
import { NAME_TYPES } from '@shared/model/name.ts';
import type { SourceOffset } from '@shared/model/offset.ts';
import { DOUBT_REASONS } from '@shared/model/page.ts';
import { ENCODINGS, REGIONS, type SourceHash } from '@shared/model/source.ts';
import * as v from 'valibot';
import {
  ACT_SCHEMA,
  type Act,
  BLOCK_ROLES,
  BOOKMARK_COLOURS,
  type Cut,
  type Deed,
  READING_MARKS,
} from './act.ts';

const text = v.string();
/** ISO 8601 with zone. */
const time = v.pipe(text, v.isoTimestamp());
const source = v.pipe(
  text,
  v.regex(/^[0-9a-f]{64}$/),
  v.transform((value) => value as SourceHash),
);
const offset = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.transform((value) => value as SourceOffset),
);
const selector: v.GenericSchema<unknown, Selector> = v.strictObject({
  source,
  textHash: text,
  spans: v.pipe(v.array(v.strictObject({ start: offset, end: offset })), v.minLength(1)),
  quote: v.strictObject({ exact: text, prefix: text, suffix: text }),
});
const factKind = v.picklist(FACT_KINDS);
const nameType = v.picklist(NAME_TYPES);
/** JSON can write numbers that are too large for one. */
const number = v.pipe(v.number(), v.finite());
const tags = v.array(text);
const colour = v.picklist(BOOKMARK_COLOURS);
const figure = v.strictObject({ target: selector, kind: factKind });
const correction = v.strictObject({
  kind: v.exactOptional(factKind),
  value: v.exactOptional(v.nullable(v.union([number, text]))),
  valueMax: v.exactOptional(v.nullable(number)),
  unit: v.exactOptional(v.nullable(text)),
  bound: v.exactOptional(v.picklist(BOUNDS)),
  measure: v.exactOptional(v.nullable(text)),
  when: v.exactOptional(v.nullable(text)),
  span: v.exactOptional(selector),
});
const description = v.strictObject({
  newspaper: v.exactOptional(v.nullable(text)),
  edition: v.exactOptional(v.nullable(text)),
  pageTitle: v.exactOptional(v.nullable(text)),
  publishedOn: v.exactOptional(v.nullable(v.pipe(text, v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)))),
  encoding: v.exactOptional(v.nullable(v.picklist(ENCODINGS))),
  region: v.exactOptional(v.nullable(v.picklist(REGIONS))),
  reading: v.exactOptional(v.nullable(v.literal('plain'))),
});

const cut: v.GenericSchema<unknown, Cut> = v.variant('type', [
  v.strictObject({ type: v.literal('split'), at: selector }),
  v.strictObject({ type: v.literal('merge'), first: selector, second: selector }),
  v.strictObject({ type: v.literal('arrange'), what: selector, after: v.nullable(selector) }),
  v.strictObject({ type: v.literal('reorder'), what: selector, after: v.nullable(selector) }),
  v.strictObject({ type: v.literal('mark'), what: selector, role: v.picklist(BLOCK_ROLES) }),
  v.strictObject({ type: v.literal('join'), at: selector }),
  v.strictObject({ type: v.literal('break'), at: selector }),
]);

const deed: v.GenericSchema<unknown, Deed> = v.variant('type', [
  v.strictObject({
    type: v.literal('source.add'),
    source,
    name: text,
    size: number,
    origin: v.exactOptional(v.tuple([text, text])),
  }),
  v.strictObject({ type: v.literal('source.remove'), source }),
  v.strictObject({ type: v.literal('source.restore'), source }),
  v.strictObject({ type: v.literal('source.erase'), source }),
  v.strictObject({ type: v.literal('source.describe'), source, description }),
  v.strictObject({ type: v.literal('source.tag'), source, tags }),
  v.strictObject({
    type: v.literal('article.label'),
    target: selector,
    tags: v.exactOptional(tags),
    mark: v.exactOptional(v.nullable(v.picklist(READING_MARKS))),
  }),
  v.strictObject({ type: v.literal('story.continue'), first: selector, second: selector }),
  v.strictObject({ type: v.literal('page.cut'), cut }),
  v.strictObject({ type: v.literal('doubt.settle'), target: selector, reason: v.picklist(DOUBT_REASONS) }),
  v.strictObject({ type: v.literal('fact.confirm'), target: selector, kind: factKind }),
  v.strictObject({ type: v.literal('fact.reject'), target: selector, kind: factKind }),
  v.strictObject({ type: v.literal('fact.correct'), target: selector, kind: factKind, correction }),
  v.strictObject({ type: v.literal('fact.add'), target: selector, kind: factKind, correction }),
  v.strictObject({
    type: v.literal('name.mark'),
    target: selector,
    nameType: v.nullable(nameType),
    as: v.exactOptional(text),
  }),
  v.strictObject({
    type: v.literal('word.keep'),
    word: v.pipe(text, v.minLength(1)),
    nameType: v.nullable(nameType),
  }),
  v.strictObject({ type: v.literal('word.forget'), word: text }),
  v.strictObject({ type: v.literal('name.join'), nameType, forms: v.array(text), as: text }),
  v.strictObject({ type: v.literal('name.split'), nameType, form: text, from: text }),
  v.strictObject({ type: v.literal('figures.join'), figures: v.strictTuple([figure, figure]) }),
  v.strictObject({ type: v.literal('figures.part'), figures: v.strictTuple([figure, figure]) }),
  v.strictObject({
    type: v.literal('figures.settle'),
    figures: v.pipe(v.array(figure), v.minLength(2)),
    use: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    note: text,
  }),
  v.strictObject({
    type: v.literal('bookmark.add'),
    bookmark: text,
    target: selector,
    note: text,
    tags,
    colour: v.exactOptional(colour),
    madeAt: v.exactOptional(time),
    changedAt: v.exactOptional(time),
  }),
  v.strictObject({
    type: v.literal('bookmark.edit'),
    bookmark: text,
    note: text,
    tags,
    colour: v.exactOptional(colour),
  }),
  v.strictObject({ type: v.literal('bookmark.place'), bookmark: text, target: selector }),
  v.strictObject({ type: v.literal('bookmark.remove'), bookmark: text }),
  v.strictObject({ type: v.literal('search.save'), search: text, name: text, query: text }),
  v.strictObject({ type: v.literal('search.forget'), search: text }),
  v.strictObject({ type: v.literal('undo'), act: text }),
]);

const act: v.GenericSchema<unknown, Act> = v.strictObject({
  id: v.pipe(text, v.minLength(1)),
  at: time,
  device: text,
  schema: v.literal(ACT_SCHEMA),
  deed,
});

/** Reads one act of a journal; a form that this version does not know is a failure, never a guess. */
export function readAct(value: unknown): Result<Act, 'act-malformed'> {
  const parsed = v.safeParse(act, value);
  if (parsed.success) return success(parsed.output);
  const [issue] = parsed.issues;
  return failure('act-malformed', { where: v.getDotPath(issue) ?? '', expected: issue.expected ?? '' });
}

/** Reads the acts of a journal's lines; the first that this version does not know fails them all. */
export function readActs(lines: readonly { readonly act: unknown }[]): Result<Act[], 'act-malformed'> {
  const acts: Act[] = [];
  for (const line of lines) {
    const read = readAct(line.act);
    if (!read.ok) return read;
    acts.push(read.value);
  }
  return success(acts);
}

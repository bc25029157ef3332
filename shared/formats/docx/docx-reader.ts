import { failure, type Result, success } from '@shared/contracts/results.ts';
import type { ReadSource } from '@shared/model/read-source.ts';
import { LEFT_OUT, type LeftOut } from '@shared/model/source.ts';
import type { FormatReader, ReadProblem } from '../format-reader.ts';
import { FORMATS } from '../formats.ts';
import { SourceDraft } from '../source-draft.ts';
import { openZip, type ZipProblem } from '../zip/open-zip.ts';
import { PackageParts, type Relationship } from '../zip/package-parts.ts';
import { PART_LIMITS } from '../zip/part-limits.ts';
import { recogniseZip } from '../zip/recognise-zip.ts';
import type { Block, Counts, Story } from './blocks.ts';
import { readNumbering } from './numbering.ts';
import { readShown } from './read-shown.ts';
import { readStory } from './read-story.ts';
import { readStyles } from './styles.ts';
import { BlockWriter } from './write-blocks.ts';

const [DOCX] = FORMATS.docx.mediaTypes;

/**
 * Word documents (ECMA-376, transitional and strict): what is seen of them when all tracked changes are
 * accepted. Headers come first, notes and footers last. Nothing outside the package is read.
 */
export const docxReader: FormatReader = {
  format: 'docx',
  recognises: (bytes, name) => recogniseZip(bytes, name) === 'docx',
  read: ({ bytes }, { units }) => {
    const read = readDocx(bytes);
    if (!read.ok) return read;
    const { length: size } = read.value.text;
    return size > units ? failure('file-too-large', { size, limit: units }) : read;
  },
};

function readDocx(bytes: Uint8Array): Result<ReadSource, ReadProblem> {
  const zip = openZip(bytes, PART_LIMITS);
  if (!zip.ok) return zip;
  const parts = new PackageParts(zip.value);
  const root = parts.relationships('');
  if (!root.ok) return root;
  const main = partOf(root.value, 'officeDocument') ?? 'word/document.xml';
  const leftOut: Counts = { deletions: 0, comments: 0, formulae: 0, pictures: 0, hidden: 0, inserted: 0 };
  const body = readPart(parts, main, leftOut);
  if (!body.ok) return body;
  if (body.value === null) return failure('archive-damaged', { part: main });
  const beside = readBeside(parts, main, body.value, leftOut);
  if (!beside.ok) return beside;
  const { margins, notes, styles, numbering, shown } = beside.value;

  const draft = new SourceDraft();
  const writer = new BlockWriter({
    draft,
    styleOf: readStyles(styles),
    numbering: readNumbering(numbering),
    blocksOf: (relationship) => shown.get(relationship) ?? [],
  });
  for (const { blocks } of margins.filter(({ isFooter }) => !isFooter))
    writer.writeBeside(blocks, 'margin', 'header');
  writer.writeBody(body.value.blocks);
  draft.endLine();
  for (const { blocks, where } of notes) writer.writeBeside(blocks, 'note', where);
  for (const { blocks } of margins.filter(({ isFooter }) => isFooter))
    writer.writeBeside(blocks, 'margin', 'footer');

  const written = draft.finish();
  if (written.text.trim() === '') return failure('no-text', { pictures: leftOut.pictures });
  return success({ ...written, mediaType: DOCX, encoding: null, leftOut: listLeftOut(leftOut) });
}

/** What a document keeps outside its body. */
interface Beside {
  readonly margins: readonly { readonly blocks: readonly Block[]; readonly isFooter: boolean }[];
  readonly notes: readonly { readonly blocks: readonly Block[]; readonly where: string }[];
  readonly styles: Uint8Array | null;
  readonly numbering: Uint8Array | null;
  readonly shown: ReadonlyMap<string, readonly Block[]>;
}

function readBeside(
  parts: PackageParts,
  main: string,
  body: Story,
  leftOut: Counts,
): Result<Beside, ReadProblem> {
  const relationships = parts.relationships(main);
  if (!relationships.ok) return relationships;
  const targets = new Map(relationships.value.map(({ id, part }) => [id, part]));
  const margins: { blocks: readonly Block[]; isFooter: boolean }[] = [];
  for (const [ids, isFooter] of [
    [body.headers, false],
    [body.footers, true],
  ] as const)
    for (const id of new Set(ids)) {
      const story = readPart(parts, targets.get(id) ?? null, leftOut);
      if (!story.ok) return story;
      // Sections repeat what runs above them.
      const blocks = story.value?.blocks ?? [];
      if (!margins.some((other) => wordsOf(other.blocks) === wordsOf(blocks)))
        margins.push({ blocks, isFooter });
    }
  const notes: { blocks: readonly Block[]; where: string }[] = [];
  for (const [type, ids, where] of [
    ['footnotes', body.footnotes, 'footnote'],
    ['endnotes', body.endnotes, 'endnote'],
  ] as const) {
    const story = readPart(parts, partOf(relationships.value, type), leftOut);
    if (!story.ok) return story;
    [...new Set(ids)].forEach((id, i) => {
      notes.push({ blocks: story.value?.notes.get(id) ?? [], where: `${where} ${i + 1}` });
    });
  }
  const shown = new Map<string, readonly Block[]>();
  for (const { id, type, part } of relationships.value) {
    if (part === null || (type !== 'chart' && type !== 'diagramData')) continue;
    const bytes = parts.read(part);
    // A picture of numbers that cannot be read leaves the document's own words as they are.
    if (bytes.ok && bytes.value) shown.set(id, readShown(bytes.value));
  }
  const styles = parts.read(partOf(relationships.value, 'styles') ?? '');
  const numbering = parts.read(partOf(relationships.value, 'numbering') ?? '');
  if (!styles.ok) return styles;
  if (!numbering.ok) return numbering;
  return success({ margins, notes, styles: styles.value, numbering: numbering.value, shown });
}

const partOf = (relationships: readonly Relationship[], type: string): string | null =>
  relationships.find((relationship) => relationship.type === type)?.part ?? null;

/** Null where there is no such part. */
function readPart(
  parts: PackageParts,
  part: string | null,
  leftOut: Counts,
): Result<Story | null, ZipProblem> {
  const bytes = part === null ? success(null) : parts.read(part);
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return success(null);
  const story = readStory(bytes.value, leftOut);
  return story === null ? failure('archive-damaged', { part: part ?? '' }) : success(story);
}

const listLeftOut = (counts: Counts): LeftOut[] =>
  LEFT_OUT.flatMap((what) => {
    const count = counts[what as keyof Counts] ?? 0;
    return count > 0 ? [{ what, count }] : [];
  });

const wordsOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.type === 'paragraph'
        ? block.text + block.boxes.map(wordsOf).join('')
        : block.rows.map((cells) => cells.map(wordsOf).join('\t')).join('\n'),
    )
    .join('\n');

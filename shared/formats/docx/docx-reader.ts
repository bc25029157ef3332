import { failure, type Result, success } from '@shared/contracts/results.ts';
import type { ReadSource } from '@shared/model/read-source.ts';
import { LEFT_OUT, type LeftOut } from '@shared/model/source.ts';
import type { FormatReader, ReadProblem } from '../format-reader.ts';
import { FORMATS } from '../formats.ts';
import type { Limits } from '../limits.ts';
import { SourceDraft } from '../source-draft.ts';
import { openZip, type ZipProblem } from '../zip/open-zip.ts';
import { PackageParts, type Relationship } from '../zip/package-parts.ts';
import { PART_LIMITS } from '../zip/part-limits.ts';
import { recogniseZip } from '../zip/recognise-zip.ts';
import type { Block, Counts, Story } from './blocks.ts';
import { readNumbering } from './numbering.ts';
import { insertedParts } from './read-inserted.ts';
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
  read: ({ bytes }, limits) => {
    const read = readDocx(bytes, limits);
    if (!read.ok) return read;
    const { length: size } = read.value.text;
    return size > limits.units ? failure('file-too-large', { size, limit: limits.units }) : read;
  },
};

function readDocx(bytes: Uint8Array, limits: Limits): Result<ReadSource, ReadProblem> {
  const zip = openZip(bytes, PART_LIMITS);
  if (!zip.ok) return zip;
  const parts = new PackageParts(zip.value);
  const root = parts.relationships('');
  if (!root.ok) return root;
  const main = partOf(root.value, 'officeDocument') ?? 'word/document.xml';
  const leftOut: Counts = {
    deletions: 0,
    comments: 0,
    formulae: 0,
    pictures: 0,
    hidden: 0,
    inserted: 0,
    directory: zip.value.isIncomplete ? 1 : 0,
    damaged: 0,
  };
  const relationships = parts.relationships(main);
  if (!relationships.ok) return relationships;
  const body = readBody(parts, main, relationships.value, leftOut, limits);
  if (!body.ok) return body;
  const { margins, notes, styles, numbering, shown } = readBeside(
    parts,
    relationships.value,
    body.value,
    leftOut,
  );

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

function readBody(
  parts: PackageParts,
  main: string,
  relationships: readonly Relationship[],
  leftOut: Counts,
  limits: Limits,
): Result<Story, ZipProblem> {
  const bytes = parts.read(main);
  if (!bytes.ok) return bytes;
  const story = bytes.value && readStory(bytes.value, leftOut, insertedParts(parts, relationships, limits));
  return story ? success(story) : failure('archive-damaged', { part: main });
}

/** What of it is damaged is counted and leaves the others: the document's own words come first. */
function readBeside(
  parts: PackageParts,
  relationships: readonly Relationship[],
  body: Story,
  leftOut: Counts,
): Beside {
  const read = (part: string | null | undefined): Uint8Array | null => {
    const bytes = part ? parts.read(part) : success(null);
    if (!bytes.ok) leftOut.damaged++;
    return bytes.ok ? bytes.value : null;
  };
  const readWords = (part: string | null | undefined): Story | null => {
    const bytes = read(part);
    const story = bytes && readStory(bytes, leftOut);
    if (bytes && !story) leftOut.damaged++;
    return story;
  };
  const targets = new Map(relationships.map(({ id, part }) => [id, part]));
  const margins: { blocks: readonly Block[]; isFooter: boolean }[] = [];
  for (const [ids, isFooter] of [
    [body.headers, false],
    [body.footers, true],
  ] as const)
    for (const id of new Set(ids)) {
      const blocks = readWords(targets.get(id))?.blocks ?? [];
      // Sections repeat what runs above them.
      if (!margins.some((other) => wordsOf(other.blocks) === wordsOf(blocks)))
        margins.push({ blocks, isFooter });
    }
  const notes: { blocks: readonly Block[]; where: string }[] = [];
  for (const [type, ids, where] of [
    ['footnotes', body.footnotes, 'footnote'],
    ['endnotes', body.endnotes, 'endnote'],
  ] as const) {
    const story = readWords(partOf(relationships, type));
    [...new Set(ids)].forEach((id, i) => {
      notes.push({ blocks: story?.notes.get(id) ?? [], where: `${where} ${i + 1}` });
    });
  }
  const shown = new Map<string, readonly Block[]>();
  for (const { id, type, part } of relationships) {
    if (type !== 'chart' && type !== 'diagramData') continue;
    const bytes = read(part);
    if (bytes) shown.set(id, readShown(bytes));
  }
  return {
    margins,
    notes,
    shown,
    styles: read(partOf(relationships, 'styles')),
    numbering: read(partOf(relationships, 'numbering')),
  };
}

const partOf = (relationships: readonly Relationship[], type: string): string | null =>
  relationships.find((relationship) => relationship.type === type)?.part ?? null;

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

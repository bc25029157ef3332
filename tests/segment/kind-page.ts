import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@shared/model/page.ts';

/** An item of a page as a careful person reads it; texts without blanks. */
interface KindItem {
  readonly kind: string;
  /** Headline, and headline with its kicker and second line: either is right. */
  readonly titles: readonly string[];
  readonly names: readonly string[];
  readonly parts: readonly string[];
  readonly captions: string;
}

/** A small page of `kinds/`, whose notation its SOURCE.md explains. */
export interface KindPage {
  readonly name: string;
  readonly text: string;
  readonly items: readonly KindItem[];
  readonly furniture: readonly string[];
}

const FOLDER = resolve(import.meta.dirname, 'kinds');

/** The kinds that have pages. */
export const KINDS: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace(/\.txt$/, ''))
  .sort();

/** The pages of a kind. */
export const readKind = (kind: string): KindPage[] =>
  readFileSync(resolve(FOLDER, `${kind}.txt`), 'utf8')
    .split(/^==== /m)
    .slice(1)
    .map(readPage);

/** A sign before a headline is the page's own. */
const SIGN = /^[▲△●◆■※★]/u;
/** Names in brackets at a paragraph's end sign it and are no part of it. */
const SIGNED = /（\p{Script=Han}{2,12}）$/u;

const bare = (text: string): string => text.replace(/\s/g, '');

interface Draft {
  title: string;
  beside: string[];
  parts: string[];
  captions: string;
}

function readPage(source: string): KindPage {
  const [name = '', ...lines] = source.trimEnd().split('\n');
  const printed: string[] = [];
  const drafts: Draft[] = [];
  const names: string[][] = [];
  const photos: string[] = [];
  const notices: string[] = [];
  const furniture: string[] = [];
  let last = '';
  const open = (): Draft => {
    const draft: Draft = { title: '', beside: [], parts: [], captions: '' };
    drafts.push(draft);
    return draft;
  };
  for (const line of lines) {
    const role = line[0] ?? '';
    const text = line.slice(2);
    if (role === '=') {
      names.push(text.split(' ').filter(Boolean));
      continue;
    }
    if (role === '@') {
      const [kind = '', ...title] = text.split(' ');
      (kind === 'notice' ? notices : photos).push(bare(title.join(' ')));
      continue;
    }
    printed.push(text);
    if (role === '') continue;
    if (role === 'F') {
      furniture.push(bare(text));
      continue;
    }
    const isHead = role === 'T' || role === 'S';
    const before = drafts.at(-1);
    const begun = before && (before.parts.length > 0 || before.captions !== '');
    const own = !before || role === 'N' || (isHead && begun) ? open() : before;
    const kind = role === '+' ? last : role;
    if (kind === 'T') own.title += bare(text).replace(SIGN, '');
    else if (kind === 'S') own.beside.push(bare(text));
    else if (kind === 'C') own.captions += bare(text);
    else if (kind === 'P' || kind === 'H' || kind === 'N')
      if (role === '+') own.parts[own.parts.length - 1] += bare(text);
      else own.parts.push(bare(text));
    last = kind;
  }
  return {
    name,
    text: printed.join('\n'),
    furniture,
    items: drafts.map((draft, i) => ({
      kind:
        photos.includes(draft.title) && draft.parts.length === 0
          ? 'photo'
          : notices.includes(draft.title)
            ? 'notice'
            : 'article',
      titles: [draft.title, ...draft.beside.flatMap((line) => [draft.title + line, line + draft.title])],
      names: names[i] ?? [],
      parts: draft.parts,
      captions: draft.captions,
    })),
  };
}

/** What came back otherwise than a careful person reads it; empty where all is right. */
export function mistakesOf(wanted: KindPage, page: Page): string[] {
  const mistakes: string[] = [];
  const given = page.articles.map((one) => {
    const spans = [...one.paragraphs, ...one.headings].sort((a, b) => a.start - b.start);
    return {
      kind: one.kind,
      title: bare(one.title?.text ?? ''),
      names: one.byline.names,
      parts: spans.map(({ start, end }) => bare(one.body.text.slice(start, end))),
      captions: bare(one.captions.map(({ text }) => text).join('')),
    };
  });
  const expect = (what: string, got: unknown, right: unknown): void => {
    if (JSON.stringify(got) !== JSON.stringify(right))
      mistakes.push(`${what}: ${JSON.stringify(got)} for ${JSON.stringify(right)}`);
  };
  expect(
    'articles',
    given.map(({ kind, title }) => `${kind} ${title}`.slice(0, 16)),
    wanted.items.map(({ kind, titles }) => `${kind} ${titles[0]}`.slice(0, 16)),
  );
  if (given.length === wanted.items.length)
    for (const [i, item] of wanted.items.entries()) {
      const got = given[i] as (typeof given)[number];
      if (!item.titles.includes(got.title)) mistakes.push(`title: ${got.title} for ${item.titles[0]}`);
      if (item.names.length > 0 || item.kind === 'photo')
        expect(`${item.titles[0]} by`, [...got.names].sort(), [...item.names].sort());
      const unsigned = (part: string): string => (item.names.length > 0 ? part.replace(SIGNED, '') : part);
      expect(`${item.titles[0]} parts`, got.parts.map(unsigned), item.parts.map(unsigned));
      expect(`${item.titles[0]} captions`, got.captions, item.captions);
    }
  const lines = page.furniture.map(({ start, end }) => bare(wanted.text.slice(start, end))).join('\n');
  for (const line of wanted.furniture) if (!lines.includes(line)) mistakes.push(`no furniture: ${line}`);
  return mistakes;
}

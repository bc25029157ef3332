import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFile } from '@shared/formats/read-file.ts';
import { parseDocument } from 'htmlparser2';

/** Files that may lie beside the checkout, a folder a format. */
export const FILES = resolve(import.meta.dirname, '../../../shared/files');

/** Those of a format; none where the folder is not there. */
export const filesOf = (format: string): string[] =>
  existsSync(resolve(FILES, format))
    ? readdirSync(resolve(FILES, format)).map((name) => resolve(FILES, format, name))
    : [];

export async function textOf(path: string): Promise<string> {
  const read = await readFile({ bytes: new Uint8Array(readFileSync(path)), name: path });
  if (!read.ok) throw new Error(`${path}: ${read.reason}`);
  return read.value.text;
}

/** How often each Han character stands in a text. */
function countHan(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [han] of text.matchAll(/\p{Script=Han}/gu)) counts.set(han, (counts.get(han) ?? 0) + 1);
  return counts;
}

/** Han characters of `other` that `text` has fewer of. */
export function lostIn(text: string, other: string): string {
  const ours = countHan(text);
  return [...countHan(other)]
    .flatMap(([han, count]) => han.repeat(Math.max(0, count - (ours.get(han) ?? 0))))
    .join('');
}

/** Saved web pages among them. */
export const PAGES_BESIDE = filesOf('html').filter(
  (path) => path.endsWith('.html') && !path.endsWith('_expected.html'),
);

const UNSHOWN = new Set(['script', 'style', 'noscript', 'template', 'iframe']);

/** What a page shows by the tree that another reader makes of it. */
export function shownOn(page: string): string {
  const words: string[] = [];
  const walk = (nodes: readonly DomNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') words.push(node.data ?? '');
      const { hidden, style = '' } = node.attribs ?? {};
      const isShown = hidden === undefined && !/display\s*:\s*none/i.test(style);
      if (node.children && node.type !== 'comment' && isShown && !UNSHOWN.has(node.name ?? ''))
        walk(node.children);
    }
  };
  walk(parseDocument(page).children as readonly DomNode[]);
  return words.join('');
}

/** The author that the head of a page names; empty where it names none. */
export function authorNamed(page: string): string {
  const [, tag = ''] = /(<meta\b[^>]*\bname\s*=\s*["']?author\b[^>]*>)/i.exec(page) ?? [];
  return /\bcontent\s*=\s*["']([^"']*)/i.exec(tag)?.[1]?.trim() ?? '';
}

/** The page of a web page in one file, as Python's reader of mail takes it out; null where there is no Python. */
export const printMail = (path: string): string | null => print('python3', '-c', TAKE_PAGE, path);

const TAKE_PAGE = `
import email, re, sys
message = email.message_from_binary_file(open(sys.argv[1], 'rb'))
part = next(p for p in message.walk() if p.get_content_type() == 'text/html')
body = part.get_payload(decode=True)
declared = part.get_content_charset() or re.search(rb'charset=["\\']?([\\w-]+)', body)[1].decode()
sys.stdout.buffer.write(body.decode(declared, 'replace').encode())
`;

interface DomNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly DomNode[];
}

/** What another program prints, or null where it is not installed. */
export function print(program: string, ...args: string[]): string | null {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 1e9,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}

export const hasPandoc = print('pandoc', '--version') !== null;
export const hasUnzip = print('unzip', '-v') !== null;

/** Words of elements that are shown as text. */
export const shownIn = (xml: string): string =>
  [...xml.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g)].map(([, words]) => words).join('');

/** Words of a chapter's body; readings beside words are no part of them. */
export const shownInChapter = (xhtml: string): string =>
  xhtml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^[\s\S]*?<body/, '<body')
    .replace(/<rt\b[\s\S]*?<\/rt\s*>/g, '')
    .replace(/<[^>]*>/g, '');

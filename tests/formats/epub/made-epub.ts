import { strToU8, type ZippableFile, zipSync } from 'fflate';

/** A chapter of a made book. */
export interface MadeChapter {
  readonly file: string;
  /** Inner XHTML of its body. */
  readonly body: string;
  /** As the table of contents calls it. */
  readonly name?: string;
}

export interface MadeEpub {
  readonly chapters: readonly MadeChapter[];
  /** Inner XML of the package's metadata. */
  readonly metadata?: string;
  readonly version?: 2 | 3;
  /** Other files. */
  readonly others?: Readonly<Record<string, string>>;
}

/** Names and words of a book's files. */
export function filesOf({
  chapters,
  metadata = '',
  version = 3,
  others = {},
}: MadeEpub): Record<string, string> {
  const items = chapters.map(
    ({ file }, i) =>
      `<item id="c${i}" href="${encodeURIComponent(file)}" media-type="application/xhtml+xml"/>`,
  );
  const links = chapters.flatMap(({ file, name }) => (name ? [{ file, name }] : []));
  const nav = `<html xmlns="http://www.w3.org/1999/xhtml"><body><nav epub:type="toc"><ol>${links.map(({ file, name }) => `<li><a href="${file}#top">${name}</a></li>`).join('')}</ol></nav></body></html>`;
  const ncx = `<ncx><navMap>${links.map(({ file, name }) => `<navPoint><navLabel><text>${name}</text></navLabel><content src="${file}"/></navPoint>`).join('')}</navMap></ncx>`;
  const list =
    version === 3
      ? '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
      : '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>';
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OPS/book.opf': `<package version="${version}.0"><metadata>${metadata}</metadata><manifest>${list}${items.join('')}</manifest><spine${version === 2 ? ' toc="ncx"' : ''}>${chapters.map((_, i) => `<itemref idref="c${i}"/>`).join('')}</spine></package>`,
    ...(version === 3 ? { 'OPS/nav.xhtml': nav } : { 'OPS/toc.ncx': ncx }),
    ...Object.fromEntries(
      chapters.map(({ file, body }) => [
        `OPS/${file}`,
        `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>书名</title></head><body>${body}</body></html>`,
      ]),
    ),
    ...others,
  };
}

export function makeEpub(made: MadeEpub, level: 0 | 6 | 9 = 6): Uint8Array {
  const files: Record<string, ZippableFile> = {};
  for (const [name, text] of Object.entries(filesOf(made)))
    files[name] = [strToU8(text), { level: name === 'mimetype' ? 0 : level, mtime: '2020-01-01' }];
  return zipSync(files);
}

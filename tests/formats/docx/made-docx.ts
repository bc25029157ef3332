import { strToU8, type ZippableFile, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const SPACES = [
  W,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Inner XML of the parts of a document; those that are left out it has none of. */
export interface MadeDocx {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly footer?: string;
}

/** A run of words. */
export const r = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;

/** A paragraph of words or of runs. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`;

export const styled = (style: string, content: string): string => p(content, `<w:pStyle w:val="${style}"/>`);

export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Names and XML of the parts of a package. */
export function partsOf(made: MadeDocx): Record<string, string> {
  const beside = (['styles', 'numbering', 'footnotes', 'endnotes', 'header', 'footer'] as const).filter(
    (part) => made[part] !== undefined,
  );
  const root = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', endnotes: 'endnotes' };
  const elements: Readonly<Record<string, string>> = { ...root, header: 'hdr', footer: 'ftr' };
  const section =
    (made.header === undefined ? '' : '<w:headerReference w:type="default" r:id="header"/>') +
    (made.footer === undefined ? '' : '<w:footerReference w:type="default" r:id="footer"/>');
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${HEAD}<Relationships><Relationship Id="d" Type="${TYPES}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships>${beside
      .map((part) => `<Relationship Id="${part}" Type="${TYPES}/${part}" Target="${part}.xml"/>`)
      .join('')}</Relationships>`,
    'word/document.xml': `${HEAD}<w:document ${SPACES}><w:body>${made.body}<w:sectPr>${section}</w:sectPr></w:body></w:document>`,
    ...Object.fromEntries(
      beside.map((part) => [
        `word/${part}.xml`,
        `${HEAD}<w:${elements[part]} ${SPACES}>${made[part]}</w:${elements[part]}>`,
      ]),
    ),
  };
}

export const makeDocx = (made: MadeDocx): Uint8Array => zipParts(partsOf(made));

/** @param level of compression, 0 to store. */
export function zipParts(parts: Readonly<Record<string, string>>, level: 0 | 1 | 6 | 9 = 6): Uint8Array {
  const files: Record<string, ZippableFile> = {};
  for (const [name, text] of Object.entries(parts))
    files[name] = [strToU8(text), { level, mtime: '2020-01-01' }];
  return zipSync(files);
}

import { recogniseCompound } from './compound-file.ts';
import { recogniseZip, type ZipKind } from './zip/recognise-zip.ts';

/** What a person does to get at the words of a file that is not read. */
export const ADVICE = [
  'saveDocx',
  'saveText',
  'saveCsv',
  'makeEpub',
  'readPicture',
  'unpack',
  'unlock',
] as const;

/** A format that is not read, known by its bytes and said by its right name. */
export interface RefusedFormat {
  /** Its words are in the locales, in `formats.json`. */
  readonly id: string;
  readonly advice: (typeof ADVICE)[number] | null;
  /** It holds pages that another program can give as text; else it is no text at all. */
  readonly isDocument: boolean;
  recognises(bytes: Uint8Array, name: string): boolean;
}

/** Bytes at a place, as each format's specification gives them. */
type Mark = readonly [at: number, bytes: string];

/** Latin-1 letters stand for their bytes. */
const bears = (bytes: Uint8Array, [at, mark]: Mark): boolean => {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark.charCodeAt(i)) return false;
  return true;
};

const marked = (id: string, advice: RefusedFormat['advice'], ...marks: readonly Mark[]): RefusedFormat => ({
  id,
  advice,
  isDocument: advice !== null && advice !== 'unpack' && advice !== 'readPicture',
  recognises: (bytes) => marks.some((mark) => bears(bytes, mark)),
});

/** For marks of a byte or two, which ordinary text may begin with: the name has to say the same. */
const named = (
  id: string,
  advice: RefusedFormat['advice'],
  endings: readonly string[],
  ...marks: readonly Mark[]
): RefusedFormat => {
  const base = marked(id, advice, ...marks);
  const ending = new RegExp(`\\.(?:${endings.join('|')})$`, 'i');
  return { ...base, recognises: (bytes, name) => ending.test(name) && base.recognises(bytes, name) };
};

const zipped = (id: ZipKind, advice: RefusedFormat['advice']): RefusedFormat => ({
  id,
  advice,
  isDocument: true,
  recognises: (bytes, name) => recogniseZip(bytes, name) === id,
});

const compound = (id: string, advice: RefusedFormat['advice']): RefusedFormat => ({
  id,
  advice,
  isDocument: true,
  recognises: (bytes, name) => recogniseCompound(bytes, name) === id,
});

/** Brands of the ISO base media file format that are pictures (ISO/IEC 23008-12, AV1 Image File Format). */
const PICTURE_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'];

export const REFUSED_FORMATS: readonly RefusedFormat[] = [
  marked('pdf', 'saveText', [0, '%PDF-']),
  // Word processors and their kin.
  compound('doc', 'saveDocx'),
  compound('wps', 'saveDocx'),
  compound('xls', 'saveCsv'),
  compound('ppt', 'saveText'),
  compound('locked-office', 'unlock'),
  compound('msg', 'saveText'),
  compound('hwp', 'saveDocx'),
  compound('compound', 'saveText'),
  marked('rtf', 'saveDocx', [0, '{\\rtf']),
  zipped('odt', 'saveDocx'),
  zipped('pages', 'saveDocx'),
  zipped('xlsx', 'saveCsv'),
  zipped('ods', 'saveCsv'),
  zipped('pptx', 'saveText'),
  zipped('odp', 'saveText'),
  zipped('ofd', 'saveText'),
  zipped('xps', 'saveText'),
  // Readers of journals and books.
  marked('caj', 'saveText', [0, 'CAJ\0'], [0, 'HN\0\0'], [0, 'KDH '], [0, 'TEB\0']),
  named('caj', 'saveText', ['caj', 'nh', 'kdh'], [0, '\xc8'], [0, 'HN']),
  marked('ceb', 'saveText', [0, 'Founder CEB']),
  named('pdg', 'saveText', ['pdg'], [0, 'HH']),
  marked('mobi', 'makeEpub', [60, 'BOOKMOBI'], [60, 'TEXtREAd'], [0, 'TPZ0'], [0, '\xeaDRMION\xee']),
  marked('umd', 'makeEpub', [0, '\x89\x9b\x9a\xde']),
  marked('chm', 'saveText', [0, 'ITSF\x03\0\0\0']),
  marked('djvu', 'saveText', [0, 'AT&TFORM']),
  marked('postscript', 'saveText', [0, '%!PS']),
  // Pictures, and scans among them.
  marked('jpeg', 'readPicture', [0, '\xff\xd8\xff'], [4, 'jP  \r\n\x87\n'], [0, '\xff\x4f\xff\x51']),
  marked('png', 'readPicture', [0, '\x89PNG\r\n\x1a\n']),
  marked('gif', 'readPicture', [0, 'GIF87a'], [0, 'GIF89a']),
  marked('tiff', 'readPicture', [0, 'II*\0'], [0, 'MM\0*']),
  named('bmp', 'readPicture', ['bmp', 'dib'], [0, 'BM']),
  marked('webp', 'readPicture', [8, 'WEBP']),
  marked('psd', 'readPicture', [0, '8BPS']),
  marked('heic', 'readPicture', ...PICTURE_BRANDS.map((brand): Mark => [4, `ftyp${brand}`])),
  marked('avif', 'readPicture', [4, 'ftypavif'], [4, 'ftypavis']),
  // Archives of other kinds.
  marked('rar', 'unpack', [0, 'Rar!\x1a\x07']),
  marked('7z', 'unpack', [0, '7z\xbc\xaf\x27\x1c']),
  marked('xz', 'unpack', [0, '\xfd7zXZ\0']),
  marked('bzip2', 'unpack', [0, 'BZh91AY&SY'], [0, 'BZh61AY&SY'], [0, 'BZh11AY&SY']),
  marked('zstd', 'unpack', [0, '\x28\xb5\x2f\xfd']),
  marked('cab', 'unpack', [0, 'MSCF\0\0\0\0']),
  named('lzh', 'unpack', ['lzh', 'lha'], [2, '-lh']),
  // What holds no page at all.
  marked(
    'media',
    null,
    [4, 'ftyp'],
    [0, 'OggS'],
    [0, 'ID3'],
    [0, '\x1aE\xdf\xa3'],
    [8, 'WAVEfmt '],
    [8, 'AVI LIST'],
  ),
  marked('sqlite', null, [0, 'SQLite format 3\0']),
  marked('parquet', null, [0, 'PAR1']),
  marked('program', null, [0, '\x7fELF'], [0, '\xcf\xfa\xed\xfe'], [0, '\xca\xfe\xba\xbe']),
  named('program', null, ['exe', 'dll', 'com', 'scr', 'msi'], [0, 'MZ']),
  {
    id: 'xml',
    advice: 'saveText',
    isDocument: true,
    recognises: (bytes) =>
      /^[\s\u00BB\u00BF\u00EF]*<\?xml/i.test(String.fromCharCode(...bytes.subarray(0, MARKUP_WINDOW))),
  },
];

/** How far a markup declaration may stand from the start, in bytes. */
const MARKUP_WINDOW = 256;

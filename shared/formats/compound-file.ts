/** What a compound file (MS-CFB) of an office program is. */
type CompoundKind = 'doc' | 'wps' | 'xls' | 'ppt' | 'locked-office' | 'msg' | 'hwp' | 'compound';

const MARK = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Length of an entry of the directory, and where each may stand. */
const ENTRY = 128;
const HEADER = 512;

/** Streams by which programs are known, the surest first (MS-DOC 2.1, MS-XLS 2.1, MS-PPT 2.1, MS-OFFCRYPTO 2.3.4). */
const STREAMS: readonly (readonly [stream: string, kind: CompoundKind])[] = [
  ['EncryptedPackage', 'locked-office'],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['HwpSummaryInformation', 'hwp'],
  ['__properties_version1.0', 'msg'],
  ['MatOST', 'wps'],
];

/** WPS Office keeps the streams of the programs that it stands in for. */
const WPS_ENDING = /\.wpt?s?$/i;

/** Null for what is no compound file; `compound` for one of an unknown program. */
export function recogniseCompound(bytes: Uint8Array, name: string): CompoundKind | null {
  if (!MARK.every((byte, i) => bytes[i] === byte)) return null;
  const found = new Set<string>();
  for (let at = HEADER; at + ENTRY <= bytes.length; at += ENTRY) {
    const stream = entryName(bytes, at);
    if (stream !== null) found.add(stream);
  }
  const kind = STREAMS.find(([stream]) => found.has(stream))?.[1] ?? 'compound';
  return kind === 'doc' && WPS_ENDING.test(name) ? 'wps' : kind;
}

/** The name in UTF-16 where a stream's entry may stand; its length in bytes stands behind it, the NUL counted. */
function entryName(bytes: Uint8Array, at: number): string | null {
  const length = (bytes[at + 64] as number) | ((bytes[at + 65] as number) << 8);
  const type = bytes[at + 66] as number;
  if (length < 4 || length > 64 || length % 2 !== 0 || (type !== 2 && type !== 1)) return null;
  let name = '';
  for (let i = at; i < at + length - 2; i += 2) {
    // The names that are sought are plain; some begin with a control.
    if (bytes[i + 1] !== 0) return null;
    const unit = bytes[i] as number;
    if (unit >= 0x20) name += String.fromCharCode(unit);
  }
  return name;
}

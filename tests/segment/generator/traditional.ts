import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PAIRS = [
  ...readFileSync(
    resolve(import.meta.dirname, '../../../resources/lexicons/folding/traditional-simplified.txt'),
    'utf8',
  ).replace(/\s/g, ''),
];

/** The characters that Big5 lists as common: rows A4 to C6. */
function readCommon(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let row = 0xa4; row <= 0xc6; row++)
    for (let cell = 0x40; cell <= (row === 0xc6 ? 0x7e : 0xfe); cell++)
      if (cell <= 0x7e || cell >= 0xa1) bytes.push(row, cell);
  return new Set(new TextDecoder('big5').decode(new Uint8Array(bytes)));
}

/** Simplified forms that are common characters of their own, and are nearly always meant as these. */
const USUAL = '後后於于幾几雲云兒儿劃划準准聽听蟲虫豐丰壞坏撲扑築筑歷历當当術术鐘钟復复';

function readTable(): ReadonlyMap<string, string> {
  const common = readCommon();
  const table = new Map<string, string>();
  const add = (
    pairs: readonly string[],
    fits: (traditional: string, simplified: string) => boolean,
  ): void => {
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      const [traditional, simplified] = [pairs[i] as string, pairs[i + 1] as string];
      if (!table.has(simplified) && fits(traditional, simplified)) table.set(simplified, traditional);
    }
  };
  add([...USUAL], () => true);
  add(PAIRS, (traditional, simplified) => common.has(traditional) && !common.has(simplified));
  return table;
}

const TABLE = readTable();

/** The text in traditional characters, one for one; what already is stays, and so does what only its word could tell. */
export const toTraditional = (text: string): string =>
  [...text].map((char) => TABLE.get(char) ?? char).join('');

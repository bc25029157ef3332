import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceToExport } from '@shared/exchange/exported-source.ts';
import type { Words } from '@shared/exchange/forms/words.ts';
import type { Sources } from '@shared/exchange/write-export.ts';
import { deriveExport, type Exportable } from '../../electron/exchange/export-sources.ts';
import { localeWords } from '../../electron/exchange/locale-words.ts';
import { knowledge } from '../pipeline/run.ts';

const resources = resolve(import.meta.dirname, '../../resources');

export const words: Words = localeWords(resources, 'zh');

/** Two pages of our own: the specimen with its printed faults, and a plain one. */
export const PAGES: Readonly<Record<string, string>> = {
  'specimen.txt': readFileSync(resolve(resources, 'specimen/specimen-page.txt'), 'utf8'),
  'orchard.txt': `东湾日报 2019年4月7日 第03版

高坡乡果园改种记

本报记者 莫清扬

高坡乡去年改种柑橘1.2万亩，投入资金近3200万元，带动420余户果农增收。“一斤果子多卖了八毛钱。”果农祝南星说。

今年3月，乡里又建成冷库6座，总容量2400吨，比上年增长35%。
到2021年，全乡果园面积将达到2.5万亩。
`,
};

/** A page as it is exported, with what a person did on it. */
export async function derivePage(
  name: string,
  content: string | Uint8Array,
  acts: Exportable['acts'] = {},
): Promise<SourceToExport> {
  const value = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const exportable: Exportable = { name, acts, bookmarks: [], read: async () => ({ ok: true, value }) };
  const derived = await deriveExport(exportable, knowledge);
  if (!derived.ok) throw new Error(derived.reason);
  return derived.value;
}

/** The pages of the made library, derived once. */
const derived = Promise.all(Object.entries(PAGES).map(([name, text]) => derivePage(name, text)));

export const library: Sources = async function* () {
  yield* await derived;
};

export async function readWhole(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

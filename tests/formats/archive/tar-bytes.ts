import { strToU8 } from 'fflate';
import { joinBytes } from '../zip/zip-bytes.ts';

export interface MadeTarEntry {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  /** Letter of its type: `0` a file, `2` a link, `5` a folder, `x` records of pax. */
  readonly type?: string;
  readonly isDamaged?: boolean;
}

const bytesOf = (value: string | Uint8Array): Uint8Array =>
  typeof value === 'string' ? strToU8(value) : value;

function header({ name, data = '', type = '0', isDamaged = false }: MadeTarEntry): Uint8Array {
  const block = new Uint8Array(512);
  const write = (value: string | Uint8Array, at: number): void => block.set(bytesOf(value), at);
  write(bytesOf(name).subarray(0, 100), 0);
  write('0000644\0', 100);
  write(`${bytesOf(data).length.toString(8).padStart(11, '0')}\0`, 124);
  write('00000000000\0', 136);
  write('        ', 148);
  write(type, 156);
  write('ustar\u000000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0) + (isDamaged ? 1 : 0);
  write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

export function makeTar(entries: readonly MadeTarEntry[]): Uint8Array {
  const blocks = entries.flatMap((entry) => {
    const data = bytesOf(entry.data ?? '');
    return [header(entry), data, new Uint8Array((512 - (data.length % 512)) % 512)];
  });
  return joinBytes(...blocks, new Uint8Array(1024));
}

/** A record of pax: its length counts itself. */
export function paxRecord(key: string, value: string): string {
  const rest = strToU8(` ${key}=${value}\n`).length;
  let length = rest;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return `${length} ${key}=${value}\n`;
}

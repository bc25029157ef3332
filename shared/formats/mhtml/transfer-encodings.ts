/** Bytes of a part in quoted-printable (RFC 2045, 6.7); what is malformed stands for itself. */
export function decodeQuotedPrintable(body: string): Uint8Array {
  const bytes = new Uint8Array(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const unit = body.charCodeAt(i);
    if (unit !== 0x3d) {
      bytes[length++] = unit;
      continue;
    }
    const soft = softBreak(body, i + 1);
    if (soft > 0) {
      i += soft;
      continue;
    }
    const [high, low] = [digitOf(body.charCodeAt(i + 1)), digitOf(body.charCodeAt(i + 2))];
    if (high < 0 || low < 0) bytes[length++] = unit;
    else {
      bytes[length++] = high * 16 + low;
      i += 2;
    }
  }
  return bytes.subarray(0, length);
}

/** Units of a line end that is none, with the blanks that mail programs put before it; 0 where there is none. */
function softBreak(body: string, from: number): number {
  let at = from;
  while (body[at] === ' ' || body[at] === '\t') at++;
  if (body[at] === '\r' && body[at + 1] === '\n') return at + 2 - from;
  return body[at] === '\n' || body[at] === '\r' ? at + 1 - from : 0;
}

function digitOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** Bytes of a part in base64 (RFC 2045, 6.8); units outside the alphabet are passed over. */
export function decodeBase64(body: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((body.length * 3) / 4));
  let [length, bits, held] = [0, 0, 0];
  for (let i = 0; i < body.length; i++) {
    const unit = body.charCodeAt(i);
    const value = unit < 128 ? (VALUES[unit] as number) : -1;
    if (value < 0) continue;
    bits = (bits << 6) | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[length++] = (bits >> held) & 0xff;
      bits &= (1 << held) - 1;
    }
  }
  return bytes.subarray(0, length);
}

/** Bytes of a part that stands as it is; each unit of `body` is a byte. */
export function toBytes(body: string): Uint8Array {
  const bytes = new Uint8Array(body.length);
  for (let i = 0; i < body.length; i++) bytes[i] = body.charCodeAt(i);
  return bytes;
}

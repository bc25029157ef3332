import { decodeWire, encodeWire, frameWire, MAX_WIRE_DEPTH, WireStream } from '@shared/contracts/wire.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const utf8 = {
  encode: (text: string) => new TextEncoder().encode(text),
  decode: (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
};

const wireValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double({ noDefaultInfinity: true, noNaN: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.constantFrom(null, true, false),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$', '$bytes', '$$bytes', 'bytes')), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value;

describe('a value on the wire', () => {
  it('comes back exactly', () => {
    fc.assert(
      fc.property(wireValue, (value) => {
        expect(decodeWire(encodeWire(value, utf8), utf8)).toEqual({ ok: true, value });
      }),
    );
  });

  it('keeps lone surrogates', () => {
    const value = ['\ud842', '\udfb7x'];
    expect(decodeWire(encodeWire(value, utf8), utf8)).toEqual({ ok: true, value });
  });

  it('never throws on bytes that are no message', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const read = decodeWire(bytes, utf8);
        expect(read.ok ? 'ok' : read.reason).toMatch(/^(ok|refused)$/);
      }),
    );
    fc.assert(
      fc.property(wireValue, fc.nat(), (value, at) => {
        const message = encodeWire(value, utf8);
        const cut = decodeWire(message.slice(0, at % message.length), utf8);
        expect(cut.ok).toBe(false);
      }),
    );
  });

  it('refuses a byte array that is not there', () => {
    const message = encodeWire({ $bytes: 0 }, utf8);
    const forged = new TextDecoder().decode(message).replace('$$bytes', '$bytes');
    const bytes = new TextEncoder().encode(forged);
    bytes[3] = bytes.length - 4;
    expect(decodeWire(bytes, utf8)).toEqual({ ok: false, reason: 'refused' });
  });

  it('refuses what is nested too deep', () => {
    const nest = (depth: number): unknown => (depth === 0 ? 1 : [nest(depth - 1)]);
    expect(decodeWire(encodeWire(nest(MAX_WIRE_DEPTH), utf8), utf8).ok).toBe(true);
    expect(decodeWire(encodeWire(nest(MAX_WIRE_DEPTH + 1), utf8), utf8).ok).toBe(false);
  });
});

describe('a stream of messages', () => {
  it('comes apart where it was joined, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 })),
        fc.array(fc.integer({ min: 1, max: 9 })),
        (messages, cuts) => {
          const whole = Buffer.concat([new Uint8Array(4), ...messages.map(frameWire), new Uint8Array(4)]);
          const stream = new WireStream();
          const seen: Uint8Array[] = [];
          let at = 0;
          for (let i = 0; at < whole.length; i++) {
            const end = at + (cuts[i] ?? whole.length);
            seen.push(...stream.push(new Uint8Array(whole.subarray(at, end))));
            at = end;
          }
          expect(seen).toEqual(messages);
        },
      ),
    );
  });
});

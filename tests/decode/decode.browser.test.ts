import { decode } from '@shared/decode/decode.ts';
import { expect, it } from 'vitest';
import { ENCODED_SAMPLES } from './encoded-samples.ts';

it.each(ENCODED_SAMPLES)(
  'reads the same text in Chromium as in Node: $encoding, $about',
  ({ bytes, text }) => {
    const result = decode(Uint8Array.from(bytes));
    expect(result.ok && result.value.text).toBe(text);
  },
);

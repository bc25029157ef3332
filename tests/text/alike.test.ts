import { decode } from '@shared/decode/decode.ts';
import { printedForm } from '@shared/text/alike.ts';
import { describe, expect, it } from 'vitest';
import { ENCODED_SAMPLES } from '../decode/encoded-samples.ts';

const PAGE = '盐场修起新堤\n\n2019年，白沙盐场投入资金450万元。\n';

describe('the printed form of a text', () => {
  it.each([
    ['other line ends', PAGE.replaceAll('\n', '\r\n')],
    ['old line ends', PAGE.replaceAll('\n', '\r')],
    ['line ends of a mainframe', PAGE.replaceAll('\n', '\u0085')],
    ['no line end behind it', PAGE.trimEnd()],
    ['blanks at the ends of lines', PAGE.replaceAll('\n', '　 \n')],
    ['characters that are not seen', PAGE.replace('盐场', '\ufeff盐\u200b场')],
  ])('is the same with %s', (_what, other) => {
    expect(printedForm(other)).toBe(printedForm(PAGE));
  });

  it.each([
    ['another figure', PAGE.replace('450', '460')],
    ['a paragraph more', `${PAGE}\n盐工不用守夜了。\n`],
    ['lines joined', PAGE.replaceAll('\n', '')],
    ['an indent', PAGE.replace('2019', '　　2019')],
  ])('is another with %s', (_what, other) => {
    expect(printedForm(other)).not.toBe(printedForm(PAGE));
  });

  it('is the same in every encoding', () => {
    for (const { bytes, text } of ENCODED_SAMPLES) {
      const decoded = decode(Uint8Array.from(bytes));
      expect(decoded.ok && printedForm(decoded.value.text)).toBe(printedForm(text));
    }
    expect(printedForm('约翰‧史密斯，3〜4万')).toBe(printedForm('约翰·史密斯，3～4万'));
  });
});

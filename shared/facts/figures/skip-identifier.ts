const isLetter = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const JOINERS = new Set([...'.-_/:@#&=?%+~'].map((character) => character.charCodeAt(0)));

/** The end of a run of letters and digits with single joiners between: 5G, COVID-19, PM2.5, www.a.cn/b?c=1. */
export function endOfCode(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (isLetter(unit) || isDigit(unit)) end += 1;
    else if (JOINERS.has(unit) && end > at) {
      let next = end;
      while (JOINERS.has(text.charCodeAt(next))) next += 1;
      const after = text.charCodeAt(next);
      if (!isLetter(after) && !isDigit(after)) break;
      end = next;
    } else break;
  }
  return end;
}

/** Digits joined to more digits by `-`, `/`, `:` or a second point: dates, clock times, telephone numbers, scores. */
export function isChainedNumber(text: string, numeralEnd: number): boolean {
  const joiner = text[numeralEnd];
  if (joiner !== '-' && joiner !== '/' && joiner !== ':' && joiner !== '.' && joiner !== '：') return false;
  return isDigit(text.charCodeAt(numeralEnd + 1));
}

/** A leading zero with no decimal point shows an identifier: 007, 0571. */
export function hasLeadingZero(text: string, at: number): boolean {
  return text[at] === '0' && isDigit(text.charCodeAt(at + 1));
}

import { type Candidate, propose } from '../candidate.ts';
import type { Reading } from '../reading/reading.ts';

const PERIODICAL =
  /《[^《》\n]{2,16}(?:月刊|周刊|季刊|旬刊|双月刊|半月刊|学刊|学报|年鉴|画报|通讯|文摘|导报|译丛|论丛)》/g;

/** 《…月刊》: a periodical is one name, unless a body has it whole. */
export function findPeriodicals({ text, names }: Reading): Candidate[] {
  const bodies = new Set(
    names.filter(({ type }) => type === 'org').map(({ start, end }) => `${start}-${end}`),
  );
  return [...text.matchAll(PERIODICAL)].flatMap((match) => {
    const end = match.index + match[0].length;
    return bodies.has(`${match.index + 1}-${end - 1}`)
      ? []
      : [propose('periodical', 'product', match.index, end)];
  });
}

const SENTENCE_ENDS = /[。！？；\n]/;

/** The sentence that holds a stretch of a text, without the mark that ends it: start and end, exclusive. */
export function sentenceAround(text: string, start: number, end: number): readonly [number, number] {
  let from = start;
  while (from > 0 && !SENTENCE_ENDS.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && !SENTENCE_ENDS.test(text.charAt(to))) to++;
  return [from, to];
}

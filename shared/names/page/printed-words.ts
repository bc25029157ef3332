import type { CommonScript } from '@shared/text/common-script.ts';
import { dropUnseen } from '@shared/text/unseen.ts';
import type { OwnWord } from '../../model/name.ts';

/**
 * Of the person's words those that a source text may print, in either script: as they stand, over a line's end, or in
 * two parts that a caption or another column stands between. None that it prints is left out; one that it does not
 * print is listed now and then.
 */
export function listPrintedWords(
  text: string,
  words: readonly OwnWord[],
  script: CommonScript,
): readonly OwnWord[] {
  if (words.length === 0) return words;
  const seen = script.write(dropUnseen(text));
  const whole = seen.replace(/\s+/g, '');
  const parted = ` ${seen.replace(/\s+/g, ' ')} `;
  return words.filter(({ word }) => {
    const letters = script.write(word).replace(/\s+/g, '');
    if (whole.includes(letters)) return true;
    for (let at = 1; at < letters.length; at++)
      if (parted.includes(`${letters.slice(0, at)} `) && parted.includes(` ${letters.slice(at)}`))
        return true;
    return false;
  });
}

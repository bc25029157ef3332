/** The lines of a lexicon file cut at tabs; empty lines and those that begin with `# ` are remarks. */
export function lexiconLines(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.split('\t'));
}

/** The words of all lines that begin with `head`; a file may have several such lines. */
export function wordsUnder(lines: readonly string[][], head: string): string[] {
  return lines.filter((line) => line[0] === head).flatMap((line) => line[1]!.split(' '));
}

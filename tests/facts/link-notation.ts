/** A line of a linking case file. */
export interface LinkCase {
  readonly line: string;
  readonly text: string;
  readonly names: readonly { readonly text: string; readonly start: number }[];
  /** Of each figure in order: its words, and what may be said of it. */
  readonly expected: readonly {
    readonly figure: string;
    readonly measure: readonly string[];
    readonly subject: readonly string[];
  }[];
}

/**
 * Reads `{青湖县}受灾[[70户]]。 → 受灾 | 青湖县`. Braces hold names, double brackets figures; behind the arrow
 * stand measure and subject of each figure, divided by ` ; `. `/` divides answers that are equally right,
 * `–` is none, `*` is whatever is found. Lines that begin with `# ` are remarks.
 */
export function readLinkCases(file: string): LinkCase[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
    .map((line) => {
      const [marked = '', said = ''] = line.split(' → ');
      const figures = [...marked.matchAll(/\[\[(.+?)\]\]/g)].map(([, figure]) => figure as string);
      const plain = marked.replace(/\[\[|\]\]/g, '');
      const names: { text: string; start: number }[] = [];
      const text = plain.replace(/\{(.+?)\}/g, (_, name: string, at: number) => {
        names.push({ text: name, start: at - names.length * 2 });
        return name;
      });
      const claims = said.split(' ; ').map((claim) => claim.trim());
      if (figures.length !== claims.length)
        throw new Error(`${figures.length} figures, ${claims.length} claims: ${line}`);
      return {
        line,
        text,
        names,
        expected: figures.map((figure, at) => {
          const [measure = '', subject = ''] = (claims[at] as string).split(' | ');
          return { figure, measure: measure.split('/'), subject: subject.split('/') };
        }),
      };
    });
}

import { type CitedArticle, editionNumber } from './cited-article.ts';

/** What BibTeX reads as commands. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** An entry for BibTeX and biblatex; each name is in braces of its own, so that no style takes it apart. */
export function toBibtex({ id, title, subtitle, authors, newspaper, date, edition }: CitedArticle): string {
  const [year, month, day] = date?.text.split('-') ?? [];
  const fields: [string, string | undefined][] = [
    ['author', authors.map((name) => `{${escapeBibtex(name)}}`).join(' and ') || undefined],
    ['title', title ? `{${escapeBibtex([title, subtitle].filter(Boolean).join('：'))}}` : undefined],
    ['journal', newspaper ? escapeBibtex(newspaper.text) : undefined],
    ['year', year],
    ['month', month ? String(Number(month)) : undefined],
    ['day', day ? String(Number(day)) : undefined],
    ['date', date?.text],
    ['pages', edition ? escapeBibtex(editionNumber(edition.text)) : undefined],
    ['entrysubtype', 'newspaper'],
    ['note', date?.basis === 'inferred' ? 'date inferred from the text' : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
  return [`@article{duidu-${id},`, ...lines, '}', ''].join('\n');
}

const escapeBibtex = (text: string): string =>
  text.replace(/[\\{}$&#_%~^]/g, (mark) => SPECIAL[mark] as string).replace(/\s+/g, ' ');

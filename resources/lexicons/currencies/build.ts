/**
 * Writes names.tsv: the Chinese names of every currency that the Unicode CLDR knows, simplified and traditional.
 * Usage: npx node resources/lexicons/currencies/build.ts
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const LOCALES = ['zh-Hans', 'zh-Hant', 'zh-Hant-HK'];
const namesIn = LOCALES.map((locale) => new Intl.DisplayNames([locale], { type: 'currency' }));

/** CLDR adds the years of currencies that are no longer in use: 法国法郎, 阿根廷比索 (1983–1985). */
const withoutYears = (name: string): string => name.replace(/\s*[（(].*$/, '');

const rows = Intl.supportedValuesOf('currency').flatMap((code) => {
  const names = new Set(namesIn.map((list) => withoutYears(list.of(code) ?? code)));
  names.delete(code);
  const chinese = [...names].filter((name) => /^\p{Script=Han}{2,}$/u.test(name));
  return chinese.length === 0 ? [] : [`${code}\t${chinese.join(' ')}`];
});

writeFileSync(
  resolve(import.meta.dirname, 'names.tsv'),
  `# ISO code\tnames in the Unicode CLDR (ICU ${process.versions.icu}); written by build.ts\n${rows.join('\n')}\n`,
);

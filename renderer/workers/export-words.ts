import type { Words } from '@shared/exchange/forms/words.ts';
import { IntlMessageFormat } from 'intl-messageformat';
import enExport from '../../resources/locales/en/export.json' with { type: 'json' };
import enFacts from '../../resources/locales/en/facts.json' with { type: 'json' };
import enMend from '../../resources/locales/en/mend.json' with { type: 'json' };
import zhExport from '../../resources/locales/zh/export.json' with { type: 'json' };
import zhFacts from '../../resources/locales/zh/facts.json' with { type: 'json' };
import zhMend from '../../resources/locales/zh/mend.json' with { type: 'json' };

const CATALOGUES: Readonly<Record<'zh' | 'en', Readonly<Record<string, Readonly<Record<string, string>>>>>> =
  {
    zh: { export: zhExport, facts: zhFacts, mend: zhMend },
    en: { export: enExport, facts: enFacts, mend: enMend },
  };

/** The words that documents hold, by `file.key`; a worker brings no others along. */
export function exportWords(language: 'zh' | 'en'): Words {
  return (key, values) => {
    const dot = key.indexOf('.');
    const message = CATALOGUES[language][key.slice(0, dot)]?.[key.slice(dot + 1)];
    if (message === undefined) throw new Error(`no words for ${key}`);
    return String(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format(values));
  };
}

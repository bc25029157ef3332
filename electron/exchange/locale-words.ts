import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Words } from '@shared/exchange/forms/words.ts';
import { IntlMessageFormat } from 'intl-messageformat';

/** Words of `resources/locales/<language>` by `file.key`, for what is written without a window. */
export function localeWords(resources: string, language: 'en' | 'zh'): Words {
  const files = new Map<string, Readonly<Record<string, string>>>();
  return (key, values) => {
    const dot = key.indexOf('.');
    const file = key.slice(0, dot);
    const messages =
      files.get(file) ??
      (JSON.parse(readFileSync(resolve(resources, `locales/${language}/${file}.json`), 'utf8')) as Readonly<
        Record<string, string>
      >);
    files.set(file, messages);
    const message = messages[key.slice(dot + 1)];
    if (message === undefined) throw new Error(`no words for ${key}`);
    return String(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format(values));
  };
}

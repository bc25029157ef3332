import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Failure } from '@shared/contracts/results.ts';
import { IntlMessageFormat } from 'intl-messageformat';

/** What happened and what to do, in the words of `resources/locales/<language>/errors.json`. */
export function describeFailure(
  { reason, detail }: Failure,
  resources: string,
  language: 'en' | 'zh' = 'en',
): string {
  const read = (file: string): Record<string, string> =>
    JSON.parse(readFileSync(resolve(resources, `locales/${language}/${file}.json`), 'utf8'));
  const message = read('errors')[reason];
  if (message === undefined) throw new Error(`no words for ${reason}`);
  const format = read('formats')[String(detail?.format)] ?? 'unknown';
  const particulars = { advice: 'unknown', ...detail, format };
  return String(new IntlMessageFormat(message, language).format(particulars));
}

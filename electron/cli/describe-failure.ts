import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Failure } from '@shared/contracts/results.ts';
import { IntlMessageFormat } from 'intl-messageformat';

/** What happened and what to do, in the words of `resources/locales/en/errors.json`. */
export function describeFailure({ reason, detail }: Failure, resources: string): string {
  const messages: Record<string, string> = JSON.parse(
    readFileSync(resolve(resources, 'locales/en/errors.json'), 'utf8'),
  );
  const message = messages[reason];
  if (message === undefined) throw new Error(`no words for ${reason}`);
  return String(new IntlMessageFormat(message, 'en').format({ format: 'unknown', ...detail }));
}

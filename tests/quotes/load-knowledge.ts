import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type QuotesKnowledge, readQuotesKnowledge } from '@shared/quotes/knowledge.ts';

const resources = resolve(import.meta.dirname, '../../resources');

export const quotesKnowledge: QuotesKnowledge = readQuotesKnowledge({
  text: (path) => readFileSync(resolve(resources, path), 'utf8'),
  bytes: (path) => readFileSync(resolve(resources, path)),
});

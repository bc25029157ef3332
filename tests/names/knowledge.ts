import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type NamesKnowledge, readNamesKnowledge } from '@shared/names/knowledge.ts';

const resources = resolve(import.meta.dirname, '../../resources');
let knowledge: NamesKnowledge | null = null;

export function namesKnowledge(): NamesKnowledge {
  knowledge ??= readNamesKnowledge({
    text: (path) => readFileSync(resolve(resources, path), 'utf8'),
    bytes: (path) => readFileSync(resolve(resources, path)),
  });
  return knowledge;
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DatingKnowledge, readDatingKnowledge } from '@shared/dating/knowledge.ts';
import { readTimesKnowledge, type TimesKnowledge } from '@shared/facts/times/knowledge.ts';
import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';

const resources = resolve(import.meta.dirname, '../../../resources');

const files: KnowledgeFiles = {
  text: (path) => readFileSync(resolve(resources, path), 'utf8'),
  bytes: (path) => readFileSync(resolve(resources, path)),
};

export const timesKnowledge: TimesKnowledge = readTimesKnowledge(files);
export const datingKnowledge: DatingKnowledge = readDatingKnowledge(files);

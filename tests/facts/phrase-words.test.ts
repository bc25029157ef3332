import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPhraseWords } from '@shared/facts/links/phrase-words.ts';
import { describe, expect, it } from 'vitest';
import { factsKnowledge, knowledgeFiles } from './knowledge.ts';

const root = resolve(import.meta.dirname, '../..');
const resourceText = (path: string): string => readFileSync(resolve(root, 'resources', path), 'utf8');
const OWN = 'lexicons/phrase-words/own.txt';

const reading = (change: (text: string) => string) => () =>
  readPhraseWords({
    ...knowledgeFiles,
    text: (path) => (path === OWN ? change(resourceText(path)) : resourceText(path)),
  });

describe('words of the phrases around a figure', () => {
  it('each role says above its words what it means, and no word twice', () => {
    const lines = resourceText(OWN).trimEnd().split('\n');
    for (const [at, line] of lines.entries()) {
      const [role = '', words = ''] = line.split('\t');
      if (!factsKnowledge.phraseWords.roles.has(role as never)) continue;
      expect(lines[at - 1], role).toMatch(new RegExp(`^# ${role}: `));
      expect(words.split(' '), role).toEqual([...new Set(words.split(' '))]);
    }
  });

  it('each role is asked for by a rule', () => {
    const folder = resolve(root, 'shared/facts/links');
    const rules = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(resolve(folder, file), 'utf8').replace(/const WORD_ROLES = \[[^\]]*\]/, ''))
      .join('\n');
    const roles = [...factsKnowledge.phraseWords.roles.keys()];
    expect(roles.filter((role) => !rules.includes(`'${role}'`))).toEqual([]);
  });

  it('a role that is missing, strange or there twice is an error that names it', () => {
    expect(reading((text) => text.replace('\nlight\t', '\n# '))).toThrow('light is missing');
    expect(reading((text) => `${text}unheard-of\t甲 乙\n`)).toThrow('no role unheard-of');
    expect(reading((text) => `${text}press\t甲 乙\n`)).toThrow('no role press');
  });

  it('patterns take the words of their role and nothing shorter', () => {
    const { patterns } = factsKnowledge.phraseWords;
    expect(patterns.now.test('截至目前为止')).toBe(true);
    expect(patterns.now.test('近期')).toBe(true);
    expect(patterns.now.test('近')).toBe(false);
    expect(patterns.growsTo.test('增加到')).toBe(true);
    expect(patterns.growsTo.test('，去年增加到')).toBe(false);
    expect(patterns.beforePlace.test('专家前往2019年')).toBe(true);
    expect(patterns.reportingClause.test('负责人介绍说，')).toBe(true);
    expect(patterns.reportingClause.test('收入，他说，')).toBe(false);
  });
});

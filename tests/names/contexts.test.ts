import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ContextRole, NAME_CONTEXT_FILES, readNameContexts } from '@shared/names/contexts.ts';
import { describe, expect, it } from 'vitest';
import { namesKnowledge } from './knowledge.ts';

const root = resolve(import.meta.dirname, '../..');
const contextText = (path: string): string => readFileSync(resolve(root, 'resources', path), 'utf8');
const roles = Object.keys(namesKnowledge().contexts) as ContextRole[];

const reading = (change: (text: string) => string) => () =>
  readNameContexts({ text: (path) => change(contextText(path)), bytes: () => new Uint8Array() });

describe('what stands around names', () => {
  it('each list has a remark above it that begins with its name, and no word twice', () => {
    for (const path of NAME_CONTEXT_FILES) {
      const lines = contextText(path).trimEnd().split('\n');
      for (const [at, line] of lines.entries()) {
        if (line.startsWith('#')) continue;
        const [role = '', words = ''] = line.split('\t');
        expect(lines[at - 1]?.startsWith(`# ${role}: `), `${path}: ${role}`).toBe(true);
        expect(words.split(' '), role).toEqual([...new Set(words.split(' '))]);
      }
    }
  });

  it('each list is asked by a rule', () => {
    const folder = resolve(root, 'shared/names');
    const rules = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== 'contexts.ts')
      .map((file) => readFileSync(resolve(folder, file), 'utf8'))
      .join('\n');
    const isAsked = (role: ContextRole): boolean =>
      rules.includes(`'${role}'`) || rules.includes(`contexts.${role}`);
    expect(roles.filter((role) => !isAsked(role))).toEqual([]);
  });

  it('a list that is missing, strange or there twice is an error that names it', () => {
    expect(reading((text) => text.replace('loose-post\t', '# '))).toThrow('loose-post is missing');
    expect(reading((text) => `${text}unheard-of\t甲 乙\n`)).toThrow('no list unheard-of');
    expect(reading((text) => text + text)).toThrow('no list surname-address');
  });
});

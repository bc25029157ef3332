import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PageWork } from '@shared/segment/passes/pass.ts';
import { PASSES, runPass } from '@shared/segment/passes.ts';
import { describe, expect, it } from 'vitest';
import { composePage } from './generator/compose-page.ts';
import { DRAWN } from './generator/layouts/drawn-layout.ts';
import { PAGE_FAULTS } from './generator/page-faults.ts';
import { KNOWLEDGE } from './knowledge.ts';

/** A page on which most passes find something. */
const PAGE = readFileSync(resolve(import.meta.dirname, 'pages/edition-of-three.txt'), 'utf8');
const FAULTED = composePage(DRAWN, 4, { faults: PAGE_FAULTS }).text;

/** The page after each pass, and what the pass read of the one before. */
function follow(text: string) {
  const steps: { read: Set<string>; wrote: string[] }[] = [];
  let work = { text, hints: [], articles: [], doubts: [], strangers: [] } as unknown as PageWork;
  for (const pass of PASSES) {
    const read = new Set<string>();
    const watched = {
      ...pass,
      run: (own: PageWork, knowledge: typeof KNOWLEDGE) =>
        pass.run(
          new Proxy(own, {
            get: (target, key) => {
              read.add(String(key));
              return Reflect.get(target, key) ?? [];
            },
          }),
          knowledge,
        ),
    };
    const before = work;
    work = runPass(watched, { ...work, furniture: work.furniture ?? [] }, KNOWLEDGE);
    steps.push({
      read,
      wrote: Object.keys(work).filter((key) => {
        const part = key as keyof PageWork;
        return (
          before[part] !== work[part] && !(pass.reads.includes('articles') && !pass.writes.includes(part))
        );
      }),
    });
  }
  return steps;
}

describe.each([
  ['an edition', PAGE],
  ['a page with every fault', FAULTED],
])('the passes over %s', (_, text) => {
  const steps = follow(text);

  it.each(PASSES.map((pass, i) => ({ ...pass, step: steps[i] })))(
    '$name reads what it says and nothing else',
    ({ reads, step }) => {
      expect([...(step?.read ?? [])].sort()).toEqual([...reads].sort());
    },
  );

  it.each(PASSES.map((pass, i) => ({ ...pass, step: steps[i] })))(
    '$name writes nothing but what it says',
    ({ writes, step }) => {
      expect(
        step?.wrote.filter((part) => !writes.includes(part as keyof PageWork) && part !== 'furniture'),
      ).toEqual([]);
    },
  );
});

it('each pass reads what one before it has written', () => {
  const written = new Set<string>(['text', 'hints', 'doubts', 'furniture']);
  for (const { name, reads, writes } of PASSES) {
    expect(reads.filter((part) => !written.has(part)).map((part) => `${name}: ${part}`)).toEqual([]);
    for (const part of writes) written.add(part);
  }
});

it('no pass changes the page that the one before it left', () => {
  let work = {
    text: FAULTED,
    hints: [],
    articles: [],
    doubts: [],
    strangers: [],
    furniture: [],
  } as unknown as PageWork;
  for (const pass of PASSES) {
    const left = JSON.stringify([work.items, work.articles, work.doubts, work.furniture]);
    const next = runPass(pass, work, KNOWLEDGE);
    expect([pass.name, JSON.stringify([work.items, work.articles, work.doubts, work.furniture])]).toEqual([
      pass.name,
      left,
    ]);
    work = next;
  }
});

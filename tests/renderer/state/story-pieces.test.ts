import { findContinuations } from '@shared/analysis/continuations/find-continuations.ts';
import type { Extraction } from '@shared/model/extraction.ts';
import { expect, it } from 'vitest';
import type { ArticleRow } from '../../../renderer/library/rows.ts';
import { findNotes, giveNotes, listPieces } from '../../../renderer/state/story-pieces.ts';
import { runPipeline } from '../../pipeline/run.ts';

const FIRST = `第01版：要闻
潮声日报 2023年09月12日 星期二

盐田上的风车
本报记者 卢海青

天还没亮，白沙盐场的老盐工丁水生已经站在风车底下听风。他说风大了要收卤，风小了要放水，一年里有三百天是这样过的。

去年冬天，盐场把最后六架木风车修好了，花了四十五万元，请来的木匠住了整整两个月，
（下转第四版《盐田上的风车》）

城东新开两所幼儿园
9月10日，城东两所幼儿园同时开园，新增学位六百二十个，离家最近的孩子走路只要五分钟。
`;

const FOURTH = `第04版：综合
潮声日报 2023年09月12日 星期二

海边的图书室
渔港的图书室搬进了旧冰厂，藏书一万二千册，每晚开到九点，来得最多的是补网的人。

盐田上的风车
（上接第一版）连吃饭都在架子上。

丁水生说，风车转起来的那天，盐场放了半天假，来看的有八百多人。
`;

async function pageOf(name: string, text: string) {
  const extraction: Extraction = (await runPipeline(text)).extraction;
  const rows = extraction.articles.map((article) => ({ id: article.id, article })) as unknown as ArticleRow[];
  const articles = rows.map(({ id, article }) => ({
    id,
    hasTitle: article.title !== null,
    title: article.title?.text ?? '',
  }));
  const notes = giveNotes(findNotes(extraction.furniture, text), rows);
  const row = { articles, sheets: [] } as unknown as Parameters<typeof listPieces>[0];
  return { name, rows, pieces: listPieces(row, extraction.imprint.edition?.text, notes) };
}

it('finds the story that goes on on another page, and gives each note to the article it stands at', async () => {
  const [first, fourth] = [await pageOf('一', FIRST), await pageOf('四', FOURTH)];
  const titleOf = new Map(
    [...first.rows, ...fourth.rows].map(({ id, article }) => [id, article.title?.text]),
  );
  const found = findContinuations([...first.pieces, ...fourth.pieces]);
  expect(found.map(({ first, second }) => [titleOf.get(first), titleOf.get(second)])).toEqual([
    ['盐田上的风车', '盐田上的风车'],
  ]);
  expect(first.pieces.map(({ page, notes }) => [page, notes.map((note) => note.page)])).toEqual([
    ['1', ['4']],
    ['1', []],
  ]);
  // Of other pages of another issue nothing is known: a page alone has no story to go on in.
  expect(findContinuations(first.pieces)).toEqual([]);
});

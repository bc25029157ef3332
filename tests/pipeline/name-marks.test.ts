import { describeSpans } from '@shared/anchors/describe.ts';
import type { MarkedName } from '@shared/journal/state.ts';
import { type SourceOffset, sourceSpan } from '@shared/model/offset.ts';
import { markBylineNames } from '@shared/pipeline/lay-name-marks.ts';
import { describe, expect, it } from 'vitest';
import { brokenLaws } from './laws.ts';
import { runPipeline } from './run.ts';

const PAGE = `水渠修好

■ 江一帆

县长林国平说，渠水先到青川县。林国平又说，明年再修两条。
`;

async function markAs(
  words: string,
  nth: number,
  mark: Pick<MarkedName, 'nameType' | 'as'>,
): Promise<MarkedName> {
  const { extraction, text, textHash } = await runPipeline(PAGE);
  let at = -1;
  for (let i = 0; i <= nth; i++) at = text.indexOf(words, at + 1);
  const span = sourceSpan(at as SourceOffset, (at + words.length) as SourceOffset);
  return {
    act: `${words} ${nth}`,
    target: describeSpans([span], { source: extraction.source.sha256, text, textHash }),
    ...mark,
  };
}

const namesWith = async (...names: MarkedName[]) => {
  const extracted = await runPipeline(PAGE, { names });
  expect(brokenLaws(extracted)).toEqual([]);
  return { ...extracted, names: extracted.extraction.names };
};

describe('what the person says of a mention', () => {
  it('is no name there, is listed with what was read, and stays one elsewhere', async () => {
    const { names, rejectedNames } = await namesWith(await markAs('林国平', 1, { nameType: null }));
    expect(names.filter(({ text }) => text === '林国平')).toHaveLength(1);
    expect(rejectedNames).toMatchObject([{ act: '林国平 1', name: { text: '林国平', type: 'person' } }]);
  });

  it('is of another type, or goes by another form and keeps its post', async () => {
    const { names } = await namesWith(
      await markAs('林国平', 0, { nameType: 'person', as: '林国屏' }),
      await markAs('青川县', 0, { nameType: 'org' }),
    );
    const person = names.find(({ text }) => text === '林国平');
    expect(person).toMatchObject({ canonical: '林国屏', role: '县长', said: true });
    const body = names.find(({ text }) => text === '青川县');
    expect(body).toMatchObject({ type: 'org', said: true });
    expect(body?.places).toBeUndefined();
  });

  it('is a name where none was read, and takes the place of what it overlaps', async () => {
    const { names } = await namesWith(await markAs('渠水先到青川', 0, { nameType: 'event' }));
    expect(names.map(({ text }) => text)).toContain('渠水先到青川');
    expect(names.map(({ text }) => text)).not.toContain('青川县');
  });

  it('reaches a byline, and is listed when its words are gone', async () => {
    const { names, rejectedNames } = await namesWith(await markAs('江一帆', 0, { nameType: null }));
    expect(names.map(({ text }) => text)).not.toContain('江一帆');
    expect(rejectedNames).toMatchObject([{ act: '江一帆 0', name: { text: '江一帆' } }]);
    const mark = await markAs('林国平', 0, { nameType: null });
    const lost = { ...mark, target: { ...mark.target, quote: { exact: '沈', prefix: '', suffix: '' } } };
    const { unattachedNames } = await runPipeline(PAGE, { names: [lost] });
    expect(unattachedNames).toEqual(['林国平 0']);
  });

  it('is listed where its words stand in nothing that is read', async () => {
    const mark = await markAs('江一帆', 0, { nameType: 'person' });
    const spans = [sourceSpan(7 as SourceOffset, 10 as SourceOffset)];
    expect(markBylineNames([], [{ mark, spans }]).unplaced).toEqual(['江一帆 0']);
    const none = { ...mark, nameType: null };
    expect(markBylineNames([], [{ mark: none, spans }]).unplaced).toEqual([]);
  });
});

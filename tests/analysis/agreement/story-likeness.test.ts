import { statementsOf } from '@shared/analysis/agreement/statement.ts';
import { storyLikeness } from '@shared/analysis/agreement/story-likeness.ts';
import { runsOf } from '@shared/analysis/agreement/text-runs.ts';
import { describe, expect, it } from 'vitest';
import { knowledge } from '../answered-figures.ts';
import { read } from '../flood-papers.ts';

const told = async (text: string) => statementsOf(await read('1994-09-02', text), knowledge);

describe('storyLikeness', () => {
  it('is the same whichever article comes first', async () => {
    const one = await told('沅口县修桥\n\n沅口县花80万元修桥，桥长120米。\n');
    const other = await told('沅口新桥通车\n\n沅口县新桥昨天通车，长120米，澧坪县派人祝贺。\n');
    expect(storyLikeness(one, other)).toEqual(storyLikeness(other, one));
    expect(storyLikeness(one, other).story).toBe(1);
  });

  it('knows a firm by its own name, not by the county that its name begins with', async () => {
    const one = await told('阳坡县棉纺厂投产\n\n阳坡县棉纺厂投产，投资310万元，职工420人。\n');
    const other = await told('阳坡县化肥厂投产\n\n阳坡县化肥厂投产，投资210万元，职工180人。\n');
    expect(storyLikeness(one, other).focusOther).toBe(1);
    const again = await told('阳坡县棉纺厂一年\n\n棉纺厂投产一年，职工增到460人。\n');
    expect(storyLikeness(one, again).focusOther).toBe(0);
  });
});

describe('runsOf', () => {
  it('holds each run of three characters once, in order, and none over a mark or a number', () => {
    expect(runsOf('水库大坝，水库大坝').length).toBe(2);
    expect(runsOf('一二，三四').length).toBe(0);
    const runs = [...runsOf('青石岭水库大坝昨天合龙')];
    expect(runs).toEqual([...runs].sort((a, b) => a - b));
  });
});

import type { NameMention } from '@shared/model/name.ts';
import { sourceOffset } from '@shared/model/offset.ts';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createNames, formOf, type NamesTools } from '../../../renderer/state/names.ts';

const nothing = { joinedNames: [], splitNames: new Set<string>() };
const mention = (text: string, more: Partial<NameMention> = {}): NameMention => ({
  article: 'a',
  start: sourceOffset(0),
  end: sourceOffset(text.length),
  text,
  type: 'place',
  ...more,
});
const zhejiang = { code: '33', path: ['浙江省'] };

describe('the form a name is gathered under', () => {
  it('is the unit’s official name, with its ending and without', () => {
    expect(formOf(mention('浙江', { places: [zhejiang] }), nothing)).toBe('浙江省');
    expect(formOf(mention('浙江省', { places: [zhejiang] }), nothing)).toBe('浙江省');
  });

  it('is the printed one where several units may be meant, or where more than the unit is named', () => {
    const kinds = [zhejiang, { code: '32', path: ['江苏省'] }];
    expect(formOf(mention('鼓楼', { places: kinds }), nothing)).toBe('鼓楼');
    expect(formOf(mention('浙江安吉县余村', { places: [zhejiang] }), nothing)).toBe('浙江安吉县余村');
  });

  it('is what the person joined it to', () => {
    const state = {
      ...nothing,
      joinedNames: [{ nameType: 'place' as const, forms: ['浙江省'], as: '两浙' }],
    };
    expect(formOf(mention('浙江', { places: [zhejiang] }), state)).toBe('两浙');
  });
});

/** Names of a worker that counts what it is asked, and can be made to fail. */
function watched() {
  const asked: string[] = [];
  const failed: unknown[] = [];
  const worker = { isBroken: false, tellChanged: (): void => undefined };
  const session = createStore(() => ({ state: nothing }));
  const names = createNames({
    worker: {
      call: async (name: string) => {
        asked.push(name);
        if (worker.isBroken) throw new Error('no worker');
        return name === 'names.find' ? { names: 1, types: { person: 1 } } : [];
      },
      on: (_: string, tell: () => void) => {
        worker.tellChanged = tell;
      },
    },
    unavailable: null,
    session,
    deeds: {},
    fail: (error: unknown) => failed.push(error),
  } as unknown as NamesTools);
  const settle = () => new Promise((done) => setTimeout(done));
  return { names, worker, session, asked, failed, settle };
}

describe('the names of the library', () => {
  it('are looked for while they are shown, and not with what comes when they are not', async () => {
    const { names, worker, session, asked, settle } = watched();
    worker.tellChanged();
    const leave = names.getState().watch();
    await settle();
    expect(asked).toEqual(['names.join', 'names.find', 'names.rows']);
    worker.tellChanged();
    await settle();
    expect(asked.slice(3)).toEqual(['names.find', 'names.rows']);
    leave();
    worker.tellChanged();
    session.setState({ state: { ...nothing, splitNames: new Set(['place|江|长江']) } });
    await settle();
    expect(asked).toHaveLength(5);
    names.getState().watch();
    await settle();
    expect(asked.slice(5)).toEqual(['names.join', 'names.find', 'names.rows']);
  });

  it('are said not to be there where the worker fails, until they are found', async () => {
    const { names, worker, failed, settle } = watched();
    worker.isBroken = true;
    const leave = names.getState().watch();
    await settle();
    expect(failed).toEqual([new Error('no worker')]);
    expect(names.getState().unavailable).toMatchObject({ reason: 'search-failed' });
    leave();
    worker.isBroken = false;
    names.getState().watch();
    await settle();
    expect(names.getState()).toMatchObject({ unavailable: null, found: { names: 1 } });
  });
});

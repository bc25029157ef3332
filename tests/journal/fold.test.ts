import type { Selector } from '@shared/anchors/selector.ts';
import type { Act, Deed, DescriptionChange, FactCorrection } from '@shared/journal/act.ts';
import { readAct } from '@shared/journal/act-schema.ts';
import { fold, foldOnto } from '@shared/journal/fold.ts';
import type { LibraryState } from '@shared/journal/state.ts';
import { doneTogether, effectiveActs, meaningOf, nextToRedo, nextToUndo } from '@shared/journal/undo.ts';
import type { FactKind } from '@shared/model/fact.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { sourceHash } from '@shared/model/source.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const source = sourceHash('c'.repeat(64));

const act = (id: string, deed: Deed): Act => ({
  id,
  at: `2024-01-01T00:00:${id.padStart(2, '0').slice(-2)}.000Z`,
  device: 'desk',
  schema: 1,
  deed,
});

const on = (start: number, end: number): Selector => ({
  source,
  textHash: 'text',
  spans: [sourceSpan(start, end)],
  quote: { exact: '', prefix: '', suffix: '' },
});

const bookmark = (name: string): Deed => ({
  type: 'bookmark.add',
  bookmark: name,
  target: on(0, 1),
  note: '',
  tags: [],
});

/**
 * Notation: letters bookmark, `-x` undoes act x (numbered from 1 as they come).
 * @returns the bookmarks that stand.
 */
function play(notation: string): { acts: Act[]; standing: string } {
  const acts = notation.split(' ').map((word, i) => {
    const id = String(i + 1);
    return act(id, word.startsWith('-') ? { type: 'undo', act: word.slice(1) } : bookmark(word));
  });
  return { acts, standing: [...fold(acts).bookmarks.keys()].join('') };
}

describe('what the person says of a page', () => {
  const say = (description: DescriptionChange): Deed => ({ type: 'source.describe', source, description });

  it('adds up, and null takes back what was said', () => {
    const acts = [
      act('1', say({ newspaper: '清河日报', edition: '3' })),
      act('2', say({ edition: 'A03' })),
      act('3', say({ newspaper: null })),
    ];
    expect(fold(acts).descriptions.get(source)).toEqual({ edition: 'A03' });
    const undone = [...acts, act('4', { type: 'undo', act: '3' })];
    expect(fold(undone).descriptions.get(source)).toEqual({ newspaper: '清河日报', edition: 'A03' });
    expect(readAct(acts[2])).toMatchObject({ ok: true });
  });
});

describe('a doubt that was settled', () => {
  const settle: Deed = { type: 'doubt.settle', target: on(4, 9), reason: 'owner-unknown' };

  it('stands with its words and reason, and goes with an undo', () => {
    expect(fold([act('1', settle)]).settledDoubts.get(source)).toEqual([
      { act: '1', target: on(4, 9), reason: 'owner-unknown' },
    ]);
    expect(fold([act('1', settle), act('2', { type: 'undo', act: '1' })]).settledDoubts.size).toBe(0);
  });

  it('is read from a journal only with a reason that is known', () => {
    expect(readAct(act('1', settle))).toMatchObject({ ok: true });
    expect(readAct({ ...act('1', settle), deed: { ...settle, reason: 'mood' } })).toMatchObject({
      ok: false,
      reason: 'act-malformed',
    });
  });
});

describe('undo', () => {
  it.each([
    ['a b', 'ab', '2', undefined],
    ['a b -2', 'a', '1', '3'],
    ['a b -2 -1', '', undefined, '4'],
    ['a b -2 -1 -4', 'a', '1', '3'],
    ['a b -2 -3', 'ab', '2', undefined],
    ['a b -2 -3 -2', 'a', '1', '5'],
    ['a b -2 c', 'ac', '4', undefined],
  ])('%s leaves %s', (notation, standing, undo, redo) => {
    const played = play(notation);
    expect(played.standing).toBe(standing);
    expect(nextToUndo(played.acts)?.id).toBe(undo);
    expect(nextToRedo(played.acts)?.id).toBe(redo);
  });

  it('walks all the way back and all the way forward again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.boolean(), { maxLength: 30 }),
        (count, steps) => {
          const acts = Array.from({ length: count }, (_, i) => act(String(i + 1), bookmark(`m${i}`)));
          let standing = count;
          for (const isUndo of [...steps, ...steps.map((step) => !step)]) {
            const target = isUndo ? nextToUndo(acts) : nextToRedo(acts);
            expect(target === null).toBe(isUndo ? standing === 0 : standing === count);
            if (target === null) continue;
            acts.push(act(String(acts.length + 1), { type: 'undo', act: target.id }));
            standing += isUndo ? -1 : 1;
            expect([...fold(acts).bookmarks.keys()]).toEqual(
              Array.from({ length: standing }, (_, i) => `m${i}`),
            );
          }
        },
      ),
    );
  });

  it('is named by what it undoes or does again', () => {
    const { acts } = play('a -1 -2 -3 -9');
    expect(acts.map((one) => meaningOf(one, acts))).toMatchObject([
      { deed: { type: 'bookmark.add' }, manner: 'done' },
      { deed: { type: 'bookmark.add' }, manner: 'undone' },
      { deed: { type: 'bookmark.add' }, manner: 'redone' },
      { deed: { type: 'bookmark.add' }, manner: 'undone' },
      { deed: { type: 'undo' }, manner: 'done' },
    ]);
  });

  it('ends where undos of a file from elsewhere name each other', () => {
    const acts = [act('1', { type: 'undo', act: '2' }), act('2', { type: 'undo', act: '1' })];
    expect(acts.map((one) => meaningOf(one, acts).deed.type)).toEqual(['undo', 'undo']);
  });

  it.each([
    { type: 'fact.confirm' },
    { type: 'fact.reject' },
    { type: 'fact.correct', correction: { unit: '亩' } },
  ] as const)('takes what was done at once as one, not the one before: %j', (said) => {
    const confirm = (start: number): Deed => ({ ...said, target: on(start, 9), kind: 'money' });
    const at = '2024-01-01T00:00:00.000Z';
    const acts = [
      act('1', confirm(1)),
      ...[2, 3, 4].map((start) => ({ ...act(String(start), confirm(start)), at })),
      ...[5, 6, 7].map((id) => ({ ...act(String(id), { type: 'undo', act: String(9 - id) }), at })),
    ] as Act[];
    const together = (at: number) => doneTogether(acts[at] as Act, acts).map(({ id }) => id);
    expect(together(0)).toEqual(['1']);
    expect(together(2)).toEqual(['2', '3', '4']);
    expect(together(6)).toEqual(['5', '6', '7']);
    // The same fact twice is no act on many.
    const again = [acts[1], { ...acts[1], id: 'again' }] as Act[];
    expect(doneTogether(again[1] as Act, again)).toHaveLength(1);
  });

  it('leaves an act and its undoing out of the state', () => {
    const { acts } = play('a b -1');
    expect(effectiveActs(acts)).toEqual(new Set(['2', '3']));
  });
});

describe('fold', () => {
  it('removes, restores and erases a source', () => {
    const added = act('1', { type: 'source.add', source, name: '第一版.txt', size: 9 });
    const removed = act('2', { type: 'source.remove', source });
    const restored = act('3', { type: 'source.restore', source });
    const erased = act('4', { type: 'source.erase', source });
    const status = (acts: Act[]) => fold(acts).sources.get(source)?.status;
    expect([status([added]), status([added, removed]), status([added, removed, restored])]).toEqual([
      'present',
      'removed',
      'present',
    ]);
    const after = fold([added, erased, restored]);
    expect(after.sources.get(source)?.status).toBe('erased');
    expect(after.unplaced).toEqual(['3']);
  });

  it('keeps the last verdict on the same words and kind', () => {
    const state = fold([
      act('1', { type: 'fact.confirm', target: on(3, 7), kind: 'money' }),
      act('2', { type: 'fact.correct', target: on(3, 7), kind: 'money', correction: { value: 5 } }),
      act('3', { type: 'fact.reject', target: on(3, 7), kind: 'date' }),
    ]);
    expect(state.verdicts.get(source)?.map(({ verdict, kind }) => `${verdict} ${kind}`)).toEqual([
      'corrected money',
      'rejected date',
    ]);
  });

  it("takes the person's own fact away when it is rejected, and keeps its value when it is corrected", () => {
    const added = act('1', {
      type: 'fact.add',
      target: on(3, 7),
      kind: 'money',
      correction: { value: 5, unit: 'CNY' },
    });
    const corrected = act('2', {
      type: 'fact.correct',
      target: on(3, 7),
      kind: 'money',
      correction: { value: 6 },
    });
    const rejected = act('3', { type: 'fact.reject', target: on(3, 7), kind: 'money' });
    expect(fold([added, corrected]).verdicts.get(source)).toMatchObject([
      { verdict: 'added', correction: { value: 6, unit: 'CNY' } },
    ]);
    expect(fold([added, corrected, rejected]).verdicts.get(source)).toMatchObject([
      { act: '3', verdict: 'withdrawn', correction: { value: 6, unit: 'CNY' } },
    ]);
  });

  it('comes to the same state act by act, and leaves the parts alone that an act does not touch', () => {
    const words = fc.integer({ min: 0, max: 3 }).map((start) => on(start, start + 2));
    const id = fc.constantFrom('a', 'b');
    const deeds: fc.Arbitrary<Deed> = fc.oneof(
      fc.constant<Deed>({ type: 'source.add', source, name: '第一版.txt', size: 9 }),
      fc.constantFrom<Deed>({ type: 'source.remove', source }, { type: 'source.restore', source }),
      fc.string().map((newspaper): Deed => ({ type: 'source.describe', source, description: { newspaper } })),
      fc.constant<Deed>({ type: 'source.tag', source, tags: ['农业'] }),
      words.map((target): Deed => ({ type: 'article.label', target, tags: ['农业'] })),
      words.map((target): Deed => ({ type: 'article.label', target, mark: 'read' })),
      words.map((target): Deed => ({ type: 'doubt.settle', target, reason: 'owner-unknown' })),
      words.map((at): Deed => ({ type: 'page.cut', cut: { type: 'split', at } })),
      words.map((target): Deed => ({ type: 'fact.confirm', target, kind: 'money' })),
      words.map((target): Deed => ({ type: 'fact.reject', target, kind: 'money' })),
      words.map((target): Deed => ({ type: 'name.mark', target, nameType: 'place' })),
      id.map((word): Deed => ({ type: 'word.keep', word, nameType: 'person' })),
      id.map((word): Deed => ({ type: 'word.forget', word })),
      id.map((form): Deed => ({ type: 'name.join', nameType: 'person', forms: [form, 'c'], as: 'c' })),
      id.map((form): Deed => ({ type: 'name.split', nameType: 'person', form, from: 'c' })),
      id.map((name) => bookmark(name)),
      id.map((name): Deed => ({ type: 'bookmark.edit', bookmark: name, note: '记', tags: [] })),
      fc.tuple(id, words).map(([name, target]): Deed => ({ type: 'bookmark.place', bookmark: name, target })),
      id.map((name): Deed => ({ type: 'bookmark.remove', bookmark: name })),
      id.map((search): Deed => ({ type: 'search.save', search, name: search, query: search })),
    );
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 20 }), (all) => {
        let state = fold([]);
        all.forEach((deed, at) => {
          const acts = all.slice(0, at).map((one, i) => act(String(i), one));
          const added = act(String(at), deed);
          const before = state;
          const kept = structuredClone(before);
          state = foldOnto(before, acts, [added]) as LibraryState;
          expect(state).toEqual(fold([...acts, added]));
          expect(before).toEqual(kept);
          const touched = Object.keys(state).filter(
            (part) => state[part as keyof LibraryState] !== before[part as keyof LibraryState],
          );
          expect(touched.length).toBeLessThanOrEqual(/^(?:name|bookmark)/.test(deed.type) ? 2 : 1);
        });
      }),
    );
  });

  it('is made anew where an act takes another back, or another device made one', () => {
    const acts = [act('1', bookmark('a'))];
    const state = fold(acts);
    expect(foldOnto(state, acts, [act('2', { type: 'undo', act: '1' })])).toBeNull();
    expect(foldOnto(state, acts, [act('2', { type: 'source.erase', source })])).toBeNull();
    const elsewhere = { ...act('2', bookmark('b')), device: 'another' };
    expect(foldOnto(state, acts, [elsewhere])).toBeNull();
    const both = [...acts, elsewhere];
    expect(foldOnto(fold(both), both, [act('3', bookmark('c'))])).toBeNull();
  });

  describe('gathers what is said of one fact', () => {
    const say = (id: string, type: 'confirm' | 'reject', span = on(3, 7), kind: FactKind = 'money') =>
      act(id, { type: `fact.${type}`, target: span, kind });
    const correct = (id: string, correction: FactCorrection, span = on(3, 7), kind: FactKind = 'money') =>
      act(id, { type: 'fact.correct', target: span, kind, correction });
    const add = (id: string, correction: FactCorrection, span = on(3, 7)) =>
      act(id, { type: 'fact.add', target: span, kind: 'money', correction });
    const verdicts = (...acts: Act[]) => fold(acts).verdicts.get(source);
    const undo = (id: string, of: string) => act(id, { type: 'undo', act: of });

    it.each<[string, Act[], object[]]>([
      [
        'a corrected fact keeps its correction when it is confirmed',
        [correct('1', { value: 5 }), say('2', 'confirm')],
        [{ act: '2', verdict: 'confirmed', correction: { value: 5 } }],
      ],
      [
        'the unit that is corrected after the value keeps the value',
        [correct('1', { value: 5 }), correct('2', { unit: 'CNY' })],
        [{ act: '2', verdict: 'corrected', correction: { value: 5, unit: 'CNY' } }],
      ],
      [
        'the first of two corrections may go alone',
        [correct('1', { value: 5 }), correct('2', { unit: 'CNY' }), undo('3', '1')],
        [{ act: '2', correction: { unit: 'CNY' } }],
      ],
      [
        'a rejection that is taken back leaves what was said before',
        [correct('1', { value: 5 }), say('2', 'reject'), undo('3', '2')],
        [{ act: '1', verdict: 'corrected', correction: { value: 5 } }],
      ],
      [
        'a fact of another kind and on other words than it was read on is the same fact',
        [
          correct('1', { kind: 'quantity', span: on(2, 9) }),
          correct('2', { value: 6 }, on(2, 9), 'quantity'),
          correct('3', { span: on(3, 7) }, on(2, 9), 'quantity'),
          say('4', 'confirm', on(3, 7), 'quantity'),
        ],
        [
          {
            act: '4',
            target: on(3, 7),
            kind: 'money',
            verdict: 'confirmed',
            correction: { kind: 'quantity', span: on(3, 7), value: 6 },
          },
        ],
      ],
      [
        "a fact of the person's own beside one that they rejected there",
        [say('1', 'reject'), add('2', { value: 7 })],
        [{ verdict: 'rejected' }, { act: '2', verdict: 'added', correction: { value: 7 } }],
      ],
      [
        "a fact of the person's own that is added again is as it was added last",
        [add('1', { value: 7, unit: 'CNY' }), say('2', 'reject'), add('3', { value: 8 })],
        [{ act: '3', verdict: 'added', correction: { value: 8 } }],
      ],
    ])('%s', (_what, acts, said) => {
      const found = verdicts(...acts) ?? [];
      expect(found).toMatchObject(said);
      expect(found.map(({ correction }) => correction)).toEqual(
        said.map((one) => ('correction' in one ? one.correction : {})),
      );
    });
  });

  it('lets nothing bring back a source whose bytes are gone', () => {
    const added = act('1', { type: 'source.add', source, name: '第一版.txt', size: 9 });
    const removed = act('2', { type: 'source.remove', source });
    const erased = act('3', { type: 'source.erase', source });
    const undone = act('4', { type: 'undo', act: '3' });
    const acts = [added, removed, erased];
    expect(fold([...acts, undone]).sources.get(source)?.status).toBe('erased');
    expect(nextToUndo(acts)).toBeNull();
    expect(nextToRedo([...acts, undone])).toBeNull();
    const again = act('5', { type: 'source.add', source, name: '第一版.txt', size: 9 });
    expect(fold([...acts, undone, again]).sources.get(source)?.status).toBe('present');
    expect(nextToUndo([...acts, undone, again])?.id).toBe('5');
  });

  it('joins what touches, and splits a form out again', () => {
    const join = (id: string, as: string, ...forms: string[]) =>
      act(id, { type: 'name.join', nameType: 'org', as, forms });
    const joined = [join('1', '甲公司', '甲'), join('2', '乙公司', '乙'), join('3', '甲公司', '乙')];
    expect(fold(joined).joinedNames).toEqual([
      { nameType: 'org', as: '甲公司', forms: ['甲公司', '乙', '甲', '乙公司'] },
    ]);
    const split = act('4', { type: 'name.split', nameType: 'org', form: '乙', from: '甲公司' });
    expect(fold([...joined, split]).joinedNames[0]?.forms).toEqual(['甲公司', '甲', '乙公司']);
  });

  it('keeps the last that was said of words as a name, and the person’s own words', () => {
    const mark = (id: string, nameType: 'person' | 'org' | null) =>
      act(id, { type: 'name.mark', target: on(3, 6), nameType });
    const keep = (id: string, word: string, nameType: 'person' | null) =>
      act(id, { type: 'word.keep', word, nameType });
    const acts = [
      mark('1', 'person'),
      mark('2', null),
      keep('3', '林国平', 'person'),
      keep('4', '和平', null),
    ];
    const state = fold(acts);
    expect([...state.markedNames.values()].flat()).toMatchObject([{ act: '2', nameType: null }]);
    expect(state.ownWords).toEqual([
      { word: '林国平', type: 'person' },
      { word: '和平', type: null },
    ]);
    const later = [...acts, keep('5', '林国平', null), act('6', { type: 'word.forget', word: '和平' })];
    expect(fold(later).ownWords).toEqual([{ word: '林国平', type: null }]);
    expect(fold([act('7', { type: 'word.forget', word: '无' })]).unplaced).toEqual(['7']);
  });

  it('labels an article part by part, and keeps no label that says nothing', () => {
    const label = (id: string, part: { tags?: string[]; mark?: 'read' | null }) =>
      act(id, { type: 'article.label', target: on(0, 4), ...part });
    const acts = [label('1', { tags: ['水利'] }), label('2', { mark: 'read' })];
    expect([...fold(acts).labels.values()].flat()).toMatchObject([
      { act: '2', tags: ['水利'], mark: 'read' },
    ]);
    const emptied = [...acts, label('3', { tags: [] }), label('4', { mark: null })];
    expect([...fold(emptied).labels.values()].flat()).toEqual([]);
  });

  it('keeps what was taken away with when, until it is back', () => {
    const acts = [act('1', bookmark('a')), act('2', { type: 'bookmark.remove', bookmark: 'a' })];
    expect(fold(acts).removedBookmarks.get('a')).toMatchObject({ act: '2', bookmark: { id: 'a' } });
    expect(fold([...acts, act('3', { type: 'undo', act: '2' })]).removedBookmarks.size).toBe(0);
  });

  it('takes another type and another form of a name as done at once', () => {
    const at = '2026-03-04T05:06:07.000Z';
    const acts = [
      act('0', { type: 'word.keep', word: '甲', nameType: 'org' }),
      { ...act('1', { type: 'word.keep', word: '乙', nameType: 'org' }), at },
      { ...act('2', { type: 'word.keep', word: '乙方', nameType: 'org' }), at },
      { ...act('3', { type: 'name.join', nameType: 'org', forms: ['乙', '乙方'], as: '乙公司' }), at },
    ];
    expect(doneTogether(acts[3] as Act, acts).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('keeps the last that was said of two figures, and of figures of one thing', () => {
    const figure = (start: number) => ({ target: on(start, start + 2), kind: 'measurement' as const });
    const pair = (id: string, type: 'figures.join' | 'figures.part', ...at: [number, number]) =>
      act(id, { type, figures: [figure(at[0]), figure(at[1])] });
    const settle = (id: string, at: number[], use: number | null) =>
      act(id, { type: 'figures.settle', figures: at.map(figure), use, note: '' });
    const acts = [pair('1', 'figures.join', 0, 4), pair('2', 'figures.join', 4, 8)];
    const parted = [...acts, pair('3', 'figures.part', 4, 0)];
    expect(fold(parted).pairedFigures).toMatchObject([
      { act: '2', isOne: true },
      { act: '3', isOne: false },
    ]);
    expect(fold([...parted, act('4', { type: 'undo', act: '3' })]).pairedFigures).toMatchObject([
      { act: '1', isOne: true },
      { act: '2', isOne: true },
    ]);
    const settled = [settle('5', [0, 4], 1), settle('6', [8, 12], null), settle('7', [4, 0, 16], 2)];
    expect(fold(settled).settledFigures).toMatchObject([
      { act: '6', use: null },
      { act: '7', use: figure(16) },
    ]);
    // What is to be used is one of them, and no figure is another than itself.
    const senseless = [settle('8', [0, 4], 2), pair('9', 'figures.part', 4, 4)];
    expect(fold(senseless)).toMatchObject({ unplaced: ['8', '9'], pairedFigures: [], settledFigures: [] });
    for (const one of [...parted, ...settled]) expect(readAct(one)).toMatchObject({ ok: true });
  });

  it('lists what has no target', () => {
    const state = fold([
      act('1', { type: 'bookmark.edit', bookmark: 'gone', note: '', tags: [] }),
      act('2', { type: 'search.forget', search: 'gone' }),
    ]);
    expect(state.unplaced).toEqual(['1', '2']);
  });
});

describe('reading acts', () => {
  it('takes what was written', () => {
    const written = act('1', bookmark('a'));
    expect(readAct(JSON.parse(JSON.stringify(written)))).toEqual({ ok: true, value: written });
  });

  it.each([
    ['another schema', { ...act('1', bookmark('a')), schema: 99 }, 'schema'],
    ['an unknown deed', { ...act('1', bookmark('a')), deed: { type: 'dance' } }, 'deed.type'],
    ['a field too many', { ...act('1', bookmark('a')), extra: 1 }, 'extra'],
    [
      'a span with no end',
      { ...act('1', { ...bookmark('a'), target: { ...on(0, 1), spans: [{ start: 0 }] } } as never) },
      'deed.target.spans.0.end',
    ],
    [
      'a number that is none',
      act('1', {
        type: 'fact.add',
        target: on(0, 1),
        kind: 'money',
        correction: { value: Number.POSITIVE_INFINITY },
      }),
      'deed.correction.value',
    ],
    ['a hash that is none', act('1', { type: 'source.remove', source: sourceHash('x') }), 'deed.source'],
  ])('refuses %s, and says where', (_, value, where) => {
    expect(readAct(value)).toMatchObject({ ok: false, reason: 'act-malformed', detail: { where } });
  });
});

import { expect, it } from 'vitest';
import { COMMANDS } from '../../../renderer/commands/commands.ts';
import { listEntries } from '../../../renderer/features/palette/list-entries.ts';
import { readMessages } from '../../../renderer/ui/read-messages.ts';
import type { Offer } from '../../../renderer/workers/search-calls.ts';

const undo = COMMANDS.filter(({ id }) => id === 'undo');
const offers: readonly Offer[] = [
  { kind: 'place', text: '青石镇', marks: [], articles: 2 },
  { kind: 'command', id: 'command:undo', text: '撤销', marks: [] },
  { kind: 'command', id: 'command:redo', text: '重做', marks: [] },
  { kind: 'article', article: 'a1', text: '老码头改造完工', marks: [], sourceName: '码头.txt', year: null },
];
const shown = (commands: typeof undo, answer: readonly Offer[] | null) =>
  listEntries(commands, answer, [], readMessages('zh')).map(({ id, entries }) => [
    id,
    ...entries.map(({ label }) => label),
  ]);

it('lists every command that can be done where nothing is typed', () => {
  expect(shown(undo, null)).toEqual([['commands', '撤销']]);
});

it('lists what answers, commands first, without those that cannot be done now', () => {
  expect(shown(undo, offers)).toEqual([
    ['commands', '撤销'],
    ['articles', '老码头改造完工'],
    ['names', '青石镇'],
  ]);
  expect(shown([], offers).map(([id]) => id)).toEqual(['articles', 'names']);
});

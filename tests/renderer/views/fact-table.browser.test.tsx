import { gatherTables } from '@shared/facts/gather-tables.ts';
import type { FactCorrection } from '@shared/journal/act.ts';
import type { Fact, FactKind } from '@shared/model/fact.ts';
import { type SourceOffset, sourceOffset, sourceSpan } from '@shared/model/offset.ts';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { FactForm } from '../../../renderer/features/fact-panel/FactForm.tsx';
import { TableCard } from '../../../renderer/features/fact-panel/TableCard.tsx';
import { createFocus } from '../../../renderer/state/focus.ts';
import { showView } from '../show-view.tsx';
import { sampleFact } from './sample-fact.ts';

let shown: ReturnType<typeof showView> | undefined;
const show = (view: ReactNode): void => {
  shown = showView(view);
};

afterEach(() => {
  shown?.hide();
  vi.restoreAllMocks();
});

const TEXT = '东店120人、营业额30万元；西店98人、营业额25万元；南店45余人、营业额12万元';

function cellOf(id: string, words: string, label: string, column: number, rest: Partial<Fact>): Fact {
  const start = TEXT.indexOf(words);
  const row = TEXT.indexOf(label);
  return sampleFact({
    id,
    ...sourceSpan(start, start + words.length),
    text: words,
    unit: '人',
    cell: {
      table: sourceSpan(0, TEXT.length),
      row: { text: label, start: sourceOffset(row), end: sourceOffset(row + label.length) },
      column,
      heading: column === 1 ? '营业额' : null,
    },
    ...rest,
  });
}

const money = { kind: 'money', unit: 'CNY' } as const;
const [table] = gatherTables<SourceOffset, Fact>([
  cellOf('e1', '120人', '东店', 0, { value: 120 }),
  cellOf('e2', '30万元', '东店', 1, { ...money, value: 300000 }),
  cellOf('w1', '98人', '西店', 0, { value: 98 }),
  cellOf('w2', '25万元', '西店', 1, { ...money, value: 250000 }),
  cellOf('s1', '45余人', '南店', 0, { value: 45, bound: 'more-than' }),
  cellOf('s2', '12万元', '南店', 1, { ...money, value: 120000 }),
]);

it('shows figures listed in the text as rows, and pins the fact of a pressed cell', async () => {
  const focus = createFocus();
  show(<TableCard table={table!} {...focus.getState()} onCopy={() => {}} />);
  await expect.element(page.getByRole('row', { name: /西店/ })).toHaveTextContent('西店98250,000');
  await expect.element(page.getByRole('columnheader', { name: '营业额（元）' })).toBeVisible();
  await page.getByRole('button', { name: '250,000' }).click();
  expect(focus.getState().pinned).toBe('w2');
});

it('copies the table as a spreadsheet takes it', async () => {
  const copied = vi.fn();
  show(<TableCard table={table!} {...createFocus().getState()} onCopy={copied} />);
  await page.getByRole('button', { name: '复制表格' }).click();
  expect(copied).toHaveBeenCalledWith(
    '\t人\t营业额（元）\n东店\t120\t300000\n西店\t98\t250000\n南店\t45余人\t120000',
  );
});

it('corrects kind, value, unit, measure and the words themselves', async () => {
  const saved: [FactKind, FactCorrection, boolean][] = [];
  show(
    <FactForm
      title="改正这条事实"
      isNew={false}
      draft={{
        words: '98人',
        kind: 'quantity',
        value: 98,
        valueMax: null,
        unit: '人',
        bound: 'exact',
        measure: null,
        when: null,
      }}
      selected="近98人"
      onClose={() => {}}
      onSave={async (...said) => {
        saved.push(said);
        return true;
      }}
    />,
  );
  await page.getByRole('button', { name: '改用选中的文字' }).click();
  await expect.element(page.getByRole('blockquote')).toHaveTextContent('近98人');
  await page.getByRole('textbox', { name: '数值' }).fill('97');
  await page.getByRole('textbox', { name: '单位' }).fill('名');
  await page.getByRole('textbox', { name: '说的是什么' }).fill('店员');
  await page.getByRole('button', { name: '保存' }).click();
  expect(saved).toEqual([['quantity', { value: 97, unit: '名', measure: '店员' }, true]]);
});

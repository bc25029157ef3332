import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { runCommand } from '../../../renderer/commands/commands.ts';
import { createReaderPage } from './export-page.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const NAME = '江岸晚报.txt';
const PAGE = createReaderPage('渡口', '35万元');

let library = 0;
let opened: TestDesk;
let hide: () => void;

beforeEach(async () => {
  opened = await openTestDesk(`exchange-${library++}`);
  const { desk } = opened;
  await desk.imports.getState().take({ files: [{ name: NAME, bytes: bytesOf(PAGE) }], refused: [] });
  const { rows } = await whenState(desk.shelf, (shelf) => shelf.rows.length === 1);
  desk.reader.getState().open(rows[0]!.id);
  await whenState(desk.reader, ({ view }) => view !== null);
  hide = await showDesk(desk);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
});

afterEach(() => {
  hide();
  opened.close();
});

const dialog = () => page.getByRole('dialog');

/** What the desk writes as `form`, as the person's machine has it then. */
async function exported(form: 'csv' | 'jsonld', what: 'facts' | 'bookmarks'): Promise<Uint8Array> {
  const { desk, host } = opened;
  desk.settings.getState().change({ exporting: { form, what: [what], confirmedOnly: false } });
  await desk.exports.getState().write('zh');
  expect(desk.exports.getState().failure).toBeNull();
  return [...host.memory.saved.values()].at(-1)!;
}

/** Files as a drop on the desk hands them over. */
async function drop(files: readonly File[]): Promise<void> {
  await expect.element(dialog()).toBeVisible();
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  document
    .querySelector('[role="dialog"]')!
    .dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
}

const fileOf = (name: string, bytes: Uint8Array): File => new File([new Uint8Array(bytes)], name);

describe('verifying an export', () => {
  it('says what holds, and in words what does not', async () => {
    const csv = new TextDecoder().decode(await exported('csv', 'facts'));
    runCommand(opened.desk, 'verifyExport');
    await drop([fileOf('事实.csv', bytesOf(csv))]);
    await expect.element(dialog().getByText(/^共 \d+ 条，\d+ 条与原文相符。$/)).toBeVisible();
    await expect.poll(() => opened.desk.verifying.getState().phase).toBe('done');
    const [report] = opened.desk.verifying.getState().report;
    expect(report).toMatchObject({ failure: null, fallen: [], notices: [] });

    // A digit of a value, a bound, and a source that nobody has.
    const forged = csv
      .replace(',350000,', ',360000,')
      .replace(',60,,,余户,more-than,', ',60,,,余户,exact,')
      .replace(',60,,,户,more-than,', ',60,,,户,exact,');
    expect(forged).not.toBe(csv);
    await drop([fileOf('改过.csv', bytesOf(forged)), fileOf('坏.parquet', bytesOf('PAR1'))]);
    await expect.element(dialog().getByText('数值写作“360,000”，照原文应是“350,000”。')).toBeVisible();
    await expect.element(dialog().getByText('界限写作“恰为”，照原文应是“多于”。')).toBeVisible();
    await expect.element(dialog().getByText(/导出件已损坏/)).toBeVisible();
    expect(dialog().element().textContent).not.toMatch(/more-than|exact|does-not-follow|row \d/);
  });

  it('asks for a source that the library does not have, and takes it from the person', async () => {
    const csv = await exported('csv', 'facts');
    const { desk, host } = opened;
    const other = createReaderPage('渡口', '36万元');
    host.memory.originals.clear();
    runCommand(desk, 'verifyExport');
    await drop([fileOf('事实.csv', csv)]);
    await expect
      .element(
        dialog()
          .getByText(/没有它的来源/)
          .first(),
      )
      .toBeVisible();
    host.memory.picked = [{ name: NAME, bytes: bytesOf(other) }];
    await dialog().getByRole('button', { name: '再给来源文件……' }).click();
    await expect.element(dialog().getByText('导出时是“35万元”，现在来源里是“36万元”。')).toBeVisible();
    await expect.element(dialog().getByText(`${NAME}：文字在导出之后有改动。`)).toBeVisible();
  });
});

describe('annotations from elsewhere', () => {
  it('become bookmarks where their words stand, and are listed where they do not', async () => {
    const annotation = (exact: string, note: string) => ({
      type: 'Annotation',
      id: `urn:x:${note}`,
      body: [{ type: 'TextualBody', value: note }],
      target: { selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] },
    });
    const file = fileOf(
      'notes.jsonld',
      bytesOf(JSON.stringify([annotation('修了一条石板路', '路'), annotation('架起一座铁索桥', '桥')])),
    );
    runCommand(opened.desk, 'bringAnnotations');
    await drop([file]);
    await expect.element(dialog().getByText('加了 1 枚书签。')).toBeVisible();
    await expect.element(dialog().getByText('架起一座铁索桥')).toBeVisible();
    await expect.element(dialog().getByText('桥 · 书库里没有这些字')).toBeVisible();
    await whenState(opened.desk.bookmarks, ({ placed }) =>
      placed.some(({ bookmark }) => bookmark.note === '路'),
    );
    await drop([file]);
    await expect.element(dialog().getByText(/另有 1 条已经有了。/)).toBeVisible();
  });
});

describe('carrying a library', () => {
  it('writes one file, shows what it would change elsewhere, and takes it in once', async () => {
    const { desk, host } = opened;
    const { view } = desk.reader.getState();
    const fact = view!.items.find((item) => item.type === 'fact' && item.fact.text === '35万元');
    // What waits for room on the disk goes with the rest.
    host.memory.isGone = true;
    await desk.trusting.confirm(view!, fact as never);
    Object.assign(host.memory, { isGone: false, isFull: true });
    await host.look();
    await whenState(desk.session, ({ hindrance }) => hindrance !== null);
    runCommand(desk, 'carryLibrary');
    await dialog().getByRole('button', { name: '存成一个文件……' }).click();
    await expect.element(dialog().getByText(/已存到 \/memory\/duidu-.*\.duidu/)).toBeVisible();
    const [name, bytes] = [...opened.host.memory.saved].at(-1)!;

    const there = await openTestDesk(`exchange-there-${library++}`);
    await there.desk.imports.getState().take({ files: [{ name: NAME, bytes: bytesOf(PAGE) }], refused: [] });
    const { rows } = await whenState(there.desk.shelf, (shelf) => shelf.rows.length === 1);
    there.desk.reader.getState().open(rows[0]!.id);
    const their = (await whenState(there.desk.reader, (reader) => reader.view !== null)).view!;
    const same = their.items.find((item) => item.type === 'fact' && item.fact.text === '35万元');
    await there.desk.trusting.reject(their, same as never);
    hide();
    hide = await showDesk(there.desk);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    runCommand(there.desk, 'carryLibrary');
    await drop([fileOf(name, bytes)]);
    await expect.element(dialog().getByText('会添加 2 步操作、0 份原件。')).toBeVisible();
    await expect.element(dialog().getByText('两人都判过的事实有 1 条，0 条一致')).toBeVisible();
    expect(there.host.memory.lines).toHaveLength(2);
    await dialog().getByRole('button', { name: '并入我的书库' }).click();
    await expect.element(dialog().getByText('已添加 2 步操作、0 份原件。')).toBeVisible();
    expect(there.host.memory.lines).toHaveLength(4);
    await drop([fileOf(name, bytes)]);
    await expect.element(dialog().getByText('这个文件里没有新的内容。')).toBeVisible();

    // Of a damaged one the whole parts are offered, the others named.
    const torn = new Uint8Array(bytes);
    const at = indexOf(torn, bytesOf(`originals/`)) + 'originals/'.length + 64 + 8;
    torn[at] = (torn[at] ?? 0) ^ 0xff;
    await drop([fileOf(name, torn)]);
    await expect.element(dialog().getByText(new RegExp(`原件 ${NAME}`))).toBeVisible();
    await drop([fileOf('别的.duidu', bytesOf('no library at all'))]);
    await expect.element(dialog().getByRole('alert')).toBeVisible();
    there.close();
  });
});

/** Where bytes stand first. */
function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let at = 0; at + wanted.length <= bytes.length; at++)
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  throw new Error('not there');
}

describe('printing', () => {
  it('lays out the article with its facts as numbered notes and its source, and nothing else', async () => {
    const sheet = () => document.querySelector('body > article');
    expect(sheet()).toBeNull();
    window.dispatchEvent(new Event('beforeprint'));
    const words = sheet()?.textContent ?? '';
    expect(sheet()?.querySelector('h1')?.textContent).toContain('渡口的一天');
    const numbers = [...(sheet()?.querySelectorAll('sup') ?? [])].map((mark) => mark.textContent);
    const notes = sheet()?.querySelectorAll('ol > li').length ?? 0;
    expect(numbers).toEqual(Array.from({ length: notes }, (_, i) => String(i + 1)));
    expect(notes).toBeGreaterThan(1);
    expect(words).toContain('渡口的一天[N].');
    expect(words).toMatch(/SHA-256 [0-9a-f]{64}/);
    window.dispatchEvent(new Event('afterprint'));
    await expect.poll(sheet).toBeNull();
  });
});

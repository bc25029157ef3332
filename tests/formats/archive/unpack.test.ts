import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { ARCHIVE_LIMITS, recogniseArchive } from '@shared/formats/archive/open-archive.ts';
import { unpack } from '@shared/formats/archive/unpack.ts';
import fc from 'fast-check';
import { gzipSync, strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeDocx, p } from '../docx/made-docx.ts';
import { joinBytes, makeZip } from '../zip/zip-bytes.ts';
import { makeTar, paxRecord } from './tar-bytes.ts';

/** Paths with the words of each file, or why there are none. */
const unpacked = (bytes: Uint8Array, name = 'a.zip', limits = ARCHIVE_LIMITS): [string, string][] =>
  [...unpack(bytes, name, limits)].map(({ path, content }) => [
    path,
    'ok' in content ? content.reason : strFromU8(content),
  ]);

const gbk = createMultibyteEncoder('gb18030');

describe('an archive', () => {
  it('gives its files in order, without folders and what systems lay beside files', () => {
    const bytes = makeZip([
      { name: '要闻/', unixMode: 0o040755 },
      { name: './要闻/一.txt', data: '一' },
      { name: '要闻\\二.txt', data: '二' },
      { name: '__MACOSX/要闻/._一.txt', data: 'x' },
      { name: '要闻/.DS_Store', data: 'x' },
      { name: 'Thumbs.db', data: 'x' },
    ]);
    expect(unpacked(bytes)).toEqual([
      ['要闻/一.txt', '一'],
      ['要闻/二.txt', '二'],
    ]);
  });

  it.each([
    ['../外.txt'],
    ['要闻/../../外.txt'],
    ['/etc/外.txt'],
    ['C:\\外.txt'],
    ['..\\外.txt'],
    ['外\0.txt'],
  ])('does not read %j, which leads out of it', (name) => {
    expect(
      unpacked(
        makeZip([
          { name, data: '外' },
          { name: '内.txt', data: '内' },
        ]),
      ),
    ).toEqual([
      [name, 'archive-entry-unsafe'],
      ['内.txt', '内'],
    ]);
  });

  it('does not follow links nor open devices', () => {
    const zip = makeZip([{ name: '链', data: '/etc/passwd', system: 3, unixMode: 0o120777 }]);
    expect(unpacked(zip)).toEqual([['链', 'archive-entry-unsafe']]);
    const tar = makeTar([
      { name: 'hard', type: '1' },
      { name: 'soft', type: '2' },
      { name: 'disk', type: '4' },
      { name: '页.txt', data: '页' },
    ]);
    expect(unpacked(tar)).toEqual([
      ['hard', 'archive-entry-unsafe'],
      ['soft', 'archive-entry-unsafe'],
      ['disk', 'archive-entry-unsafe'],
      ['页.txt', '页'],
    ]);
  });

  it('is a tar too, with names in GBK, long names and a damaged header among sound ones', () => {
    const long = `${'很长的路径/'.repeat(20)}末.txt`;
    const bytes = makeTar([
      { name: gbk('副刊/第一版要闻.txt'), data: '甲' },
      { name: 'short', type: 'x', data: paxRecord('path', long) },
      { name: 'short', data: '乙' },
      { name: 'L', type: 'L', data: `${long}2\0` },
      { name: 'short', data: '丙' },
      { name: 'broken', data: '丁', isDamaged: true },
      { name: 'last', data: '戊' },
    ]);
    expect(unpacked(bytes).map(([path, words]) => [path.slice(-12), words])).toEqual([
      ['副刊/第一版要闻.txt', '甲'],
      [long.slice(-12), '乙'],
      [`${long}2`.slice(-12), '丙'],
      ['', 'archive-damaged'],
      ['last', '戊'],
    ]);
  });

  it('may be compressed, as a tar or as one file', () => {
    expect(unpacked(gzipSync(makeTar([{ name: '页.txt', data: '页' }])), 'a.tgz')).toEqual([
      ['页.txt', '页'],
    ]);
    expect(unpacked(gzipSync(strToU8('页')), '要闻.txt.gz')).toEqual([['要闻.txt', '页']]);
    expect(unpacked(gzipSync(strToU8('页'), { filename: 'page.txt' }), 'x.gz')).toEqual([['page.txt', '页']]);
    const twice = joinBytes(gzipSync(strToU8('上')), gzipSync(strToU8('下')));
    expect(unpacked(twice, '要闻.txt.gz')).toEqual([['要闻.txt', '上下']]);
    const wrong = gzipSync(strToU8('页页页页'));
    wrong[wrong.length - 6]! ^= 1;
    expect(unpacked(wrong, '要闻.txt.gz')).toEqual([['', 'archive-damaged']]);
  });

  it('is opened in another, up to a depth, and keeps the way there', () => {
    const inner = makeZip([{ name: '页.txt', data: '页' }]);
    const twice = makeZip([
      { name: '内.zip', data: inner },
      { name: '旁.txt', data: '旁' },
    ]);
    expect(unpacked(twice)).toEqual([
      ['内.zip/页.txt', '页'],
      ['旁.txt', '旁'],
    ]);
    expect(unpacked(twice, 'a.zip', { ...ARCHIVE_LIMITS, depth: 1 })).toEqual([
      ['内.zip', 'archive-too-deep'],
      ['旁.txt', '旁'],
    ]);
    const damaged = (data: Uint8Array) => unpacked(makeZip([{ name: '坏.zip', data }]));
    expect(damaged(inner.slice(0, 30))).toEqual([['坏.zip', 'archive-damaged']]);
    expect(damaged(inner.slice(0, 60))).toEqual([
      ['坏.zip/页.txt', '页'],
      ['坏.zip', 'archive-incomplete'],
    ]);
  });

  it('leaves documents that are packed as a ZIP as they are', () => {
    const docx = makeDocx({ body: p('稿') });
    expect(recogniseArchive(docx, '稿.docx')).toBeNull();
    const [file] = unpack(makeZip([{ name: '稿.docx', data: docx }]), 'a.zip');
    expect(file).toEqual({ path: '稿.docx', content: docx });
  });

  it('counts all that lies in it against one limit, however it is nested', () => {
    const inner = makeZip([
      { name: 'x', data: 'x'.repeat(600) },
      { name: 'y', data: 'y' },
    ]);
    const outer = makeZip([1, 2, 3].map((n) => ({ name: `${n}.zip`, data: inner, isStored: true })));
    const few = unpacked(outer, 'a.zip', { ...ARCHIVE_LIMITS, entries: 6 });
    expect(few.filter(([, words]) => words === 'archive-too-many').length).toBeGreaterThan(0);
    const small = unpacked(outer, 'a.zip', { ...ARCHIVE_LIMITS, totalBytes: 2000 });
    expect(small.some(([, words]) => words === 'archive-bomb')).toBe(true);
    expect(small.filter(([, words]) => words.startsWith('xxx')).length).toBeLessThan(3);
  });

  it.each([
    ['an empty ZIP', makeZip([])],
    ['a folder alone', makeZip([{ name: '空/' }])],
  ])('that is %s says so', (_, bytes) => {
    expect(unpacked(bytes)).toEqual([['', 'archive-empty']]);
  });

  it('gives bytes or a code for each file, whatever became of its bytes', () => {
    const whole = [
      makeZip([
        { name: '甲/一.txt', data: '一'.repeat(90) },
        { name: '内.zip', data: makeZip([{ name: 'b', data: '乙' }]) },
      ]),
      makeTar([
        { name: 'a', data: '一' },
        { name: 'b', type: 'x', data: paxRecord('size', '3') },
        { name: 'c', data: '三' },
      ]),
      gzipSync(makeTar([{ name: 'a', data: '一' }])),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { maxLength: 5 }),
        fc.nat(4000),
        (sound, changes, length) => {
          const bytes = sound.slice(0, length);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          if (recogniseArchive(bytes, 'a') === null) return;
          for (const { content } of unpack(bytes, 'a'))
            if ('ok' in content) expect(content.reason).toMatch(/^(archive|file)-/);
        },
      ),
    );
  });
});

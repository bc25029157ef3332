import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { crc32 } from '@shared/formats/zip/crc32.ts';
import { openZip, type ZipLimits } from '@shared/formats/zip/open-zip.ts';
import fc from 'fast-check';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extraField, joinBytes, type MadeEntry, makeZip } from './zip-bytes.ts';

const LIMITS: ZipLimits = {
  entries: 50,
  entryBytes: 100_000,
  totalBytes: 200_000,
  ratio: 50,
  freeBytes: 10_000,
};

const open = (bytes: Uint8Array, limits = LIMITS) => {
  const zip = openZip(bytes, limits);
  if (!zip.ok) throw new Error(zip.reason);
  return zip.value;
};

const wordsIn = (bytes: Uint8Array): Record<string, string> => {
  const zip = open(bytes);
  return Object.fromEntries(
    zip.entries.map((entry) => {
      const read = zip.read(entry);
      return [entry.name, read.ok ? strFromU8(read.value) : read.reason];
    }),
  );
};

const gbk = createMultibyteEncoder('gb18030');
const big5 = createMultibyteEncoder('big5');

describe('a ZIP', () => {
  it('gives back what another program packed, at any level', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({ maxLength: 400 }), { maxKeys: 8 }),
        fc.constantFrom<0 | 1 | 9>(0, 1, 9),
        (files, level) => {
          const bytes = zipSync(
            Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
            { level },
          );
          expect(wordsIn(bytes)).toEqual({ ...files });
        },
      ),
    );
  });

  it('is read with sizes behind the data, with wide fields, behind other bytes and with a comment', () => {
    const entries: MadeEntry[] = [
      { name: 'a', data: '甲', hasDescriptor: true },
      { name: 'b', data: '乙', isWide: true },
      { name: 'c', data: '丙', isStored: true },
    ];
    const expected = { a: '甲', b: '乙', c: '丙' };
    expect(wordsIn(makeZip(entries))).toEqual(expected);
    expect(wordsIn(makeZip(entries, { isWide: true }))).toEqual(expected);
    expect(
      wordsIn(
        makeZip(entries, {
          prefix: strToU8('MZ a program that unpacks itself'),
          comment: 'PK\x05\x06 twice',
        }),
      ),
    ).toEqual(expected);
    expect(wordsIn(makeZip(entries, { prefix: strToU8('MZ'), isWide: true }))).toEqual(expected);
  });

  it('names its files in the encoding that they say, else in the one that fits them all', () => {
    const names = (entries: MadeEntry[]) => open(makeZip(entries)).entries.map(({ name }) => name);
    expect(names([{ name: '要闻.txt', flags: 0x800 }, { name: 'a.txt' }])).toEqual(['要闻.txt', 'a.txt']);
    expect(names([{ name: '要闻.txt' }])).toEqual(['要闻.txt']);
    const mainland = ['2019年要闻/第一版.txt', '2019年要闻/湖口设渡.txt'];
    expect(names(mainland.map((name) => ({ name: gbk(name) })))).toEqual(mainland);
    const taiwan = ['地方新聞/第三版.txt', '地方新聞/縣府開會.txt'];
    expect(names(taiwan.map((name) => ({ name: big5(name) })))).toEqual(taiwan);
    const raw = gbk('副刊.txt');
    const told = (checksum: number) =>
      extraField(
        0x7075,
        joinBytes(Uint8Array.of(1), new Uint8Array(Uint32Array.of(checksum).buffer), strToU8('副刊·花.txt')),
      );
    expect(names([{ name: raw, extra: told(crc32(raw)) }])).toEqual(['副刊·花.txt']);
    expect(names([{ name: raw, extra: told(1) }])).toEqual(['副刊.txt']);
  });

  it('tells links, devices and folders from files', () => {
    const unix = (unixMode: number) => ({ system: 3, unixMode });
    const zip = open(
      makeZip([
        { name: 'link', ...unix(0o120777) },
        { name: 'pipe', ...unix(0o010644) },
        { name: 'disk', ...unix(0o060644) },
        { name: 'folder', ...unix(0o040755) },
        { name: 'other/' },
        { name: 'file', ...unix(0o100644) },
      ]),
    );
    expect(zip.entries.map(({ kind }) => kind)).toEqual([
      'link',
      'device',
      'device',
      'folder',
      'folder',
      'file',
    ]);
  });

  it.each<[string, Uint8Array, Partial<ZipLimits>, string]>([
    [
      'more entries than it may have',
      makeZip([{ name: 'a' }, { name: 'b' }]),
      { entries: 1 },
      'archive-too-many',
    ],
    [
      'sizes that add up to too much',
      makeZip([
        { name: 'a', size: 90_000 },
        { name: 'b', size: 60_000 },
        { name: 'c', size: 60_000 },
      ]),
      { ratio: 1e9 },
      'archive-bomb',
    ],
    [
      'far more in it than its size lets hold',
      makeZip([{ name: 'a', data: 'x'.repeat(90_000) }]),
      {},
      'archive-bomb',
    ],
    [
      'entries that share their bytes',
      makeZip(
        [
          { name: 'a', data: '甲' },
          { name: 'b', data: '甲' },
        ],
        { sharesData: true },
      ),
      {},
      'archive-bomb',
    ],
    ['no directory', strToU8('PK\x03\x04 and then nothing of an archive'), {}, 'archive-damaged'],
  ])('with %s is refused before anything is unpacked', (_, bytes, limits, reason) => {
    expect(openZip(bytes, { ...LIMITS, ...limits })).toMatchObject({ ok: false, reason });
  });

  it('names what is wrong with one entry and gives the others', () => {
    const bytes = makeZip([
      { name: 'whole', data: '完好' },
      { name: 'locked', data: '密', flags: 1 },
      { name: 'packed otherwise', data: '别', method: 12 },
      { name: 'more than it says', data: 'y'.repeat(900), size: 100 },
      { name: 'less than it says', data: '少', size: 900 },
      { name: 'another checksum', data: '错', crc: 1 },
      { name: 'large', data: '', size: 150_000 },
    ]);
    expect(wordsIn(bytes)).toEqual({
      whole: '完好',
      locked: 'file-encrypted',
      'packed otherwise': 'archive-method',
      'more than it says': 'archive-bomb',
      'less than it says': 'archive-damaged',
      'another checksum': 'archive-damaged',
      large: 'file-too-large',
    });
  });

  it('fails by a code, whatever its bytes have become', () => {
    const whole = makeZip(
      [
        { name: 'a', data: '甲乙丙丁'.repeat(50) },
        { name: '乙', data: '子丑', isWide: true },
      ],
      { isWide: true },
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(whole.length),
        (changes, length) => {
          const bytes = whole.slice(0, length);
          for (const [at, byte] of changes) if (at < length) bytes[at] = byte;
          const zip = openZip(bytes, LIMITS);
          if (zip.ok) for (const entry of zip.value.entries) zip.value.read(entry);
          else expect(zip.reason).toMatch(/^archive-/);
        },
      ),
    );
  });
});

describe('a ZIP whose directory is damaged', () => {
  const FILES: readonly MadeEntry[] = [
    { name: 'a', data: '甲'.repeat(40) },
    { name: 'b', data: '乙'.repeat(40), hasDescriptor: true },
    { name: 'c', data: '丙', isStored: true },
    { name: 'd', data: '丁', isStored: true, hasDescriptor: true },
  ];
  const WORDS = Object.fromEntries(FILES.map(({ name, data }) => [name, data]));
  const whole = makeZip(FILES);
  const directory = whole.length - 22 - FILES.length * 47;

  it('gives every file by its own header, and says that it may not be whole', () => {
    for (const end of [directory, directory + 20, whole.length - 22, whole.length - 1]) {
      const cut = whole.subarray(0, end);
      expect(wordsIn(cut)).toEqual(WORDS);
      expect(open(cut).isIncomplete).toBe(true);
    }
    expect(open(whole).isIncomplete).toBe(false);
    const behind = joinBytes(strToU8('before'), whole.subarray(0, directory));
    expect(wordsIn(behind)).toEqual(WORDS);
  });

  it('names what is cut or changed, and reads the others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: directory - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const bytes = whole.slice(0, directory);
          bytes[at] = (bytes[at] ?? 0) ^ change;
          const opened = openZip(bytes, LIMITS);
          if (!opened.ok) return;
          const read = opened.value.entries.map((entry) => opened.value.read(entry));
          const sound = read.filter((one) => one.ok).map((one) => strFromU8(one.value));
          // One byte spoils one file, or two where it parts them; none comes out otherwise than it went in.
          expect(sound.length).toBeGreaterThanOrEqual(FILES.length - 2);
          for (const words of sound) expect(Object.values(WORDS)).toContain(words);
        },
      ),
    );
  });

  it('is refused where nothing in it stands by itself', () => {
    expect(openZip(strToU8('PK\x03\x04 and nothing more'), LIMITS)).toMatchObject({
      reason: 'archive-damaged',
    });
    const many = makeZip(Array.from({ length: 60 }, (_, i) => ({ name: `${i}`, data: '甲' })));
    expect(openZip(many.subarray(0, many.length - 30), LIMITS)).toMatchObject({ reason: 'archive-too-many' });
  });
});

import { utf8fromString } from '@exodus/bytes/utf8.js';
import { unpackFiles } from '@shared/exchange/pack-files.ts';
import { isBroken } from '@shared/exchange/proof/claim.ts';
import { readExport } from '@shared/exchange/proof/read-export.ts';
import fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { check, exportAs, untouched, VERIFIED_FORMS } from './verify-steps.ts';

const sheetPath = 'xl/worksheets/sheet1.xml';

/** The workbook with some of its parts written otherwise, or taken out. */
async function workbook(change: (parts: Zippable, sheet: string) => void): Promise<Uint8Array> {
  const parts: Zippable = unzipSync(await exportAs('xlsx'));
  change(parts, new TextDecoder().decode(parts[sheetPath] as Uint8Array));
  return zipSync(parts);
}

/** The archive, whose list of contents claims that its first file unfolds to so many bytes. */
function claiming(bytes: Uint8Array, size: number): Uint8Array {
  const claimed = bytes.slice();
  const view = new DataView(claimed.buffer);
  for (let at = 0; at + 28 < claimed.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) {
      view.setUint32(at + 24, size, true);
      return claimed;
    }
  throw new Error('no list of contents');
}

const nothing = (length: number): Uint8Array => new Uint8Array(length);

describe('exports that are hostile or damaged', () => {
  it.each<[string, string, Uint8Array | (() => Promise<Uint8Array>), string]>([
    ['nothing', 'a.csv', nothing(0), 'export-damaged'],
    ['zeros', 'a.ndjson', nothing(500), 'export-unknown'],
    ['no text at all', 'a.csv', Uint8Array.from([0x61, 0xff, 0xff, 0x00, 0x61]), 'export-unknown'],
    ['a quotation mark that never closes', 'a.csv', utf8fromString('a,"b\nc'), 'export-damaged'],
    ['items that are none', 'a.jsonld', utf8fromString('{"@context":1,"items":[null]}'), 'export-damaged'],
    ['a number for a list', 'a.ndjson', utf8fromString('{"facts":5}\n'), 'export-damaged'],
    ['a proof that is no JSON', 'a.md', utf8fromString('<!-- duidu {x} -->'), 'export-damaged'],
    [
      'a workbook that unfolds to 600 MB',
      'a.xlsx',
      async () => claiming(await exportAs('xlsx'), 600_000_000),
      'export-too-large',
    ],
    [
      'a cell far to the right',
      'a.xlsx',
      () =>
        workbook((parts, sheet) => {
          const cell = '<row><c r="XFDXFD1"><v>1</v></c></row>';
          parts[sheetPath] = strToU8(sheet.replace('</sheetData>', `${cell}</sheetData>`));
        }),
      'export-damaged',
    ],
    [
      'entities of its own',
      'a.xlsx',
      () =>
        workbook((parts, sheet) => {
          const doctype = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
          parts[sheetPath] = strToU8(doctype + sheet.replace(/^<\?.*?\?>/, '').replace('facts', '&b;'));
        }),
      'export-damaged',
    ],
    [
      'a sheet that is not there',
      'a.xlsx',
      () => workbook((parts) => delete parts[sheetPath]),
      'export-damaged',
    ],
  ])('are refused by name: %s', async (_, name, bytes, reason) => {
    const content = typeof bytes === 'function' ? await bytes() : bytes;
    expect(await readExport(name, content)).toMatchObject({ ok: false, reason });
  });

  it('are refused by name: an archive that unfolds to 600 MB', async () => {
    const bytes = claiming(zipSync({ 'a.csv': nothing(3), 'b.csv': nothing(3) }), 600_000_000);
    const [file, ...others] = unpackFiles('a.zip', bytes);
    expect(others).toEqual([]);
    expect(await readExport('a.zip', (file as { bytes: Uint8Array }).bytes)).toMatchObject({
      reason: 'export-too-large',
    });
  });

  it.each(VERIFIED_FORMS)('never break the check: bytes of %s changed anywhere', async (form) => {
    const sound = await exportAs(form);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.option(fc.nat(sound.length - 1)),
        async (changes, cut) => {
          const bytes = sound.slice(0, cut ?? sound.length);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          const read = await readExport(`a.${form}`, bytes);
          if (read.ok) for (const claim of read.value) expect(isBroken(claim) || claim.evidence).toBeTruthy();
          else expect(read.reason).toMatch(/^export-/);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('exports that another program saved anew', () => {
  const text = async (): Promise<string> => new TextDecoder().decode(await exportAs('csv'));
  const utf16 = (words: string): Uint8Array =>
    new Uint8Array(new Uint16Array([0xfeff, ...Array.from(words, (unit) => unit.charCodeAt(0))]).buffer);

  it.each<[string, (csv: string) => Uint8Array]>([
    ['without its byte order mark', (csv) => utf8fromString(csv.replace('\ufeff', ''))],
    ['in UTF-16', utf16],
    ['with semicolons', (csv) => utf8fromString(csv.replaceAll(',', ';'))],
    [
      'with other line ends and blank rows behind',
      (csv) => utf8fromString(`${csv.replaceAll('\r\n', '\n')},,,\n,,,\n`),
    ],
  ])('hold: %s', async (_, save) => {
    const { items } = await check('csv', save(await text()), await untouched());
    expect(items.length).toBeGreaterThan(70);
    expect(items.filter(({ finding }) => finding.state !== 'holds')).toEqual([]);
  });

  it('are read in GB 18030', async () => {
    // “320万元” and its column in the encoding of a Chinese Windows.
    const row = Uint8Array.from([
      0x77, 0x2c, 0x6b, 0x0a, 0x33, 0x32, 0x30, 0xcd, 0xf2, 0xd4, 0xaa, 0x2c, 0x31, 0x0a,
    ]);
    expect(await readExport('a.csv', row)).toMatchObject({ ok: true, value: [{ field: 'table' }] });
  });

  it('hold with formulae that give the same numbers, and are named where they give others', async () => {
    const formula = (value: string) =>
      workbook((parts, sheet) => {
        parts[sheetPath] = strToU8(sheet.replace('<v>12000</v>', `<f>6000*2</f><v>${value}</v>`));
      });
    const fallen = async (value: string) =>
      (await check('xlsx', await formula(value), await untouched())).items.flatMap(({ finding }) =>
        finding.state === 'holds' ? [] : [finding],
      );
    expect(await fallen('12000')).toEqual([]);
    expect(await fallen('12001')).toMatchObject([
      { state: 'does-not-follow', field: 'value', said: '12001' },
    ]);
    expect(await fallen('#REF!')).toMatchObject([{ state: 'does-not-follow', field: 'value' }]);
  });
});

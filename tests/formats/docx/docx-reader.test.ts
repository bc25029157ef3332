import { docxReader } from '@shared/formats/docx/docx-reader.ts';
import { LIMITS } from '@shared/formats/limits.ts';
import { readFile } from '@shared/formats/read-file.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes } from '../zip/zip-bytes.ts';
import { type MadeDocx, makeDocx, p, partsOf, r, styled, table, zipParts } from './made-docx.ts';

async function readBytes(bytes: Uint8Array) {
  const read = await docxReader.read({ bytes, name: '稿件.docx' }, LIMITS);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

const read = async (made: MadeDocx | string) =>
  readBytes(makeDocx(typeof made === 'string' ? { body: made } : made));

const textOf = async (made: MadeDocx | string): Promise<string> => (await read(made)).text;

describe('a Word document', () => {
  it('is known by its parts, whatever it is called', async () => {
    const bytes = makeDocx({ body: p('湖口设了渡口') });
    expect(docxReader.recognises(bytes, '湖口.zip')).toBe(true);
    const through = await readFile({ bytes, name: '湖口.zip' });
    expect(through).toMatchObject({ ok: true, value: { reader: 'docx@2', text: '湖口设了渡口\n' } });
  });

  it('is read behind other bytes, by its name', async () => {
    const bytes = joinBytes(Uint8Array.of(0x0d, 0x0a), makeDocx({ body: p('湖口设了渡口') }));
    const read = await readFile({ bytes, name: '湖口.docx' });
    expect(read).toMatchObject({ ok: true, value: { text: '湖口设了渡口\n' } });
  });

  it('shows pages and messages that are inserted whole, and counts what else is', async () => {
    const chunks: Readonly<Record<string, string>> = {
      'word/a.html': '<html><p>页里一段<p>又一段',
      'word/b.mht': 'MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>信里一段',
      'word/c.rtf': '{\\rtf1 x}',
    };
    const body =
      p('前') + ['a.html', 'b.mht', 'c.rtf'].map((id) => `<w:altChunk r:id="${id}"/>`).join('') + p('后');
    const parts = partsOf({ body });
    const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const inserted = Object.keys(chunks).map((part) => {
      const name = part.slice('word/'.length);
      return `<Relationship Id="${name}" Type="${types}/aFChunk" Target="${name}"/>`;
    });
    const { text, leftOut } = await readBytes(
      zipParts({
        ...parts,
        ...chunks,
        'word/_rels/document.xml.rels': `<Relationships>${inserted.join('')}</Relationships>`,
      }),
    );
    expect(text).toBe('前\n页里一段\n又一段\n信里一段\n后\n');
    expect(leftOut).toEqual([{ what: 'inserted', count: 1 }]);
  });

  const showing = (body: string, page: string) =>
    zipParts({
      ...partsOf({ body }),
      'word/a.html': `<html>${page}`,
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="a" Type="http://x/aFChunk" Target="a.html"/></Relationships>',
    });

  it('shows an inserted page of very many paragraphs', async () => {
    const lines = 150_000;
    const { text, leftOut } = await readBytes(showing('<w:altChunk r:id="a"/>', '<p>页'.repeat(lines)));
    expect([text.split('\n').length - 1, leftOut ?? []]).toEqual([lines, []]);
  });

  it.each([
    { units: 10_000, elements: 50 },
    { units: 100, elements: 2_000 },
  ])('shows a page no more often than a text may be long: %j', async (limits) => {
    const bytes = showing('<w:altChunk r:id="a"/>'.repeat(1000), '<p>一页<p>一页'.repeat(5));
    const read = await docxReader.read({ bytes, name: '插.docx' }, limits);
    const times = Math.min(limits.elements / 10, Math.floor(limits.units / 30));
    expect(read.ok && [read.value.text, read.value.leftOut]).toEqual([
      '一页\n'.repeat(10 * times),
      [{ what: 'inserted', count: 1000 - times }],
    ]);
  });

  it('keeps its own words where its margins or notes are damaged, and says so', async () => {
    const parts = partsOf({ body: p('正文'), footer: p('页脚') });
    const { text, leftOut } = await readBytes(zipParts({ ...parts, 'word/footer.xml': '<w:ftr><w:p' }));
    expect([text, leftOut]).toEqual(['正文\n', [{ what: 'damaged', count: 1 }]]);
  });

  it('gives a line a paragraph, with breaks and tabs where they are', async () => {
    const breaks = `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>`;
    expect(await textOf(breaks + p('') + p('丁'))).toBe('甲\n乙\t丙\n\n丁\n');
  });

  it('accepts what was inserted, moved in and deleted while changes were tracked', async () => {
    const { text, leftOut } = await read(
      p(
        `${r('全县有')}<w:del>${r('3万').replaceAll('w:t', 'w:delText')}</w:del><w:ins>${r('4万')}</w:ins>${r('亩茶园')}`,
      ) + p(`<w:moveFrom>${r('从前')}</w:moveFrom><w:moveTo>${r('如今')}</w:moveTo>${r('有路')}`),
    );
    expect(text).toBe('全县有4万亩茶园\n如今有路\n');
    expect(leftOut).toEqual([{ what: 'deletions', count: 2 }]);
  });

  it('joins a paragraph to the next where its end was deleted, and drops a deleted row', async () => {
    const gone =
      '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:tc></w:tr>';
    const body = p(r('上半句，'), '<w:rPr><w:del w:id="1"/></w:rPr>') + p('下半句。');
    expect(await textOf(body + table(['新']).replace('</w:tbl>', `${gone}</w:tbl>`))).toBe(
      '上半句，下半句。\n新\n',
    );
  });

  it('leaves out comments, hidden words, codes of fields and earlier states of properties', async () => {
    const { text, leftOut } = await read(
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 二</w:instrText></w:r><w:r><w:t>7</w:t></w:r>` +
          r('秘', '<w:vanish/>') +
          r('明', '<w:vanish w:val="0"/>') +
          '<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>白</w:t></w:r>' +
          '<w:r><w:commentReference w:id="0"/></w:r>',
      ),
    );
    expect(text).toBe('7明白\n');
    expect(leftOut).toEqual([
      { what: 'comments', count: 1 },
      { what: 'hidden', count: 1 },
    ]);
  });

  it('sets a row of a table on a line, and a cell of several paragraphs on lines of its own', async () => {
    const { text, places, hints } = await read(
      table(['乡镇', '亩数'], ['河东', '1200']) + table(['甲', p('一') + p('二')]) + table(['', '']),
    );
    expect(text).toBe('乡镇\t亩数\n河东\t1200\n甲\n一\n二\n\t\n');
    const whereOf = (words: string): string[] =>
      places.filter(({ start, end }) => text.slice(start, end).includes(words)).map(({ where }) => where);
    expect(whereOf('1200')).toEqual(['table 1, row 2']);
    expect(whereOf('二')).toEqual(['table 2, row 1']);
    const cells = hints.filter(({ kind }) => kind === 'cell').map(({ start, end }) => text.slice(start, end));
    expect(cells).toContain('1200');
  });

  it('puts a text box beside its paragraph, and takes one of two alternatives', async () => {
    const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`;
    const both = (choice: string, other: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${other}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await textOf(p(r('桥长') + both(box('图注'), box('图注')) + r('百米')))).toBe('桥长百米\n图注\n');
    expect(await textOf(p(both('<w:drawing/>', box('只在后面'))))).toContain('只在后面');
  });

  it('puts headers first and notes and footers last, told apart from the story', async () => {
    const { text, places, hints } = await read({
      body: p(`${r('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      footnotes: `<w:footnote w:type="separator" w:id="0">${p('线')}</w:footnote><w:footnote w:id="2">${p('据县志')}</w:footnote>`,
      header: p('某某报 2019年4月2日'),
      footer: p('第3版'),
    });
    expect(text).toBe('某某报 2019年4月2日\n正文\n据县志\n第3版\n');
    expect(places.map(({ where }) => where)).toEqual(['header', 'paragraph 1', 'footnote 1', 'footer']);
    const kindOf = (words: string) =>
      hints.filter(({ start }) => text.startsWith(words, start)).map(({ kind }) => kind);
    expect(kindOf('某某报')).toEqual(['furniture']);
    expect(kindOf('据县志')).toEqual(['footnote']);
    expect(kindOf('第3版')).toEqual(['furniture']);
  });

  it('keeps the readings of ruby beside its words', async () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${r('Shèng')}</w:rt><w:rubyBase>${r('嵊')}</w:rubyBase></w:ruby></w:r>`;
    const { text, hints } = await read(p(ruby + r('州')));
    expect(text).toBe('嵊州\n');
    expect(hints.find(({ kind }) => kind === 'reading')).toMatchObject({ start: 0, end: 1, value: 'Shèng' });
  });

  it('sets a formula on one line and says so', async () => {
    const t = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`;
    const formula = `<m:oMath>${t('v=')}<m:f><m:num>${t('路程')}</m:num><m:den>${t('时间')}</m:den></m:f><m:d><m:e><m:sSup><m:e>${t('x')}</m:e><m:sup>${t('2')}</m:sup></m:sSup></m:e></m:d></m:oMath>`;
    const { text, leftOut } = await read(p(formula));
    expect(text).toBe('v=路程/时间(x^2)\n');
    expect(leftOut).toEqual([{ what: 'formulae', count: 1 }]);
  });

  it('knows headings, titles and captions by their styles, in English, Chinese and through other styles', async () => {
    const style = (id: string, name: string, more = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
    const { text, hints, places } = await read({
      body:
        styled('a', '茶山修路') +
        styled('b', '一条路') +
        styled('c', '路长九里') +
        styled('d', '村口（某某摄）') +
        p('正文') +
        p('自立一级', '<w:outlineLvl w:val="1"/>'),
      styles:
        style('a', 'Title') +
        style('b', '标题 2') +
        style('c', '自定', '<w:basedOn w:val="b"/>') +
        style('d', '题注'),
    });
    const said = hints.map((hint) => [
      text.slice(hint.start, hint.end),
      hint.kind === 'heading' ? `heading ${hint.level}` : hint.kind,
    ]);
    expect(said).toEqual([
      ['茶山修路', 'title'],
      ['一条路', 'heading 2'],
      ['路长九里', 'heading 2'],
      ['村口（某某摄）', 'caption'],
      ['正文', 'paragraph'],
      ['自立一级', 'heading 2'],
    ]);
    expect(places.map(({ where }) => where)[4]).toBe('路长九里 / paragraph 5');
  });

  it('prints the numbers that lists are shown with', async () => {
    const level = (at: number, format: string, words: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${words}"/></w:lvl>`;
    const item = (id: number, at: number, words: string) =>
      p(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '●')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>';
    const body =
      item(1, 0, '修路') +
      item(1, 1, '勘测') +
      item(1, 1, '动工') +
      item(1, 0, '架桥') +
      item(1, 1, '桥墩') +
      item(2, 0, '点') +
      item(3, 0, '另起') +
      item(1, 0, '接着');
    expect(await textOf({ body, numbering })).toBe(
      '一、修路\n一.1 勘测\n一.2 动工\n二、架桥\n二.1 桥墩\n点\n十一、另起\n十二、接着\n',
    );
  });

  it('reads a document whose names have other prefixes', async () => {
    const parts = partsOf({ body: p('换了前缀') });
    const other = { ...parts, 'word/document.xml': parts['word/document.xml']!.replaceAll('w:', 'ns0:') };
    expect((await readBytes(zipParts(other))).text).toBe('换了前缀\n');
  });

  it.each<[string, Record<string, string>, string]>([
    ['a damaged part', { 'word/document.xml': '<w:document><w:body>' }, 'archive-damaged'],
    ['no main part', {}, 'archive-damaged'],
    [
      'an entity of its own',
      { 'word/document.xml': `<!DOCTYPE d [<!ENTITY a "咒">]><d><p><r><t>&a;</t></r></p></d>` },
      'archive-damaged',
    ],
    [
      'pictures alone',
      { 'word/document.xml': '<d><body><p><r><blip/><blip/></r></p></body></d>' },
      'no-text',
    ],
  ])('with %s is refused by name', async (_, parts, reason) => {
    const bytes = zipParts({ '[Content_Types].xml': '<Types/>', 'word/x.xml': '<x/>', ...parts });
    expect(await readFile({ bytes, name: '稿件.docx' })).toMatchObject({ ok: false, reason });
  });

  it('gives the same when its parts are packed in another order and at another level', async () => {
    const made = { body: p('一') + table(['甲', '乙']), styles: '', header: p('页眉') };
    const expected = await read(made);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(Object.entries(partsOf(made)), { minLength: Object.keys(partsOf(made)).length }),
        fc.constantFrom(0, 1, 6, 9),
        async (parts, level) => {
          expect(await readBytes(zipParts(Object.fromEntries(parts), level))).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  });
});

import { LIMITS } from '@shared/formats/limits.ts';
import { readFile } from '@shared/formats/read-file.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hinted, readHtml, utf8 } from './read-html.ts';

const textOf = (page: string): string => readHtml(`<html><body>${page}`).text;

describe('the text of a page', () => {
  it.each([
    [
      'blocks end lines, paragraphs stand apart',
      '<div>一</div><div>二<p>三<p>四</div>五',
      '一\n二\n\n三\n\n四\n\n五',
    ],
    ['runs of blanks are one, none at the ends of lines', ' <p> a \n\t b </p> ', 'a b'],
    ['a line end within Chinese words is no space', '<p>渡口\n  通航</p>', '渡口通航'],
    ['one between two elements is', '<p><a>渡口</a>\n<a>通航</a></p>', '渡口 通航'],
    ['the blanks of an indent stand', '<p>　　渡口</p>', '　　渡口'],
    ['breaks', '一<br>二<br/><br>三', '一\n二\n\n三'],
    ['cells with tabs, rows with lines', '<table><tr><td>1<td>2<tr><td>3<td>4</table>', '1\t2\n3\t4'],
    ['a cell of blocks is no column', '<table><tr><td><p>一</p><td>二</table>', '一\n\n二'],
    ['preformatted lines', '<pre>一\n  二</pre>', '一\n  二'],
    ['entities', '<p>&lt;p&gt; &amp;nbsp; &#26085;&hellip;', '<p> &nbsp; 日…'],
    ['what is hidden is left out', '一<p hidden>二</p><p style="color:red;DISPLAY : none">三</p>四', '一四'],
    ['what is only invisible is not', '<div style="visibility:hidden">一</div>', '一'],
    [
      'scripts, styles and what stands for them',
      '一<script>"</p>二"</script><noscript>三</noscript><style>四</style>',
      '一',
    ],
    ['comments, declarations, instructions', '一<!-- 二 --><![CDATA[三]]><?php 四 ?>五', '一五'],
    [
      'choices and what is typed',
      '<select><option>一<option>二</select><textarea>三\n四</textarea>',
      '一\n二\n三\n四',
    ],
    ['a surrogate that is none', '<p>&#xD800;一', '\uFFFD一'],
  ])('%s', (_, page, text) => {
    expect(textOf(page)).toBe(text);
  });

  it('begins with the title of its window', () => {
    expect(readHtml('<title>渡口通航_江城网</title><svg><title>箭头</title></svg><p>正文').text).toBe(
      '渡口通航_江城网\n\n正文',
    );
  });

  it('is shown where the page hides all of it until a script runs', () => {
    expect(readHtml('<html><body style="display:none"><p>一</p>').text).toBe('一');
    expect(readHtml('<html><body><div style="display:none"><p>一</p></div>').text).toBe('一');
  });

  it('keeps how words are read beside them', () => {
    const read = readHtml('<html><p>在<ruby>渡<rp>（</rp><rt>dù</rt><rp>）</rp>口<rt>kǒu</rt></ruby>');
    expect(read.text).toBe('在渡口');
    expect(read.hints.filter(({ kind }) => kind === 'reading')).toMatchObject([
      { start: 1, end: 2, value: 'dù' },
      { start: 2, end: 3, value: 'kǒu' },
    ]);
  });

  it('is the same however attributes are ordered and set', () => {
    const attribute = fc.constantFrom(
      'class="text"',
      "id='a1'",
      'style="color:red"',
      'lang=zh',
      'data-x',
      'title="题"',
    );
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['class="text"', "id='a1'", 'lang=zh', 'data-x']),
        attribute,
        (some, one) => {
          const set = (attributes: readonly string[]) =>
            readHtml(`<html><div ${attributes.join(' ')}><p ${one}>渡船载着四十二名学生过河。</p></div>`);
          expect(set(some).text).toBe(set([]).text);
          expect(set(some).hints).toEqual(set([...some].reverse()).hints);
        },
      ),
    );
  });
});

describe('places', () => {
  it('say where a block stands, and map back to its words', () => {
    const { text, places } = readHtml(
      '<html><body><div id="con"><p>一</p><p>二</p></div><table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>',
    );
    const where = places.map((place) => [text.slice(place.start, place.end), place.where]);
    expect(where).toContainEqual(['二', '#con > p:nth-of-type(2)']);
    expect(where).toContainEqual(['3', 'table 1, row 2']);
  });

  it('hold no more and no less than words that the text has', () => {
    const word = fc.constantFrom(
      '<p>',
      '</p>',
      '<div id=a>',
      '</div>',
      '<td>',
      '<table>',
      '<br>',
      '渡口',
      ' ',
      '<li>',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (parts) => {
        const page = `<html><body>字${parts.join('')}`;
        const { text, places } = readHtml(page);
        for (const { start, end } of places) expect(text.slice(start, end)).toMatch(/^\S(?:[\s\S]*\S)?$/);
      }),
    );
  });
});

describe('malformed pages', () => {
  const deep = (tag: string, count: number): string => `<html><body>${`<${tag}>`.repeat(count)}底`;

  it.each([
    ['nested blocks', deep('div', 100_000)],
    ['nested tables', deep('table><tr><td', 60_000)],
    ['nested inline elements', deep('b', 100_000)],
    ['end tags without a beginning', `<html><body>${'</p></div>'.repeat(100_000)}底`],
    ['open and closing in turns', `<html><body>${'<div></span>'.repeat(60_000)}底`],
    ['list items in list items', deep('ul><li', 60_000)],
    ['attributes without end', `<html><body ${'a=b '.repeat(100_000)}>底`],
    ['a start tag that never ends', `<html><body>底<div ${'x'.repeat(200_000)}`],
    ['comments that never end', `<html><body>底${'<!--'.repeat(100_000)}`],
    ['remarks before anything', `${'<!---->'.repeat(50_000)}<html><p>底`],
    ['links within links', `<html><body>${'<a href=x>字'.repeat(50_000)}底`],
  ])('are read: %s', (_, page) => {
    expect(readHtml(page).text).toContain('底');
  });

  it('are refused by name where they have more elements than a page has', async () => {
    const read = await readFile(
      { bytes: utf8('<html><p>一<p>二<p>三'), name: 'a.html' },
      { ...LIMITS, elements: 3 },
    );
    expect(read).toMatchObject({ reason: 'file-too-large' });
  });

  it.each([
    ['no text', '<html><body><img src="a.png">', 'no-text'],
    ['controls', '<html>\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008', 'not-text'],
  ])('are refused by name: %s', async (_, page, reason) => {
    expect(await readFile({ bytes: utf8(page), name: 'a.html' })).toMatchObject({ reason });
  });

  it('never throw, and what is said of them lies within their text', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '<p',
        '<table',
        '<td>',
        '<script',
        '</script>',
        '<!--',
        '-->',
        '&#',
        '<![CDATA[',
        '"',
        '=',
      ),
      fc.constantFrom(
        '<ruby>',
        '<rt>',
        '<title>',
        '<svg>',
        '<meta charset=gbk>',
        '<template>',
        '<select>',
        '<a href=x>',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const read = await readFile({ bytes: utf8(`<html>${pieces.join('')}`), name: 'a.html' });
        if (!read.ok) return;
        const { text, places, hints } = read.value;
        expect(text).not.toMatch(/\p{Cs}/u);
        for (const { start, end } of [...places, ...hints]) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('what a page says of itself', () => {
  const PAGE = `<!doctype html><html><head><title>渡口通航 学生不再绕路-江城新闻网</title>
    <meta property="og:title" content="渡口通航 学生不再绕路"><meta name="author" content="周明远">
    <meta name="publishdate" content="2019-03-05">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"渡口通航 学生不再绕路","datePublished":"2019-03-05T08:00:00+08:00"}</script>
    </head><body><div class="nav"><a href="/">首页</a><a href="/n">新闻</a></div>
    <div class="main"><h1>渡口通航 学生不再绕路</h1><div class="info">2019年03月05日 08:12 来源：江城日报</div>
    <div class="content"><p>三月的第一个早晨，渡船载着四十二名学生过河，岸上站满了来看的人。</p>
    <figure><img src="a.jpg"><figcaption>学生们在渡口等船。</figcaption></figure>
    <h2>等了六年</h2><p>镇里的人说，这条航线停了六年，学生上学要绕行十一公里。</p>
    <p><strong>船从哪里来</strong></p><p>新船长十八米，可坐六十人，由县里的船厂造了四个月。</p></div></div>
    <div class="related"><a href="/1">桥梁开工</a><a href="/2">汛期停航通知</a><a href="/3">船厂招工</a></div>
    <div class="footer">江城新闻网版权所有</div></body></html>`;

  it('is its title, headings, captions, author and day', () => {
    const read = readHtml(PAGE);
    expect(hinted(read, 'title')).toEqual(['渡口通航 学生不再绕路']);
    expect(hinted(read, 'heading')).toEqual(['等了六年', '船从哪里来']);
    expect(hinted(read, 'caption')).toEqual(['学生们在渡口等船。']);
    expect(hinted(read, 'byline')).toEqual(['周明远']);
    expect(read.hints.filter(({ kind }) => kind === 'date')).toMatchObject([
      { basis: 'metadata', value: '2019-03-05' },
      { basis: 'printed', value: '2019-03-05' },
    ]);
  });

  it('parts its story from what stands around it', () => {
    const aside = hinted(readHtml(PAGE), 'furniture').join('\n');
    expect(aside).toContain('首页');
    expect(aside).toContain('汛期停航通知');
    expect(aside).toContain('版权所有');
    expect(aside).not.toContain('渡船');
  });

  it('has no story where it only lists others', () => {
    const items = Array.from(
      { length: 20 },
      (_, i) => `<li><a href="/${i}">第${i}渡口今日恢复通航了</a> 03-0${i % 9}</li>`,
    );
    const list = readHtml(`<html><title>江城新闻</title><body><ul>${items.join('')}</ul><p>江城新闻网主办`);
    expect(hinted(list, 'title')).toEqual([]);
    const teasers = Array.from(
      { length: 8 },
      (_, i) =>
        `<div><h3><a href="/${i}">第${i}渡口今日恢复通航</a></h3><p>渡船载着学生过河，岸上站满了来看的人，航线停了六年。</p></div>`,
    );
    const front = readHtml(`<html><body><div class="list">${teasers.join('')}</div>`);
    expect(hinted(front, 'title')).toEqual([]);
    expect(hinted(front, 'furniture').join('').length).toBeGreaterThan(front.text.length - 40);
  });
});

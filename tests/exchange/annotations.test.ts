import { describeSpans } from '@shared/anchors/describe.ts';
import { placeAnnotations } from '@shared/exchange/annotations/place-annotations.ts';
import { readAnnotations } from '@shared/exchange/annotations/read-annotations.ts';
import { toBookmarks } from '@shared/exchange/annotations/to-bookmarks.ts';
import type { SourceToExport } from '@shared/exchange/exported-source.ts';
import { writeAnnotations } from '@shared/exchange/forms/annotations.ts';
import type { Act } from '@shared/journal/act.ts';
import { fold } from '@shared/journal/fold.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { describe, expect, it } from 'vitest';
import { library } from './made-library.ts';

async function sourcesOf(): Promise<SourceToExport[]> {
  const sources: SourceToExport[] = [];
  for await (const source of library()) sources.push(source);
  return sources;
}

async function write(sources: readonly SourceToExport[]): Promise<string> {
  let text = '';
  for await (const piece of writeAnnotations(sources, ['bookmarks'], {})) text += piece;
  return text;
}

/** The sources with bookmarks that acts made. */
function withBookmarks(sources: readonly SourceToExport[], acts: readonly Act[]): SourceToExport[] {
  const bookmarks = [...fold(acts).bookmarks.values()];
  return sources.map((source) => ({
    ...source,
    bookmarks: bookmarks.filter(({ target }) => target.source === source.anchored.source),
  }));
}

const act = (id: string, at: string, deed: Act['deed']): Act => ({ id, at, device: 'd', schema: 1, deed });

describe('annotations that come in', () => {
  it('are ours again: out, in and out are the same bytes', async () => {
    const sources = await sourcesOf();
    const acts = sources.flatMap(({ anchored }, i) =>
      [10, 30].map((start, j) =>
        act(`a${i}${j}`, `2026-03-0${j + 1}T08:00:00.000Z`, {
          type: 'bookmark.add',
          bookmark: `b${i}${j}`,
          target: describeSpans([sourceSpan(start, start + 6)], anchored),
          note: `第 ${j} 处`,
          tags: ['水', '河'],
        }),
      ),
    );
    const first = await write(withBookmarks(sources, acts));
    const read = readAnnotations(first);
    if (!read.ok) throw new Error(read.reason);
    const { placed, loose } = placeAnnotations(
      read.value.annotations,
      sources.map(({ anchored }) => anchored),
    );
    expect(loose).toEqual([]);
    const brought = toBookmarks(placed, new Set()).map((deed, i) =>
      act(`n${i}`, '2027-01-01T00:00:00.000Z', deed),
    );
    expect(await write(withBookmarks(sources, brought))).toBe(first);
    expect(toBookmarks(placed, fold(acts).bookmarks)).toEqual([]);
  });

  it('of Hypothesis are placed by their words, across the line ends of the page', async () => {
    const sources = await sourcesOf();
    const rows = [
      {
        id: 'hyp-1',
        created: '2024-05-01T10:00:00+08:00',
        text: '查这笔钱',
        tags: ['投资'],
        target: [
          {
            source: 'https://example.org/page',
            selector: [
              { type: 'RangeSelector', startContainer: '/p[1]' },
              { type: 'TextPositionSelector', start: 5, end: 12 },
              { type: 'TextQuoteSelector', exact: '带动420余户果农', prefix: '', suffix: '增收' },
            ],
          },
        ],
      },
      { id: 'hyp-2', text: 'page note', target: [{ source: 'https://example.org/page' }] },
      {
        id: 'hyp-3',
        text: '',
        target: [{ selector: [{ type: 'TextQuoteSelector', exact: '这些字哪里也没有' }] }],
      },
      { id: 'hyp-4', text: '', target: [{ selector: [{ type: 'TextQuoteSelector', exact: '全乡' }] }] },
    ];
    const read = readAnnotations(JSON.stringify({ rows, total: rows.length }));
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.wordless).toEqual([{ id: 'hyp-2', note: 'page note' }]);
    const { placed, loose } = placeAnnotations(
      read.value.annotations,
      sources.map(({ anchored }) => anchored),
    );
    expect(placed).toMatchObject([
      {
        annotation: { note: '查这笔钱', tags: ['投资'], created: '2024-05-01T02:00:00.000Z' },
        target: { quote: { exact: '带动420余户果农' } },
      },
    ]);
    expect(loose).toMatchObject([
      { annotation: { id: 'hyp-3' }, why: 'nowhere' },
      { annotation: { id: 'hyp-4' }, why: 'short' },
    ]);
  });

  it('of Readium are read from an AnnotationSet', () => {
    const set = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:uuid:1',
      type: 'AnnotationSet',
      items: [
        {
          id: 'urn:uuid:2',
          type: 'Annotation',
          created: '2024-01-02T03:04:05Z',
          body: { type: 'TextualBody', value: '要核对', tag: '核', color: 'yellow' },
          target: {
            source: 'OEBPS/one.xhtml',
            selector: [
              { type: 'TextQuoteSelector', exact: '全乡果园面积', prefix: '到2021年，', suffix: '将达到' },
              { type: 'ProgressionSelector', value: 0.4 },
            ],
          },
        },
      ],
    };
    expect(readAnnotations(JSON.stringify(set))).toMatchObject({
      ok: true,
      value: { annotations: [{ note: '要核对', tags: ['核'], exact: '全乡果园面积', position: null }] },
    });
  });

  it('that are no annotations are refused by name', () => {
    expect(readAnnotations('{"a":1}')).toMatchObject({ ok: false, reason: 'annotations-unknown' });
    expect(readAnnotations('{')).toMatchObject({ ok: false, reason: 'annotations-unknown' });
  });
});

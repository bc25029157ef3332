import { type Genre, type PoolArticle, readArticlePool } from './article-pool.ts';
import { FOLIO_FORMS } from './folio-forms.ts';
import type { PageFault } from './page-faults.ts';
import { type ContentKind, drawForm, type Layout, type PageForm } from './page-form.ts';
import { archiveLines, EDITORS_LINES, RUBRICS, SITE_LINES } from './page-lines.ts';
import { drawDay, drawName, drawPaper, drawSection } from './press-names.ts';
import type { Block, Item, MadePage, PrintedImprint } from './printed-page.ts';
import { Random } from './random.ts';
import { renderPage } from './render-page.ts';
import { type SetItem, type Setting, setArticle } from './set-article.ts';
import { setBriefs, setDigest, setGroupStory, setPhoto } from './set-groups.ts';
import { toTraditional } from './traditional.ts';
import { answerOf } from './true-page.ts';

/** Genres that may stand for a kind of content. */
const GENRES: Readonly<Record<ContentKind, readonly Genre[]>> = {
  news: ['news'],
  feature: ['feature'],
  short: ['brief', 'news'],
  briefs: ['brief'],
  'untitled-briefs': ['brief'],
  digest: ['brief', 'news'],
  group: ['news'],
  photo: ['photo'],
  verse: ['verse'],
  notice: ['notice'],
  letter: ['letter'],
  opinion: ['opinion'],
  table: ['table'],
  school: ['school'],
  works: ['works'],
};

export interface PageMaking {
  readonly faults?: readonly PageFault[];
  /** Which articles of the pool may stand on the page; all when it is not said. */
  readonly allowed?: (article: PoolArticle) => boolean;
  /** What the page draws from; the project's own articles when it is not said. */
  readonly pool?: readonly PoolArticle[];
}

const isTitled = (kind: ContentKind): boolean => kind !== 'untitled-briefs' && kind !== 'digest';

/** Makes one page of a layout; the same seed makes the same page. */
export function composePage(layout: Layout, seed: number, making: PageMaking = {}): MadePage {
  const random = new Random(Math.imul(seed, 7919) + hashOf(layout.name));
  const form = drawForm(layout, random);
  const region = form.script === 'simplified' ? 'simplified' : form.script;
  const day = drawDay(random, form.decade);
  const setting: Setting = {
    form,
    random,
    region,
    paper: drawPaper(random, region),
    page: random.between(1, 12),
    ...day,
  };
  const { items, blocks } = setItems(setting, making);
  const { head, foot, imprint } = setFolio(setting);
  let printed: Block[] = [...head, ...blocks, ...foot];
  const done: string[] = [];
  for (const fault of making.faults ?? []) {
    const broken = fault.apply(printed, random);
    if (broken.length !== printed.length || broken.some((block, i) => block !== printed[i]))
      done.push(fault.name);
    printed = broken;
  }
  const dressed = printed.map((block) => ({
    ...block,
    pieces: block.pieces.map((piece) => ({
      ...piece,
      text: dress(piece.text, form, block.role === 'furniture'),
    })),
  }));
  const { text, pieces } = renderPage(dressed, form, random);
  const truth = answerOf(
    items.map((item) => dressItem(item, form)),
    pieces,
  );
  return {
    text,
    truth: { style: layout.name, faults: done, ...truth, imprint: dressImprint(imprint, form) },
  };
}

const hashOf = (name: string): number =>
  [...name].reduce((sum, char) => Math.imul(sum, 31) + char.charCodeAt(0), 17);

/** A text in the page's script, digits and commas; a folio has its own digits. */
function dress(text: string, { script, digits, commas }: PageForm, isFolio: boolean): string {
  let out = script === 'simplified' ? text : toTraditional(text);
  if (isFolio) return out;
  if (digits === 'full')
    out = out.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return commas === 'half' ? out.replaceAll('，', ',').replaceAll('：', ':') : out;
}

function dressItem(item: Item, form: PageForm): Item {
  const put = (text: string): string => dress(text, form, false);
  return {
    ...item,
    title: put(item.title),
    kicker: item.kicker && put(item.kicker),
    second: item.second && put(item.second),
    byline: item.byline.map(put),
  };
}

const dressImprint = (imprint: PrintedImprint, form: PageForm): PrintedImprint =>
  imprint.newspaper ? { ...imprint, newspaper: dress(imprint.newspaper, form, true) } : imprint;

const furniture = (text: string): Block => ({
  item: -1,
  role: 'furniture',
  pieces: [{ role: 'furniture', text }],
  wraps: false,
  indent: '',
});

function setFolio(setting: Setting): { head: Block[]; foot: Block[]; imprint: PrintedImprint } {
  const { form, random, region } = setting;
  const facts = {
    ...setting,
    section: drawSection(random, region),
    editor: drawName(random),
    designer: drawName(random),
  };
  const print = () => FOLIO_FORMS[random.pick(form.folios)](facts);
  const head = form.folioAt === 'head' || form.folioAt === 'both' ? print() : null;
  const foot =
    form.folioAt === 'foot' ? print() : form.folioAt === 'both' ? FOLIO_FORMS['foot-editors'](facts) : null;
  return {
    head: head?.lines.map(furniture) ?? [],
    foot: foot?.lines.map(furniture) ?? [],
    imprint: { ...foot?.imprint, ...head?.imprint },
  };
}

/** Draws articles of a content and sets them. */
function setItems(setting: Setting, { allowed = () => true, pool: all = readArticlePool() }: PageMaking) {
  const { form, random } = setting;
  const pool = all.filter(
    (article) => allowed(article) && (article.script === 'simplified' || form.script !== 'simplified'),
  );
  const used = new Set<string>();
  const draw = (kind: ContentKind, count: number): PoolArticle[] => {
    const fitting = pool.filter(
      ({ id, genre, title }) =>
        GENRES[kind].includes(genre) && !used.has(id) && (title !== '' || !isTitled(kind)),
    );
    const drawn = random.draw(fitting, count);
    for (const { id } of drawn) used.add(id);
    return drawn;
  };
  const items: Item[] = [];
  const blocks: Block[] = [];
  const add = (one: SetItem): void => {
    if (items.length > 0) blocks.push(...between(setting));
    items.push(one.item);
    blocks.push(...one.blocks);
  };
  for (let left = random.between(...form.items); left > 0; left--) {
    const kind = random.pick(form.contents);
    if (kind === 'briefs' || kind === 'untitled-briefs' || kind === 'digest') {
      const articles = draw(kind, random.between(3, 6));
      if (articles.length < 2) continue;
      const group =
        kind === 'digest'
          ? setDigest(items.length, articles, setting)
          : setBriefs(items.length, articles, setting, kind === 'untitled-briefs');
      blocks.push(...group.head);
      for (const one of group.items) {
        items.push(one.item);
        blocks.push(...one.blocks);
      }
    } else if (kind === 'group') {
      const articles = draw(kind, 2);
      if (articles.length === 2) add(setGroupStory(items.length, articles, setting));
    } else
      for (const article of draw(kind, 1))
        add(
          kind === 'photo'
            ? setPhoto(items.length, article, setting)
            : setOne(items.length, kind, article, setting),
        );
  }
  return { items, blocks };
}

function setOne(item: number, kind: ContentKind, article: PoolArticle, setting: Setting): SetItem {
  const asLines = kind === 'verse' || kind === 'table';
  const plain =
    kind === 'verse' || kind === 'notice' || kind === 'letter' || kind === 'opinion' || kind === 'feature';
  return setArticle(item, article, setting, {
    kind: kind === 'notice' ? 'notice' : 'article',
    asLines,
    ...(plain ? { lead: 'none' as const } : {}),
    ...(kind === 'notice' ? { signature: null } : {}),
  });
}

/** What stands between two articles: a rule, the archive's lines, buttons, a rubric. */
function between({ form, random, page }: Setting): Block[] {
  const out: Block[] = [];
  if (form.separator) out.push(furniture(form.separator));
  if (form.site === 'buttons' && random.chance(50)) out.push(furniture(random.pick(SITE_LINES)));
  if (form.site === 'editors' && random.chance(30)) out.push(furniture(random.pick(EDITORS_LINES)));
  if (form.site === 'archive') out.push(...archiveLines(random, page).map(furniture));
  if (random.chance(form.rubrics))
    out.push({ ...furniture(''), role: 'rubric', pieces: [{ role: 'rubric', text: random.pick(RUBRICS) }] });
  return out;
}

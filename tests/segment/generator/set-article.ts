import type { PoolArticle } from './article-pool.ts';
import { BYLINE_FORMS, type BylineForm, SIGNED_BY_ONE } from './byline-forms.ts';
import { LEAD_FORMS, type LeadForm } from './lead-forms.ts';
import type { PageForm } from './page-form.ts';
import { captionLines, JUMPS_FROM, JUMPS_ONWARD } from './page-lines.ts';
import { drawName, drawPlace, drawUnit } from './press-names.ts';
import type { Block, Item, ItemKind, Piece } from './printed-page.ts';
import type { Random } from './random.ts';

/** What a page knows while its articles are set. */
export interface Setting {
  readonly form: PageForm;
  readonly random: Random;
  readonly region: 'simplified' | 'taiwan' | 'hongkong';
  readonly paper: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: string;
  readonly page: number;
}

export interface SetItem {
  readonly item: Item;
  readonly blocks: readonly Block[];
}

/** How one article is signed: its names, and the byline as its form prints it. */
interface Signature {
  readonly names: readonly string[];
  readonly place: (typeof BYLINE_FORMS)[BylineForm]['place'];
  readonly text: string;
}

const two = (n: number): string => String(n).padStart(2, '0');
const isoDay = ({ year, month, day }: Setting): string => `${year}-${two(month)}-${two(day)}`;

/** Signs an article in one of the page's forms, or null for an unsigned one. */
export function sign(
  setting: Setting,
  allowed: (form: BylineForm) => boolean = () => true,
): Signature | null {
  const { form, random, region } = setting;
  const forms = form.bylines.filter(allowed);
  if (forms.length === 0 || random.chance(form.unsigned)) return null;
  const chosen = random.pick(forms);
  const count = SIGNED_BY_ONE.has(chosen) ? 1 : random.pick([1, 1, 1, 2, 2, 3]);
  const names = Array.from({ length: count }, () => drawName(random));
  const printed = form.spacedNames
    ? names.map((name) => ([...name].length === 2 ? [...name].join('　') : name))
    : names;
  const text = BYLINE_FORMS[chosen].print({
    names,
    list: printed.join(form.spacedNames ? '　' : ' '),
    unit: drawUnit(random, region),
    place: drawPlace(random, region),
    paper: setting.paper,
    day: `${setting.month}月${setting.day}日`,
    date: isoDay(setting),
  });
  return { names, place: BYLINE_FORMS[chosen].place, text };
}

/** A dateline with the names that it carries; empty where the form prints none. */
export function printLead(setting: Setting, lead: LeadForm, signature: Signature | null): string {
  const { random, region, month, day } = setting;
  const inside = signature?.place === 'dateline' ? signature : null;
  return LEAD_FORMS[lead]({
    place: drawPlace(random, region),
    day: `${month}月${day}日`,
    onlyDay: `${day}日`,
    names: inside?.text ?? '',
    bareNames: inside?.names ?? [],
  });
}

const block = (
  item: number,
  role: Block['role'],
  pieces: readonly Piece[],
  more: Partial<Block> = {},
): Block => ({
  item,
  role,
  pieces,
  wraps: false,
  indent: '',
  ...more,
});

/** The lines of a headline as the page breaks it. */
function linesOfTitle(title: string, { titleLines, spacedTitles }: PageForm, random: Random): string[] {
  if ([...title].length <= spacedTitles) return [[...title].join(random.pick([' ', '　']))];
  if (titleLines === 'parted' && /[ 　]/.test(title)) return title.split(/[ 　]+/);
  if (titleLines !== 'broken' || title.length < 12) return [title];
  const count = title.length > 22 ? 3 : 2;
  const size = Math.ceil(title.length / count);
  return Array.from({ length: count }, (_, i) => title.slice(i * size, (i + 1) * size).trim()).filter(
    Boolean,
  );
}

/** The headline's blocks: kicker, lines, second line, marks before them. */
export function setHeadline(
  item: number,
  article: PoolArticle,
  setting: Setting,
  tail: Piece | null = null,
): Block[] {
  const { form, random } = setting;
  const lines = linesOfTitle(article.title, form, random);
  const [open, close] = form.titleMark === '【' ? ['【', '】'] : [form.titleMark, ''];
  const set = { indent: form.titleIndent };
  return [
    ...(form.kickers && article.kicker
      ? [block(item, 'kicker', [{ role: 'kicker', text: article.kicker }], set)]
      : []),
    ...lines.map((text, i) =>
      block(
        item,
        'title',
        [
          ...(i === 0 && open ? [{ role: 'mark' as const, text: open }] : []),
          { role: 'title', text },
          ...(i === lines.length - 1 && close ? [{ role: 'mark' as const, text: close }] : []),
          ...(i === lines.length - 1 && tail ? [tail] : []),
        ],
        set,
      ),
    ),
    ...(form.seconds !== 'none' && article.second
      ? [
          block(
            item,
            'second',
            [{ role: 'second', text: form.seconds === 'dashed' ? `——${article.second}` : article.second }],
            set,
          ),
        ]
      : []),
  ];
}

/** How an article of the pool is set beside the others. */
export interface ArticleSetting {
  readonly kind?: ItemKind;
  readonly untitled?: boolean;
  /** A sign before the item's first line. */
  readonly mark?: string;
  /** No more paragraphs than these. */
  readonly most?: number;
  readonly lead?: LeadForm;
  readonly signature?: Signature | null;
  /** Paragraphs are lines that no measure breaks: verse, tables. */
  readonly asLines?: boolean;
}

/** Sets an article of the pool: headline, byline, dateline, paragraphs, headings, captions. */
export function setArticle(
  item: number,
  article: PoolArticle,
  setting: Setting,
  how: ArticleSetting = {},
): SetItem {
  const { form, random } = setting;
  const signature = how.signature === undefined ? sign(setting) : how.signature;
  const place = signature?.place;
  const byline: Piece | null = signature ? { role: 'byline', text: signature.text } : null;
  const lead = printLead(setting, how.lead ?? random.pick(form.leads), signature);
  const mark: Piece[] = how.mark ? [{ role: 'mark', text: how.mark }] : [];
  const head: Block[] = [];
  if (!how.untitled) {
    if (byline && place === 'above') head.push(block(item, 'byline', [byline]));
    const headline = setHeadline(item, article, setting, place === 'headline' ? byline : null);
    const [first] = headline;
    if (first && mark.length > 0) headline[0] = { ...first, pieces: [...mark, ...first.pieces] };
    head.push(...headline);
  }
  if (byline && (place === 'line' || (how.untitled && (place === 'above' || place === 'headline'))))
    head.push(block(item, 'byline', [byline], { indent: random.chance(15) ? form.indent : '' }));
  const parts = cutParts(article.parts, how.most);
  const body = setParts(item, parts, setting, how, lead, how.untitled ? mark : []);
  if (byline && place === 'close') closeWith(body, byline);
  if (byline && place === 'closing-line')
    body.push(block(item, 'byline', [byline], { indent: random.chance(40) ? '　　' : '' }));
  return {
    item: {
      id: article.id,
      kind: how.kind ?? 'article',
      title: how.untitled ? '' : article.title,
      kicker: form.kickers && !how.untitled ? article.kicker : null,
      second: form.seconds !== 'none' && !how.untitled ? article.second : null,
      byline: signature?.names ?? [],
      parts: parts.filter(({ text }) => text !== STANZA),
    },
    blocks: withCaptions(withJumps([...head, ...body], item, setting), item, article, setting),
  };
}

/** A line of the pool that parts stanzas. */
const STANZA = '/';

function cutParts(parts: PoolArticle['parts'], most = Number.POSITIVE_INFINITY): PoolArticle['parts'] {
  let paragraphs = 0;
  const kept = parts.filter(({ role }) => (role === 'paragraph' ? ++paragraphs : paragraphs + 1) <= most);
  while (kept.at(-1)?.role === 'heading') kept.pop();
  return kept;
}

function setParts(
  item: number,
  parts: PoolArticle['parts'],
  { form }: Setting,
  how: ArticleSetting,
  lead: string,
  mark: readonly Piece[],
): Block[] {
  const blocks: Block[] = [];
  let k = 0;
  let stanza = false;
  for (const { role, text } of parts) {
    if (text === STANZA) {
      stanza = true;
      continue;
    }
    const first = !blocks.some((one) => one.role === 'paragraph');
    blocks.push(
      role === 'heading'
        ? block(
            item,
            'heading',
            [
              ...(form.headingMark ? [{ role: 'mark' as const, text: form.headingMark }] : []),
              { role, text, k },
            ],
            { indent: form.headingIndent },
          )
        : block(
            item,
            'paragraph',
            [
              ...(first ? mark : []),
              ...(first && lead ? [{ role: 'lead' as const, text: lead }] : []),
              { role, text, k },
            ],
            {
              wraps: !how.asLines,
              indent: first && mark.length > 0 ? '' : form.indent,
              ...(how.asLines ? { blanksAbove: stanza ? 1 : form.gaps.paragraph } : {}),
            },
          ),
    );
    stanza = false;
    k++;
  }
  if (how.asLines && blocks[0])
    blocks[0] = { ...blocks[0], blanksAbove: Math.max(form.gaps.belowTitle, form.gaps.belowByline) };
  return blocks;
}

function closeWith(blocks: Block[], byline: Piece): void {
  const at = blocks.findLastIndex(({ role }) => role === 'paragraph');
  const last = blocks[at];
  if (last) blocks[at] = { ...last, pieces: [...last.pieces, byline] };
}

function withJumps(blocks: Block[], item: number, { form, random }: Setting): Block[] {
  if (!random.chance(form.jumps)) return blocks;
  const jump = (text: string): Piece => ({ role: 'furniture', text });
  if (random.chance(50)) return [...blocks, block(item, 'furniture', [jump(random.pick(JUMPS_ONWARD))])];
  const at = blocks.findIndex(({ role }) => role === 'paragraph');
  return [
    ...blocks.slice(0, at),
    block(item, 'furniture', [jump(random.pick(JUMPS_FROM))]),
    ...blocks.slice(at),
  ];
}

function withCaptions(
  blocks: Block[],
  item: number,
  article: PoolArticle,
  { form, random }: Setting,
): Block[] {
  const [sentence] = random.draw(article.captions, 1);
  if (!sentence || !random.chance(form.captions)) return blocks;
  const captions = captionLines(sentence, drawName(random), random).map((text) =>
    block(item, 'caption', [{ role: 'caption', text }], { wraps: true }),
  );
  const places = blocks.flatMap(({ role }, i) => (role === 'paragraph' ? [i, i + 1] : []));
  const at = random.pick(places) ?? blocks.length;
  return [...blocks.slice(0, at), ...captions, ...blocks.slice(at)];
}

import type { PoolArticle } from './article-pool.ts';
import { BYLINE_FORMS } from './byline-forms.ts';
import { captionLines, DIGEST_HEADS, GROUP_HEADS } from './page-lines.ts';
import { drawName } from './press-names.ts';
import type { Block } from './printed-page.ts';
import { printLead, type SetItem, type Setting, setArticle, setHeadline, sign } from './set-article.ts';

/** A head of a group, and its items in order. */
export interface SetGroup {
  readonly head: readonly Block[];
  readonly items: readonly SetItem[];
}

const rubric = (text: string): Block => ({
  item: -1,
  role: 'rubric',
  pieces: [{ role: 'rubric', text }],
  wraps: false,
  indent: '',
});

/** Short news under a head, each with a mark or without, titled or not. */
export function setBriefs(
  first: number,
  articles: readonly PoolArticle[],
  setting: Setting,
  untitled: boolean,
): SetGroup {
  const { form, random } = setting;
  const signed = random.chance(40);
  const head = untitled || random.chance(80) ? [rubric(random.pick(GROUP_HEADS))] : [];
  const closes = (name: keyof typeof BYLINE_FORMS): boolean => /^close|line$/.test(BYLINE_FORMS[name].place);
  return {
    head,
    items: articles.map((article, i) =>
      setArticle(first + i, article, setting, {
        kind: 'brief',
        untitled,
        most: 1,
        mark: form.briefMark,
        lead: random.chance(60) ? 'none' : 'paper',
        signature: signed ? sign(setting, closes) : null,
      }),
    ),
  };
}

/** Untitled dispatches under a head, each with its dateline. */
export function setDigest(first: number, articles: readonly PoolArticle[], setting: Setting): SetGroup {
  const { random } = setting;
  const lead = random.pick(['agency', 'after-agency', 'filed'] as const);
  const inLead = (name: keyof typeof BYLINE_FORMS): boolean => BYLINE_FORMS[name].place === 'dateline';
  return {
    head: [rubric(random.pick(DIGEST_HEADS))],
    items: articles.map((article, i) =>
      setArticle(first + i, article, setting, {
        kind: 'brief',
        untitled: true,
        most: 1,
        lead,
        signature: sign(setting, inLead),
      }),
    ),
  };
}

/** Dispatches from several places under one headline: one article, signed by all of their reporters. */
export function setGroupStory(item: number, articles: readonly PoolArticle[], setting: Setting): SetItem {
  const { random, form } = setting;
  const lead = random.pick(['after-agency', 'filed', 'agency'] as const);
  const names: string[] = [];
  const title = articles.map((article) => article.title.split(/[ 　]/)[0]).join(random.pick(['　', ' ']));
  const [one] = articles as readonly [PoolArticle];
  const joined: PoolArticle = {
    ...one,
    id: articles.map(({ id }) => id).join('+'),
    title,
    kicker: null,
    second: null,
  };
  const parts = articles.map(({ parts }) => parts.find(({ role }) => role === 'paragraph')?.text ?? '');
  const body: Block[] = parts.map((text, k) => {
    const signature = sign(setting, (name) => name === 'lead-tight' || name === 'lead-names');
    names.push(...(signature?.names ?? []));
    return {
      item,
      role: 'paragraph',
      pieces: [
        { role: 'lead', text: printLead(setting, lead, signature) },
        { role: 'paragraph', text, k },
      ],
      wraps: true,
      indent: form.indent,
    };
  });
  return {
    item: {
      id: joined.id,
      kind: 'article',
      title,
      kicker: null,
      second: null,
      byline: names,
      parts: parts.map((text) => ({ role: 'paragraph', text })),
    },
    blocks: [...setHeadline(item, joined, setting), ...body],
  };
}

/** A photograph that stands alone: with a headline or without, its words and its credit. */
export function setPhoto(item: number, article: PoolArticle, setting: Setting): SetItem {
  const { random } = setting;
  const titled = random.chance(70);
  const title = titled ? article.title + random.pick(['', '', '（图片）', '（组图）']) : '';
  const head = titled ? setHeadline(item, { ...article, title, kicker: null, second: null }, setting) : [];
  const sentence = article.parts.map(({ text }) => text).join('');
  return {
    item: { id: article.id, kind: 'photo', title, kicker: null, second: null, byline: [], parts: [] },
    blocks: [
      ...head,
      ...captionLines(sentence, drawName(random), random).map(
        (text): Block => ({
          item,
          role: 'caption',
          pieces: [{ role: 'caption', text }],
          wraps: true,
          indent: '',
        }),
      ),
    ],
  };
}

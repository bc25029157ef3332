/**
 * Where a byline stands: a line of its own under, over or on the headline, in the dateline of the first paragraph,
 * at the end of the last, or a line of its own below it.
 */
export type BylinePlace = 'line' | 'above' | 'headline' | 'dateline' | 'close' | 'closing-line';

/** What a byline is printed from. */
export interface Signing {
  readonly names: readonly string[];
  /** The names as printed, set apart as the page does. */
  readonly list: string;
  readonly unit: string;
  readonly place: string;
  readonly paper: string;
  /** Month and day, and ISO day, of the page. */
  readonly day: string;
  readonly date: string;
}

interface Form {
  readonly place: BylinePlace;
  print(signing: Signing): string;
}

const form = (place: BylinePlace, print: (signing: Signing) => string): Form => ({ place, print });

/** A list of names as the first of them and the others: reporter and correspondents. */
const withCorrespondents = (names: readonly string[], reporter: string, correspondent: string): string =>
  names.length < 2
    ? `${reporter}${names[0]}`
    : `${reporter}${names[0]} ${correspondent}${names.slice(1).join(' ')}`;

const dots = (date: string): string => date.replaceAll('-', '.');

const written = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** The forms of bylines, by a name that tells them apart. */
export const BYLINE_FORMS = {
  bare: form('line', ({ list }) => list),
  reporter: form('line', ({ list }) => `本报记者 ${list}`),
  'reporter-only': form('line', ({ list }) => `记者 ${list}`),
  colon: form('line', ({ list }) => `记者：${list}`),
  mixed: form('line', ({ names }) => withCorrespondents(names, '本报记者 ', '通讯员 ')),
  square: form('line', ({ list }) => `■ ${list}`),
  'open-square': form('line', ({ list }) => `□本报记者 ${list}`),
  ring: form('line', ({ list }) => `◎ ${list}`),
  'dot-paper': form('line', ({ list, paper }) => `●${paper}记者 ${list}`),
  dashes: form('line', ({ list }) => `——${list}`),
  text: form('line', ({ list }) => `文／${list}`),
  'text-after': form('line', ({ list }) => `${list}／文`),
  'text-picture': form('line', ({ names }) =>
    names.length > 1 ? `文/${names[0]} 图/${names[1]}` : `${names[0]} 文/图`,
  ),
  'all-media': form('line', ({ names, paper }) =>
    withCorrespondents(names, `${paper}全媒体记者 `, '通讯员 '),
  ),
  'agency-reporter': form('line', ({ list }) => `新华社记者 ${list}`),
  intern: form('line', ({ names }) => withCorrespondents(names, '□记者 ', '实习生 ')),
  'special-writer': form('line', ({ list }) => `本报特约撰稿 ${list}`),
  'above-square': form('above', ({ list }) => `□ ${list}`),
  author: form('line', ({ list }) => `作者：${list}`),
  bracketed: form('line', ({ list }) => `（${list}）`),
  'bracketed-reporter': form('line', ({ list }) => `【记者 ${list}】`),
  correspondent: form('line', ({ list }) => `通讯员 ${list}`),
  stationed: form('line', ({ list, place }) => `本报驻${place}记者　${list}`),
  photographing: form('line', ({ list }) => `本报记者 ${list} 摄影报道`),
  dated: form('line', ({ list, date }) => `本报记者 ${list} ${written(date)}`),
  'dated-paper': form(
    'line',
    ({ names, date, paper, place }) => `${date} 09:10 ${paper} 记者${names[0]}/${place}报道`,
  ),
  unit: form('line', ({ names, unit }) => `${unit}　${names[0]}`),
  'unit-text': form('line', ({ names, unit }) => `文／${unit}　${names[0]}`),
  'unit-office': form('line', ({ names, unit }) => `${unit}主任　${names[0]}`),
  'slash-filed': form('line', ({ list, place }) => `记者${list}／${place}报导`),
  'slash-report': form('line', ({ list }) => `记者${list}/报道`),
  'square-filed': form('line', ({ list, place }) => `【记者${list}${place}报导】`),
  above: form('above', ({ list }) => `本报记者 ${list}`),
  'above-bare': form('above', ({ list }) => list),
  'on-headline': form('headline', ({ list }) => `　　${list}`),
  'on-headline-brackets': form('headline', ({ names }) => `（${names.join(' ')}）`),
  'on-headline-reporter': form('headline', ({ list }) => `　本报记者　${list}`),
  'lead-reporter': form('dateline', ({ list }) => `（记者 ${list}）`),
  'lead-tight': form('dateline', ({ names }) => `（记者${names.join('、')}）`),
  'lead-mixed': form('dateline', ({ names }) => `（${withCorrespondents(names, '记者 ', '通讯员 ')}）`),
  'lead-names': form('dateline', ({ names }) => `（${names.join('、')}）`),
  'lead-reports': form('dateline', ({ names }) => `　记者${names.join('、')}报道：`),
  'lead-correspondent-reports': form('dateline', ({ names }) => `　通讯员${names.join('、')}报道：`),
  'close-names': form('close', ({ list }) => `（${list}）`),
  'close-reporter': form('close', ({ list }) => `（记者 ${list}）`),
  'close-mixed': form('close', ({ names }) => `（${withCorrespondents(names, '记者 ', '通讯员 ')}）`),
  'close-text': form('close', ({ list }) => `（${list}／文）`),
  'below-names': form('closing-line', ({ list }) => `（${list}）`),
  'below-reporter': form('closing-line', ({ list }) => `（记者 ${list}）`),
  'below-bare': form('closing-line', ({ list }) => list),
  'below-unit': form('closing-line', ({ names, unit }) => `（${unit}　${names[0]}）`),
  'below-unit-text': form('closing-line', ({ names, unit }) => `文／${unit}　${names[0]}`),
  'below-author': form('closing-line', ({ list }) => `作者 ${list}`),
  'below-dated': form('closing-line', ({ list, date }) => `${list}　${dots(date)}`),
  reader: form('closing-line', ({ names, place }) => `${place}读者　${names[0]}`),
} as const satisfies Record<string, Form>;

export type BylineForm = keyof typeof BYLINE_FORMS;

/** Forms that print one name only. */
export const SIGNED_BY_ONE: ReadonlySet<BylineForm> = new Set([
  'dated-paper',
  'unit',
  'unit-text',
  'unit-office',
  'below-unit',
  'below-unit-text',
  'reader',
]);

/**
 * What each rule's candidates weigh: where two overlap, `keepBest` keeps the heavier, and the longer of two that weigh
 * the same. One rule has one weight, so that this table says which rule wins over which. Weights are only compared;
 * the steps between them mean nothing.
 */
export const WEIGHTS = {
  // A byline's text is its names.
  byline: 20,

  // Names that hold other names, by marks or by a last word of their own: whatever stands inside says what they are of.
  /** 《…方案》: a document's title. */
  document: 13.8,
  /** 全国卫生镇 behind 获评: lighter than a document, which may list honours. */
  honour: 13.6,
  /** A body behind 成立, up to its last word: the quoted name in it is no programme. */
  founded: 13.4,
  /** “同心粮仓”示范园 with its place in front: the same of a site. */
  'quoted-site': 13.4,
  /** 党的十三大, 第三届…论坛: its number tells more than who holds it. */
  meeting: 13.3,
  /** 世界游泳锦标赛 */
  contest: 13.3,
  /** 台风“海燕” */
  storm: 13.3,
  /** 《…月刊》: the place it begins with is its field. */
  periodical: 13.3,
  /** A place or body, a few words, and an event's kind. */
  event: 13.2,
  /** A quotation that is founded or read as a body: heavier than a programme in the same marks. */
  'quoted-body': 13.2,
  quoted: 13,
  'quoted-part': 13,
  'quoted-event': 13,
  /** 库尔勒香梨: more than the place that it begins with, however sure that is. */
  product: 12.8,
  /** 永久牌自行车: more than the place or person that its name is too. */
  brand: 12.8,
  /** 柳河小学 behind its unit. */
  'own-school': 12.5,
  /** What the page's own long names explain: 华岭化纤, 沪滇两地. */
  'short-form': 12.5,
  pair: 12.5,
  /** 第一针织厂, 红星生产队: whole where the tagger has only a place or person in it. */
  'plain-body': 12.4,
  /** 第七集团军某炮兵旅: whole where the tagger has only a part. */
  'army-unit': 12.4,
  /** 星澜音乐 behind 签约: whole where the tagger has only a place or person in it. */
  'trade-name': 12.4,
  /** 川师大: the tagger cuts it after the place. */
  university: 12.4,
  /** A word of the person's own list: as heavy as what the tagger is sure of, so that the longer of the two stays. */
  own: 12.3,
  /** （扬州段） behind a river or road, more than the place in it. */
  section: 12.4,

  /** 希望工程: known programmes that need no marks; the tagger takes some for bodies. */
  plain: 12.4,

  // What the tagger is sure of stands against every rule of form below.
  'tagger-sure': 12.3,

  // Forms that hardly anything but a name has.
  dotted: 12,
  masked: 12,
  /** 第一师, where the page tells of the corps. */
  corps: 12,
  /** 《…》 with no name inside. */
  work: 12,
  addressed: 11,
  elements: 11,
  going: 11,
  /** 白鹭湾 before what is done to it. */
  site: 10.8,
  /** A name read on to its last word; see `weightOfLonger`. */
  'goes-on': 10.5,

  /** 顾小满今年五十岁: an age shows a person even where the tagger takes the name for a place. */
  aged: 10.2,

  /** 印|巴|两国, 俄|外长: a land by its letter, where the tagger takes the row for one name. */
  letter: 10.1,

  // What the tagger says, with its edges mended.
  tagger: 10,

  // Rules that fill in where the tagger says nothing.
  familiar: 9,
  /** A piece of a byline that begins with no surname: the tagger may know it for a place or body. */
  'byline-odd': 9,
  'known-body': 9,
  /** 经济部|将: an office that stands by itself, wherever the words of the dictionary part. */
  'standing-office': 9,
  /** A name that the page knows from another mention. */
  known: 9,
  /** 华为、联想: a common word in a row with bodies. */
  listed: 8,
  /** 区委统战部 */
  'level-office': 8,
  /** A province, prefecture or county by its whole name. */
  register: 8,
  /** A place cut out of a word that the dictionary has too long: 桐梓|乡村. */
  'register-cut': 8,
  /** A short name of a unit that the page has whole. */
  'short-place': 8,
  'behind-post': 7,
  'register-town': 7,
  'small-unit': 7,
  'register-short': 6,
  world: 6,
  /** A country at the head of a longer word. */
  'world-part': 5,

  /** A product known from another mention: heavier even than a settled place that it begins with. */
  'known-product': 33,
} as const;

/** The rule that took a stretch for a name. */
export type Rule = keyof typeof WEIGHTS;

/** Added to what one text has settled, before names known from the rest of the page are laid beside it. */
export const SETTLED = 20;

/** A name that goes on wins over the name that it was read on from, and over the tagger's. */
export const weightOfLonger = (weight: number): number => Math.max(WEIGHTS['goes-on'], weight + 0.1);

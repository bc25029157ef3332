import type { Random } from './random.ts';

/** Heads of columns that stand above one article. */
export const RUBRICS = [
  '要闻',
  '专栏',
  '在竞赛中',
  '街谈巷议',
  '学习园地',
  '本报专访',
  '工作研究',
  '科普角',
  '百姓故事',
  '【一线】',
  '港闻点滴',
  '文艺评论',
  '信息窗',
  '思想评论',
  '记者来信',
  '国际札记',
] as const;

/** Heads of groups of short news. */
export const GROUP_HEADS = [
  '简讯',
  '短讯',
  '快讯',
  '一句话新闻',
  '要闻简报',
  '新闻速递',
  '动态',
  '短波',
  '简明新闻',
  '本市简讯',
  '各地短波',
  '校园快讯',
  '厂区简报',
  '文化简讯',
  '体坛简讯',
] as const;

/** Heads of digests of dispatches. */
export const DIGEST_HEADS = ['国际简讯', '电讯集锦', '今日快讯', '环球短波', '各地要闻'] as const;

/** Marks set before the items of a group. */
export const BRIEF_MARKS = ['', '▲', '●', '◆', '■', '·', '△', '※', '＊'] as const;

/** Lines of an e-edition's site. */
export const SITE_LINES = [
  '上一篇　下一篇',
  '上一篇',
  '下一篇',
  '分享到：',
  '字号：大 中 小',
  '返回目录',
  '打印',
  '放大 缩小 默认',
  '本版导读',
  '扫码阅读',
  '版权声明',
] as const;

/** Lines of editors and of the paper's service. */
export const EDITORS_LINES = [
  '责任编辑：胡一鸣　版式：宋晓',
  '本版编辑　田怡',
  '新闻热线：0519-88001234',
  '广告热线：62210088',
  '投稿邮箱：fukan@example.cn',
  '零售价：1.50元',
  '本版校对：何冬生',
] as const;

/** Jumps: where an article goes on, and where it comes from. */
export const JUMPS_ONWARD = [
  '（下转第四版）',
  '（下转第2版）',
  '下转第三版',
  '（紧转第二版）',
  '（下转A4版）',
] as const;
export const JUMPS_FROM = [
  '（上接第一版）',
  '（上接第1版）',
  '上接第一版',
  '（紧接第一版）',
  '（上接A1版）',
] as const;

/** The lines that an archive puts above each article. */
export const archiveLines = (random: Random, page: number): readonly string[] => [
  `第${page}版()`,
  random.chance(60) ? '专栏:' : `专栏:${random.pick(RUBRICS)}`,
];

/** A caption as printed: its sentence with a head, a credit, or both; a credit may have its own line. */
export function captionLines(sentence: string, photographer: string, random: Random): readonly string[] {
  if (/摄|攝|图为|圖為|供图/.test(sentence)) return [sentence];
  const bare = sentence.replace(/。$/, '');
  return random.pick<readonly string[]>([
    [`图为${bare}。 本报记者 ${photographer} 摄`],
    [`${bare}。 ${photographer} 摄`],
    [`${bare}。（本报记者${photographer}摄）`],
    [`${bare}。`, `（本报记者${photographer}摄）`],
    [`${bare}。`, `${photographer} 摄`],
    [`▲${bare}。（${photographer}摄）`],
    [`上图：${bare}。`],
    [`图①：${bare}。`],
    [`题图：${bare}。`],
    [`${bare}。（资料图片）`],
    [`图为${bare}。`],
    [`${bare}（${photographer}供图）`],
    [`△ ${bare}。新华社记者 ${photographer} 摄`],
  ]);
}

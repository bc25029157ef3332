import { type ComparedArticle, comparedArticles } from '@shared/analysis/compared-article.ts';
import { runPipeline } from '../pipeline/run.ts';

/** A page of one article, as it is compared. */
export const read = async (publishedOn: string, text: string): Promise<ComparedArticle> => {
  const { extraction, text: source } = await runPipeline(text, { description: { publishedOn } });
  return comparedArticles(extraction, source.length)[0]!;
};

/** What papers tell of a flood, and one that tells of another place. */
export const PAPERS: readonly (readonly [string, string])[] = [
  [
    '1996-07-20',
    '沅口县洪水致七人死亡\n\n7月18日，沅口县遭受暴雨袭击，死亡7人，农作物受淹12.6万亩，倒塌房屋2140间。\n',
  ],
  ['1996-07-20', '沅口大水\n\n一场大水，沅口县有七人遇难，8400公顷农作物受淹，两千一百多间房屋倒塌。\n'],
  [
    '1996-07-26',
    '沅口县抗洪救灾\n\n截至7月25日，沅口县死亡9人，农作物受淹12.6万亩。县城的护城堤全长4280米。\n',
  ],
  ['1996-07-28', '沅口修堤\n\n沅口县的护城堤，全长4820米，将在冬季加高。\n'],
  ['1996-07-28', '澧坪县秋播\n\n澧坪县种植油菜21.4万亩，购进化肥2140吨。\n'],
];

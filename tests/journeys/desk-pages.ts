/** Pages that a person has on their disk, each with what there is to be done on a desk. */
export const PAGE = [
  '老码头改造完工',
  '',
  '去年10月，青石镇投入资金860万元改造老码头，新建驳岸1.2公里。镇长周砚秋说，周砚秋和陆行舟一起验了收。',
  '',
  '山脚下的茶园今年第一次用上了滴灌，每亩茶园一季可以省下六十吨水。',
  '',
].join('\n');
export const OTHER = '河湾村修成石板路\n\n今年春天，河湾村在渡口边上修了一条石板路，花费35万元。\n';

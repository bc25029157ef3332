/** A page of one article that says a sum. */
export const createReaderPage = (place: string, sum: string): string =>
  `${place}的一天\n\n今年春天，河湾村在${place}边上修了一条石板路，花费${sum}，带动60余户村民开起了客栈。\n`;

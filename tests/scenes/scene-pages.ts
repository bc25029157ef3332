/** Three pages whose names say when they were printed. */
export const DATED = ['渡口', '茶园', '盐场'].map((place, i): [string, string] => [
  `湖口日报-2019-04-0${i + 1}-0${i + 2}.txt`,
  `${place}修路\n\n今年春天，${place}修了一条路，花费35万元。\n`,
]);

/** An article whose cards go on far below the foot of the panel. */
export const LONG = [
  '三十座渡口',
  ...Array.from({ length: 30 }, (_, i) => `今年春天，河湾村修了第${i + 1}座渡口，花费${i + 35}万元。`),
].join('\n\n');

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TOWNS = ['青石镇', '河口镇', '南塘镇', '茶园乡', '石桥乡', '盐井镇', '柳林乡', '白沙镇'];
const PROGRAMMES = ['“村村通”工程', '“清水行动”', '“百桥计划”', '“春晖计划”'];
const PEOPLE = ['周平', '林秋', '陈志远', '王小兰', '赵建国', '何雪梅'];
const WORKS = ['修桥', '修路', '建校', '引水'];

const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length] as Item;

/** A page of a paper that nobody prints, of two stories; no two numbers give the same. */
export function makePage(i: number): string {
  const [town, other] = [pick(TOWNS, i), pick(TOWNS, i * 3 + 1)];
  const [year, month, day] = [1995 + (i % 25), 1 + (i % 12), 1 + (i % 28)];
  const [speaker, praised] = [pick(PEOPLE, i), pick(PEOPLE, i + 1 + (i % 4))];
  const work = pick(WORKS, Math.floor(i / 3));
  return [
    `湖口日报 ${year}年${month}月${day}日 第${1 + (i % 8)}版`,
    '',
    `${town}${work}记`,
    '',
    `本报讯（记者田禾）今年春天，${town}实施${pick(PROGRAMMES, i)}，投入资金${120 + (i % 700)}万元，${work}工地上有${30 + (i % 90)}名工人。`,
    '',
    `镇长${speaker}说：“第${i + 1}号工程完工以后，${praised}一家出门就方便了。”`,
    '',
    `${other}粮食丰收`,
    '',
    `本报讯（记者石青）${other}今年种植水稻${1000 + i}亩，粮食产量达到${(2 + (i % 40) / 10).toFixed(1)}万吨，带动${200 + (i % 300)}户农民增收。`,
    '',
  ].join('\n');
}

/** Writes pages as a scanner's folder holds them, a folder a hundred; @returns their paths. */
export function layPages(folder: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const inner = join(folder, String(Math.floor(i / 100)).padStart(5, '0'));
    if (i % 100 === 0) mkdirSync(inner, { recursive: true });
    const path = join(inner, `湖口日报-${String(i).padStart(6, '0')}.txt`);
    writeFileSync(path, makePage(i));
    return path;
  });
}

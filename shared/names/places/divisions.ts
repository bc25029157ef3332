/** An administrative unit of the register, from province (level 1) to town (level 4). */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: 1 | 2 | 3 | 4;
  readonly parent: Division | null;
}

const PROVINCE_SHORT = /(维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|省|市)$/;
const NATIONALITIES =
  '(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|俄罗斯|鄂温克|保安|裕固|塔塔尔|独龙|鄂伦春|各)族?)';
const LOWER_SHORT = new RegExp(
  `(?:${NATIONALITIES}{0,6}自治[州县旗]|地区|盟|林区|矿区|新区|[市县区旗])$`,
  'u',
);

/** 喀什 for 喀什地区, 广西 for 广西壮族自治区; the name itself when less than two units would stay. */
export function shortDivisionName(name: string): string {
  const short = name.replace(PROVINCE_SHORT, '').replace(LOWER_SHORT, '');
  return short.length >= 2 ? short : name;
}

/**
 * Reads the extract: one unit a line, one tab a level, the code's own digits, the name.
 * Units that only group others have no name and are left out; their children hang on the next above.
 */
export function readDivisions(text: string): Division[] {
  const divisions: Division[] = [];
  const codes = ['', '', '', ''];
  const parents: (Division | null)[] = [null, null, null, null];
  for (const line of text.split('\n')) {
    let depth = 0;
    while (line.charCodeAt(depth) === 9) depth++;
    const digits = depth === 3 ? 3 : 2;
    const code = (depth === 0 ? '' : codes[depth - 1]!) + line.slice(depth, depth + digits);
    const name = line.slice(depth + digits);
    codes[depth] = code;
    const parent = depth === 0 ? null : parents[depth - 1]!;
    if (name === '') {
      parents[depth] = parent;
      continue;
    }
    const division: Division = { code, name, level: (depth + 1) as Division['level'], parent };
    parents[depth] = division;
    divisions.push(division);
  }
  return divisions;
}

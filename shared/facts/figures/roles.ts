import { isArabicDigit, isChineseNumeral } from '@shared/numerals/characters.ts';

/** What a character can begin. */
export type Role =
  | 'number'
  | 'letter'
  | 'minus'
  | 'tolerance'
  | 'money'
  | 'nth'
  | 'first'
  | 'last'
  | 'roman'
  | 'each'
  | 'doubled'
  | 'aged';

const CHARACTERS: readonly (readonly [string, Role])[] = [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 'letter'],
  ['-−负負', 'minus'],
  ['±正', 'tolerance'],
  ['$¥€£₩₹₽₪₫฿₺₴₦₡₱₿人美港新欧英日台澳葡加韩泰卢瑞马', 'money'],
  ['第', 'nth'],
  ['首', 'first'],
  ['倒最', 'last'],
  ['ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ', 'roman'],
  ['每', 'each'],
  ['翻', 'doubled'],
  ['弱而不知花古耄期', 'aged'],
  ['半几幾数數对½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞', 'number'],
];

/** The role of every UTF-16 unit; most have none and are passed over. */
export const CHARACTER_ROLES: readonly (Role | undefined)[] = rolesOfCharacters();

function rolesOfCharacters(): (Role | undefined)[] {
  const roles = new Array<Role | undefined>(0x10000).fill(undefined);
  for (const [characters, role] of CHARACTERS) {
    for (const character of characters) roles[character.charCodeAt(0)] = role;
  }
  for (let unit = 0; unit < roles.length; unit += 1) {
    const character = String.fromCharCode(unit);
    if (isArabicDigit(character, 0) || isChineseNumeral(character, 0)) roles[unit] = 'number';
  }
  return roles;
}

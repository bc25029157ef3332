const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_DIGITS_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** Greatest number that is printed in words; greater ones are no list's. */
const GREATEST = 9999;

/**
 * A number of a list in the form that its level names (ST_NumberFormat, ECMA-376-1, 17.18.59); in digits where
 * the form is not known.
 */
export function printCount(number: number, format: string): string {
  if (!Number.isInteger(number) || number < 0 || number > GREATEST) return String(number);
  switch (format) {
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'upperLetter':
      return printLetters(number).toUpperCase();
    case 'lowerLetter':
      return printLetters(number);
    case 'upperRoman':
      return printRoman(number);
    case 'lowerRoman':
      return printRoman(number).toLowerCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return printInWords(number, `零${DIGITS.slice(1)}`, '十百千', true);
    case 'chineseLegalSimplified':
      return printInWords(number, LEGAL_DIGITS, '拾佰仟', false);
    case 'ideographLegalTraditional':
      return printInWords(number, LEGAL_DIGITS_TRADITIONAL, '拾佰仟', false);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(number).replace(/\d/g, (digit) => DIGITS[Number(digit)] as string);
    case 'ideographTraditional':
      return number >= 1 && number <= 10 ? (STEMS[number - 1] as string) : String(number);
    case 'ideographZodiac':
      return number >= 1 && number <= 12 ? (BRANCHES[number - 1] as string) : String(number);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : String(number);
    case 'decimalEnclosedParen':
      return number >= 1 && number <= 20 ? String.fromCharCode(0x2473 + number) : `(${number})`;
    case 'decimalEnclosedFullstop':
      return number >= 1 && number <= 20 ? String.fromCharCode(0x2487 + number) : `${number}.`;
    case 'ideographEnclosedCircle':
      return number >= 1 && number <= 10 ? String.fromCharCode(0x327f + number) : String(number);
    default:
      return String(number);
  }
}

/** 27 is `aa`, as word processors count. */
function printLetters(number: number): string {
  if (number === 0) return '';
  return String.fromCharCode(0x61 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function printRoman(number: number): string {
  let [rest, printed] = [number, ''];
  for (const [value, letters] of ROMAN) for (; rest >= value; rest -= value) printed += letters;
  return printed;
}

/** @param isShort ten to nineteen begin with 十, not 一十. */
function printInWords(number: number, digits: string, places: string, isShort: boolean): string {
  if (number === 0) return digits[0] as string;
  const figures = [...String(number)].map(Number);
  let printed = '';
  let isZeroOpen = false;
  figures.forEach((figure, i) => {
    const place = figures.length - 1 - i;
    if (figure === 0) {
      isZeroOpen = printed !== '';
      return;
    }
    if (isZeroOpen) printed += digits[0];
    isZeroOpen = false;
    printed += (digits[figure] as string) + (place > 0 ? places[place - 1] : '');
  });
  return isShort && number >= 10 && number < 20 ? printed.slice(1) : printed;
}

const PLAIN = {
  digits: '零一二三四五六七八九',
  small: ['', '十', '百', '千'],
  large: ['', '万', '亿', '万亿'],
};
const TRADITIONAL = {
  digits: '零一二三四五六七八九',
  small: ['', '十', '百', '千'],
  large: ['', '萬', '億', '萬億'],
};
const BANKING = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  small: ['', '拾', '佰', '仟'],
  large: ['', '万', '亿', '万亿'],
};

type Script = typeof PLAIN;

function printGroup(group: number, script: Script): string {
  let printed = '';
  let zeroDue = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(group / 10 ** power) % 10;
    if (digit === 0) {
      zeroDue = printed !== '';
      continue;
    }
    if (zeroDue) printed += script.digits[0];
    zeroDue = false;
    printed += script.digits[digit]! + script.small[power];
  }
  return printed;
}

function printWhole(value: number, script: Script): string {
  if (value === 0) return script.digits[0]!;
  let printed = '';
  let zeroDue = false;
  for (let power = 3; power >= 0; power -= 1) {
    const group = Math.floor(value / 10_000 ** power) % 10_000;
    if (group === 0) {
      zeroDue = printed !== '';
      continue;
    }
    if (printed !== '' && (zeroDue || group < 1000)) printed += script.digits[0];
    zeroDue = false;
    printed += printGroup(group, script) + script.large[power];
  }
  return printed;
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

const fullWidth = (printed: string): string =>
  printed.replace(/[0-9.,]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));

/** Every form in which a newspaper prints a whole number below 10¹⁵, by the form's name. */
export function printNumeral(value: number): Record<string, string> {
  const chinese = printWhole(value, PLAIN);
  const forms: Record<string, string> = {
    arabic: String(value),
    'full width': fullWidth(String(value)),
    grouped: grouped(value),
    'full width grouped': fullWidth(grouped(value)),
    chinese,
    traditional: printWhole(value, TRADITIONAL),
  };
  if (value >= 10) forms.banking = printWhole(value, BANKING);
  if (value >= 10 && value < 20) forms['spoken ten'] = chinese.slice(1);
  if (/^二[千万亿]/.test(chinese)) forms.两 = `两${chinese.slice(1)}`;
  if (value >= 100)
    forms['digits in a row'] = [...String(value)].map((d) => '〇一二三四五六七八九'[Number(d)]).join('');
  for (const [scale, factor] of [
    ['万', 1e4],
    ['亿', 1e8],
    ['万亿', 1e12],
  ] as const) {
    if (value < factor) continue;
    const mantissa = (value / factor).toFixed(Math.log10(factor)).replace(/\.?0+$/, '');
    forms[`mixed ${scale}`] = mantissa + scale;
    forms[`full width mixed ${scale}`] = fullWidth(mantissa) + scale;
    if (mantissa.includes('.') && value / factor < 10_000) {
      const [whole, decimals] = mantissa.split('.') as [string, string];
      const spoken = [...decimals].map((d) => PLAIN.digits[Number(d)]).join('');
      forms[`spoken decimal ${scale}`] = `${printWhole(Number(whole), PLAIN)}点${spoken}${scale}`;
    }
  }
  return forms;
}

import { ARABIC_DIGITS, valueAt } from '@shared/numerals/characters.ts';
import { type CalendarNumber, readCalendarNumber } from './calendar-number.ts';
import type { Draft } from './reading.ts';

/** What may follow odd minutes with no 分: 四点五十八开车. */
const AFTER_BARE_MINUTE = /^(?:[的到起至开出发左准，。；、！？）)\s]|$)/;

/** Minutes printed with no 分: 八点二十, 8点05. */
const isBareMinute = (text: string, minute: CalendarNumber): boolean =>
  minute.arabic
    ? minute.width === 2
    : minute.value >= 10 &&
      !minute.inRow &&
      (minute.value % 5 === 0 || AFTER_BARE_MINUTE.test(text[minute.end] ?? ''));

/** `02.6` and `5`, in Arabic digits, as printed. */
function readSeconds(text: string, at: number): { readonly printed: string; readonly end: number } | null {
  const whole = readCalendarNumber(text, at);
  if (whole === null || whole.value > 59) return null;
  let printed = String(whole.value).padStart(2, '0');
  let end = whole.end;
  if (whole.arabic && text[end] === '.' && valueAt(ARABIC_DIGITS, text, end + 1) >= 0) {
    printed += '.';
    end += 1;
    for (; valueAt(ARABIC_DIGITS, text, end) >= 0; end += 1) printed += valueAt(ARABIC_DIGITS, text, end);
  }
  return text[end] === '秒' ? { printed, end: end + 1 } : null;
}

/** What stands after 8点 or 8时: minutes, seconds, 半, 一刻, 整, 钟. */
export function readBelowHour(text: string, draft: Draft): void {
  const { moment } = draft;
  const shortage = readShortage(text, draft.place);
  if (shortage !== null) {
    takeAway(draft, shortage.minutes);
    draft.place = shortage.end;
    return;
  }
  if (text[draft.place] === '半') {
    moment.minute = 30;
    draft.place += 1;
    return;
  }
  // 八点过五分 says the minutes behind the hour.
  const zero = text[draft.place] === '零' && valueAt(ARABIC_DIGITS, text, draft.place + 1) >= 0;
  const past = zero || /[过過\s]/.test(text[draft.place] ?? '.');
  const minute = readCalendarNumber(text, past ? draft.place + 1 : draft.place);
  if (minute !== null && minute.value < 60) {
    if (text[minute.end] === '刻' && minute.value <= 3) {
      moment.minute = minute.value * 15;
      draft.place = minute.end + 1;
    } else if (text[minute.end] === '分' && text[minute.end + 1] !== '之') {
      moment.minute = minute.value;
      draft.place = minute.end + 1;
      const second = readSeconds(text, draft.place);
      if (second !== null) {
        moment.second = second.printed;
        draft.place = second.end;
      }
    } else if (text[draft.place - 1] === '点' && isBareMinute(text, minute)) {
      moment.minute = minute.value;
      draft.place = minute.end;
    }
    return;
  }
  if (text[draft.place] === '整') draft.place += 1;
}

/** 五分 and 一刻 of 差五分三点 and 三点差一刻: how many minutes are missing. */
export function readShortage(
  text: string,
  at: number,
): { readonly minutes: number; readonly end: number } | null {
  if (text[at] !== '差') return null;
  const number = readCalendarNumber(text, at + 1);
  if (number === null || number.value < 1 || number.value > 59) return null;
  if (text[number.end] === '刻' && number.value <= 3)
    return { minutes: number.value * 15, end: number.end + 1 };
  if (text[number.end] !== '分') return null;
  return { minutes: number.value, end: number.end + (text[number.end + 1] === '钟' ? 2 : 1) };
}

/** Sets the clock back by what is missing to the full hour. */
export function takeAway(draft: Draft, minutes: number): void {
  const { hour = 0 } = draft.moment;
  draft.moment.hour = hour === 0 ? 23 : hour - 1;
  draft.moment.minute = 60 - minutes;
}

/**
 * A time as the words say it. `absolute` needs nothing else; `relative` needs the publication date;
 * `vague` has no definite value (近日, 近年来, 每年).
 */
export type TimeExpression =
  | { readonly type: 'absolute'; readonly value: string }
  | {
      readonly type: 'relative';
      /** Years, months or days from the publication date: 去年 is −1 year. */
      readonly years?: number;
      readonly months?: number;
      readonly days?: number;
      /** What is printed below the shifted unit, such as `-10-18` after 去年. */
      readonly rest?: string;
    }
  | { readonly type: 'vague' };

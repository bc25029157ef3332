/** What a dateline is printed from. */
export interface Dispatch {
  readonly place: string;
  /** Month and day, and the day alone. */
  readonly day: string;
  readonly onlyDay: string;
  /** The byline that stands in the dateline; empty where the article is signed elsewhere. */
  readonly names: string;
  readonly bareNames: readonly string[];
}

/** The forms of datelines, the blank behind them included; `none` is no dateline. */
export const LEAD_FORMS = {
  none: ({ names }: Dispatch) => (names ? `本报讯${names}` : ''),
  paper: ({ names }: Dispatch) => (names ? `本报讯${names}` : '本报讯　'),
  'paper-blank': ({ names }: Dispatch) => (names ? `本报讯　${names}` : '本报讯　'),
  square: ({ names }: Dispatch) => `【本报讯】${names.trimStart()}`,
  filed: ({ place, day, names }: Dispatch) => `本报${place}${day}电　${names.trimStart()}`,
  agency: ({ place, day, names }: Dispatch) => `新华社${place}${day}电${names || ' '}`,
  'after-agency': ({ place, day, names }: Dispatch) => `据新华社${place}${day}电${names || '　'}`,
  'own-agency': ({ place, onlyDay, names }: Dispatch) => `本报${place}${onlyDay}专电　${names.trimStart()}`,
  'place-only': ({ place, names }: Dispatch) => `本报${place}讯${names || '　'}`,
  net: ({ day, names }: Dispatch) => `江畔网${day}讯${names || '　'}`,
  central: ({ place, onlyDay, bareNames }: Dispatch) =>
    bareNames.length > 0
      ? `（中央社记者${bareNames[0]}${place}${onlyDay}电）`
      : `（中央社${place}${onlyDay}电）`,
  'square-filed': ({ place, bareNames }: Dispatch) =>
    bareNames.length > 0 ? `【记者${bareNames.join('、')}${place}报导】` : `【本报讯】`,
  'corner-filed': ({ place, bareNames }: Dispatch) =>
    bareNames.length > 0 ? `〔记者${bareNames.join('、')}／${place}报导〕` : `〔本报讯〕`,
} as const satisfies Record<string, (dispatch: Dispatch) => string>;

export type LeadForm = keyof typeof LEAD_FORMS;

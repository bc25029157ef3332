import type { Failure } from '@shared/contracts/results.ts';
import { IntlMessageFormat } from 'intl-messageformat';
import enAgreement from '../../resources/locales/en/agreement.json' with { type: 'json' };
import enBookmarks from '../../resources/locales/en/bookmarks.json' with { type: 'json' };
import enCommands from '../../resources/locales/en/commands.json' with { type: 'json' };
import enCompare from '../../resources/locales/en/compare.json' with { type: 'json' };
import enDesk from '../../resources/locales/en/desk.json' with { type: 'json' };
import enErrors from '../../resources/locales/en/errors.json' with { type: 'json' };
import enExport from '../../resources/locales/en/export.json' with { type: 'json' };
import enFacts from '../../resources/locales/en/facts.json' with { type: 'json' };
import enFormats from '../../resources/locales/en/formats.json' with { type: 'json' };
import enImport from '../../resources/locales/en/import.json' with { type: 'json' };
import enLists from '../../resources/locales/en/lists.json' with { type: 'json' };
import enMend from '../../resources/locales/en/mend.json' with { type: 'json' };
import enNames from '../../resources/locales/en/names.json' with { type: 'json' };
import enOutbox from '../../resources/locales/en/outbox.json' with { type: 'json' };
import enReader from '../../resources/locales/en/reader.json' with { type: 'json' };
import enSearch from '../../resources/locales/en/search.json' with { type: 'json' };
import enSettings from '../../resources/locales/en/settings.json' with { type: 'json' };
import enShelf from '../../resources/locales/en/shelf.json' with { type: 'json' };
import enStart from '../../resources/locales/en/start.json' with { type: 'json' };
import enTable from '../../resources/locales/en/table.json' with { type: 'json' };
import zhAgreement from '../../resources/locales/zh/agreement.json' with { type: 'json' };
import zhBookmarks from '../../resources/locales/zh/bookmarks.json' with { type: 'json' };
import zhCommands from '../../resources/locales/zh/commands.json' with { type: 'json' };
import zhCompare from '../../resources/locales/zh/compare.json' with { type: 'json' };
import zhDesk from '../../resources/locales/zh/desk.json' with { type: 'json' };
import zhErrors from '../../resources/locales/zh/errors.json' with { type: 'json' };
import zhExport from '../../resources/locales/zh/export.json' with { type: 'json' };
import zhFacts from '../../resources/locales/zh/facts.json' with { type: 'json' };
import zhFormats from '../../resources/locales/zh/formats.json' with { type: 'json' };
import zhImport from '../../resources/locales/zh/import.json' with { type: 'json' };
import zhLists from '../../resources/locales/zh/lists.json' with { type: 'json' };
import zhMend from '../../resources/locales/zh/mend.json' with { type: 'json' };
import zhNames from '../../resources/locales/zh/names.json' with { type: 'json' };
import zhOutbox from '../../resources/locales/zh/outbox.json' with { type: 'json' };
import zhReader from '../../resources/locales/zh/reader.json' with { type: 'json' };
import zhSearch from '../../resources/locales/zh/search.json' with { type: 'json' };
import zhSettings from '../../resources/locales/zh/settings.json' with { type: 'json' };
import zhShelf from '../../resources/locales/zh/shelf.json' with { type: 'json' };
import zhStart from '../../resources/locales/zh/start.json' with { type: 'json' };
import zhTable from '../../resources/locales/zh/table.json' with { type: 'json' };

const zh = {
  agreement: zhAgreement,
  bookmarks: zhBookmarks,
  commands: zhCommands,
  compare: zhCompare,
  desk: zhDesk,
  errors: zhErrors,
  export: zhExport,
  facts: zhFacts,
  formats: zhFormats,
  import: zhImport,
  lists: zhLists,
  mend: zhMend,
  names: zhNames,
  outbox: zhOutbox,
  reader: zhReader,
  search: zhSearch,
  settings: zhSettings,
  shelf: zhShelf,
  start: zhStart,
  table: zhTable,
};

type Catalogue = typeof zh;

/** `file.key` of every message; the Chinese files say which there are. */
export type MessageKey = {
  [File in keyof Catalogue]: `${File}.${keyof Catalogue[File] & string}`;
}[keyof Catalogue];

export type MessageValues = Readonly<Record<string, string | number>>;

export type Language = 'zh' | 'en';

const en: { readonly [File in keyof Catalogue]: Readonly<Record<keyof Catalogue[File], string>> } = {
  agreement: enAgreement,
  bookmarks: enBookmarks,
  commands: enCommands,
  compare: enCompare,
  desk: enDesk,
  errors: enErrors,
  export: enExport,
  facts: enFacts,
  formats: enFormats,
  import: enImport,
  lists: enLists,
  mend: enMend,
  names: enNames,
  outbox: enOutbox,
  reader: enReader,
  search: enSearch,
  settings: enSettings,
  shelf: enShelf,
  start: enStart,
  table: enTable,
};

const CATALOGUES: Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>> = { zh, en };

const TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

export interface Messages {
  readonly language: Language;
  /** BCP 47 tag for `Intl` formats. */
  readonly tag: string;
  /** The message in the person's language with its placeholders filled. */
  say(key: MessageKey, values?: MessageValues): string;
  /** Whether a key that comes from data has words; narrows it to one that can be said. */
  isKey(key: string): key is MessageKey;
  number(value: number): string;
  /** What happened and what to do about it. */
  explain(failure: Failure): string;
}

/** Everything the interface says in one language. */
export function readMessages(language: Language): Messages {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const tag = TAGS[language];
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 12 });
  const find = (key: string): string | undefined => {
    const dot = key.indexOf('.');
    return CATALOGUES[language][key.slice(0, dot)]?.[key.slice(dot + 1)];
  };
  const say = (key: MessageKey, values?: MessageValues): string => {
    const known = formats.get(key);
    if (known) return String(known.format(values));
    const words = find(key);
    if (words === undefined) throw new Error(`no words for ${key}`);
    const format = new IntlMessageFormat(words, tag, undefined, { ignoreTag: true });
    formats.set(key, format);
    return String(format.format(values));
  };
  return {
    language,
    tag,
    say,
    isKey: (key): key is MessageKey => find(key) !== undefined,
    number: (value) => numbers.format(value),
    explain: ({ reason, detail = {} }) => {
      const format = find(`formats.${detail.format}`);
      return say(`errors.${reason}`, orUnknown(format === undefined ? detail : { ...detail, format }));
    },
  };
}

/** A failure may lack particulars that its words ask for; they are then called `unknown`. */
const orUnknown = (detail: MessageValues): MessageValues =>
  new Proxy(detail, {
    has: () => true,
    get: (values, name) => Reflect.get(values, name) ?? 'unknown',
    getOwnPropertyDescriptor: (values, name) =>
      Reflect.getOwnPropertyDescriptor(values, name) ?? { configurable: true, value: 'unknown' },
  });

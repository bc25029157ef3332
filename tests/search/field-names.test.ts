import { ARTICLE_KINDS } from '@shared/model/page.ts';
import {
  fieldsBeginningWith,
  kindNamed,
  nameOfField,
  nameOfKind,
  QUERY_FIELDS,
  readFieldHead,
} from '@shared/search/query/field-names.ts';
import { expect, it } from 'vitest';
import { readMessages } from '../../renderer/ui/read-messages.ts';

const LANGUAGES = ['zh', 'en'] as const;

it('understands each field by its name in either language, before either colon', () => {
  for (const field of QUERY_FIELDS)
    for (const name of LANGUAGES.map((language) => nameOfField(field, language)))
      for (const colon of ':：') expect(readFieldHead(`${name}${colon}值`)).toEqual({ name, field });
});

it('offers the name of the language where it begins so, else another that does', () => {
  const namesFor = (typed: string, language: 'zh' | 'en') =>
    fieldsBeginningWith(typed, language).map(({ name }) => name);
  expect(namesFor('标', 'zh')).toEqual(['标题', '标签']);
  expect(namesFor('標', 'zh')).toEqual(['標題', '標籤']);
  expect(namesFor('news', 'en')).toEqual(['newspaper']);
  expect(namesFor('渡', 'zh')).toEqual([]);
});

it('takes Chinese words before a colon for words of the text, and Latin ones for a field that there is not', () => {
  expect(readFieldHead('记者:张望')).toBeNull();
  expect(readFieldHead('nmae:王')).toEqual({ name: 'nmae', field: null });
  expect(readFieldHead('https://example.org')).toBeNull();
});

it('calls kinds of article as the interface calls them', () => {
  const { say } = readMessages('zh');
  for (const kind of ARTICLE_KINDS) {
    expect(nameOfKind(kind, 'zh')).toBe(say(`search.kind.${kind}`));
    expect(LANGUAGES.map((language) => kindNamed(nameOfKind(kind, language)))).toEqual([kind, kind]);
  }
});

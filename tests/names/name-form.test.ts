import { formOfMention } from '@shared/names/name-form.ts';
import { expect, it } from 'vitest';

const wujin = [{ code: '320412', path: ['江苏省', '常州市', '武进区'] }];

it.each([
  // A page that prints the short form alone knows of no fuller one: the register does.
  [{ type: 'place', text: '武进', places: wujin }, '武进区'],
  [{ type: 'place', text: '武进区', places: wujin }, '武进区'],
  [{ type: 'place', text: '武', canonical: '武进', places: wujin }, '武进区'],
  [{ type: 'place', text: '武进高新区', places: wujin }, '武进高新区'],
  [{ type: 'place', text: '鼓楼', places: [...wujin, ...wujin] }, '鼓楼'],
  [{ type: 'person', text: '老秦', canonical: '秦大河' }, '秦大河'],
  [{ type: 'programme', text: '“百渠”', canonical: '“百渠润田”' }, '百渠润田'],
] as const)('%j goes under %s', (name, form) => {
  expect(formOfMention(name)).toBe(form);
});

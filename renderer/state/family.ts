import type { FactKind } from '@shared/model/fact.ts';
import type { NameType } from '@shared/model/name.ts';
import type { Item } from './article-view.ts';

/** What the person tells apart at a glance: each family has its underline, its colour and its chip. */
export const FAMILIES = ['money', 'quantity', 'time', 'people', 'place', 'programme', 'quotation'] as const;

export type Family = (typeof FAMILIES)[number];

const OF_FACT: Record<FactKind, Family> = {
  quantity: 'quantity',
  measurement: 'quantity',
  money: 'money',
  percent: 'quantity',
  ratio: 'quantity',
  rate: 'quantity',
  age: 'quantity',
  ordinal: 'quantity',
  date: 'time',
  period: 'time',
  duration: 'time',
};

const OF_NAME: Record<NameType, Family> = {
  person: 'people',
  org: 'people',
  title: 'people',
  place: 'place',
  programme: 'programme',
  event: 'programme',
  product: 'programme',
};

export const familyOfFact = (kind: FactKind): Family => OF_FACT[kind];

export function familyOf(item: Item): Family {
  if (item.type === 'fact') return OF_FACT[item.fact.kind];
  return item.type === 'name' ? OF_NAME[item.name.type] : 'quotation';
}

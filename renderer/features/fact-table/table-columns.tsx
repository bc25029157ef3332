import { TIME_UNIT } from '@shared/search/claims/claim.ts';
import type { ClaimSort } from '@shared/search/claims/claim-order.ts';
import type { ClaimFacet } from '@shared/search/claims/claim-view.ts';
import type { ReactNode } from 'react';
import type { TableColumn } from '../../state/settings.ts';
import { nameOfSource } from '../../state/source-name.ts';
import { Icon } from '../../ui/icons.tsx';
import type { Messages } from '../../ui/read-messages.ts';
import { sayConverted, sayCurrency, sayTime, sayValue } from '../../ui/value-words.ts';
import type { ClaimRow } from '../../workers/claims-calls.ts';
import styles from './fact-table.module.css';

interface ColumnLook {
  /** Pixels at least; what is left of the window is shared by the same measure. */
  readonly width: number;
  readonly sort: ClaimSort | null;
  /** Its words are the page's own. */
  readonly isPrinted: boolean;
  readonly show: (row: ClaimRow, messages: Messages) => ReactNode;
}

/** How each column of the table looks and is sorted. */
export const COLUMN_LOOKS: Record<TableColumn, ColumnLook> = {
  words: { width: 110, sort: null, isPrinted: true, show: ({ fact }) => fact.text },
  value: {
    width: 130,
    sort: 'value',
    isPrinted: false,
    show: ({ fact }, messages) => showValue(fact, messages),
  },
  converted: {
    width: 110,
    sort: null,
    isPrinted: false,
    show: ({ fact }, messages) => sayConverted(fact, messages),
  },
  measure: { width: 130, sort: 'measure', isPrinted: true, show: ({ fact }) => fact.measure?.text },
  subject: { width: 110, sort: 'subject', isPrinted: true, show: ({ fact }) => fact.subject?.text },
  when: {
    width: 110,
    sort: 'when',
    isPrinted: false,
    show: ({ fact }, messages) => fact.when && sayTime(fact.when, messages),
  },
  kind: {
    width: 84,
    sort: 'kind',
    isPrinted: false,
    show: ({ fact }, { say }) => say(`facts.kind.${fact.kind}`),
  },
  place: { width: 96, sort: 'place', isPrinted: true, show: ({ place }) => place },
  programme: { width: 120, sort: 'programme', isPrinted: true, show: ({ programme }) => programme },
  person: { width: 84, sort: 'person', isPrinted: true, show: ({ person }) => person },
  title: { width: 170, sort: 'title', isPrinted: true, show: ({ title }) => title },
  newspaper: {
    width: 96,
    sort: 'newspaper',
    isPrinted: true,
    show: ({ newspaper }) => nameOfSource(newspaper),
  },
  published: {
    width: 110,
    sort: 'published',
    isPrinted: false,
    show: ({ published }, messages) => published && sayTime(published, messages),
  },
  status: {
    width: 76,
    sort: 'status',
    isPrinted: false,
    show: ({ fact }, messages) => showStatus(fact.verdict, messages),
  },
  confidence: {
    width: 64,
    sort: 'confidence',
    isPrinted: false,
    show: ({ fact }) => `${Math.round(fact.confidence * 100)}%`,
  },
};

function showValue(fact: ClaimRow['fact'], messages: Messages): ReactNode {
  const { bound, number, unit } = sayValue(fact, messages);
  return (
    <>
      {bound && <span className={styles.bound}>{bound}</span>}
      <b className={styles.number}>{number}</b> {unit}
    </>
  );
}

function showStatus(verdict: ClaimRow['fact']['verdict'], { say }: Messages): ReactNode {
  if (!verdict) return null;
  return (
    <span className={styles.seal}>
      <Icon name={verdict === 'confirmed' ? 'check' : 'edit'} size={13} /> {say(`facts.${verdict}`)}
    </span>
  );
}

/** A unit as the columns hold it, in the person's language. */
export function sayUnit(unit: string, messages: Messages): string {
  if (unit === TIME_UNIT) return messages.say('table.times');
  const [counted = '', ...per] = unit.split('/');
  const each = per.length > 0 ? ` ${messages.say('facts.per', { unit: per.join('/') })}` : '';
  return sayCurrency(counted, messages) + each;
}

/** A value of a facet in the person's language; the empty one is what the page does not say. */
export function sayFacetValue(facet: ClaimFacet, value: string, messages: Messages): string {
  const { say, isKey } = messages;
  if (value === '') return say('table.notStated');
  if (facet === 'unit') return sayUnit(value, messages);
  if (facet === 'year') return say('shelf.year', { year: value });
  if (facet === 'newspaper') return nameOfSource(value);
  if (facet === 'status' && value === 'found') return say('table.unchecked');
  const key = facet === 'kind' ? `facts.kind.${value}` : `facts.${value}`;
  return (facet === 'kind' || facet === 'status') && isKey(key) ? say(key) : value;
}

/** The language of a facet's value where it is the page's own words. */
export const langOfFacetValue = (facet: ClaimFacet, value: string): 'zh-CN' | undefined =>
  value !== '' && facet !== 'unit' && facet !== 'year' && COLUMN_LOOKS[facet].isPrinted ? 'zh-CN' : undefined;

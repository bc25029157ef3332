import type { NameType } from '@shared/model/name.ts';
import type { ShortEntry } from '@shared/search/short/short-index.ts';
import type { OfferedName } from '../library/rows.ts';

/** A name of the library, as all its sources together print it. */
export interface KnownName {
  readonly type: NameType;
  readonly form: string;
  /** How many articles say it. */
  articles: number;
  /** Other forms, and in how many sources each is printed. */
  readonly others: Map<string, number>;
}

interface Share {
  readonly known: KnownName;
  readonly name: OfferedName;
}

export interface ChangedNames {
  readonly put: readonly ShortEntry[];
  readonly drop: readonly string[];
}

/** The names of all sources, each counted once, kept as sources come and go. */
export class OfferedNames {
  private readonly names = new Map<string, KnownName>();
  private readonly shares = new Map<string, readonly Share[]>();

  get(id: string): KnownName | undefined {
    return this.names.get(id);
  }

  /** Puts a source's names in the place of those it had; @returns what of the index of short things changes. */
  replace(source: string, names: readonly OfferedName[]): ChangedNames {
    const touched = new Set<string>();
    const before = this.shares.get(source) ?? [];
    const after = names.map((name): Share => ({ known: this.know(name), name }));
    for (const share of before) this.count(share, -1, touched);
    for (const share of after) this.count(share, 1, touched);
    if (after.length > 0) this.shares.set(source, after);
    else this.shares.delete(source);
    const put: ShortEntry[] = [];
    const drop: string[] = [];
    for (const id of touched) {
      const known = this.names.get(id);
      if (!known) continue;
      if (known.articles > 0)
        put.push({ id, kind: known.type, text: known.form, also: [...known.others.keys()] });
      else {
        this.names.delete(id);
        drop.push(id);
      }
    }
    return { put, drop };
  }

  private know(name: OfferedName): KnownName {
    const id = idOf(name);
    const known = this.names.get(id) ?? { type: name.type, form: name.form, articles: 0, others: new Map() };
    this.names.set(id, known);
    return known;
  }

  /** Ids whose words come or go with it are touched; a count alone changes nothing that is indexed. */
  private count({ known, name }: Share, sign: 1 | -1, touched: Set<string>): void {
    const before = known.articles;
    known.articles += sign * name.articles;
    if (before === 0 || known.articles === 0) touched.add(idOf(name));
    for (const form of name.others) {
      const sources = (known.others.get(form) ?? 0) + sign;
      if (sources === 0) known.others.delete(form);
      else known.others.set(form, sources);
      if (sources === 0 || (sources === 1 && sign === 1)) touched.add(idOf(name));
    }
  }
}

const idOf = ({ type, form }: Pick<OfferedName, 'type' | 'form'>): string => `${type}:${form}`;

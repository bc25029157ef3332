import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import type { Folding } from '@shared/text/folding.ts';
import { lexiconLines } from '@shared/text/lexicon-lines.ts';

const UNITS = 'lexicons/units/units.tsv';
const SPOKEN = 'lexicons/currencies/spoken.tsv';
const PARTS = 'lexicons/currencies/parts.tsv';
const CLASSIFIERS = 'lexicons/classifiers/classifiers.txt';

/** Files under `resources/` that units are read from: those that the recognisers of figures read. */
export const UNIT_FILES: readonly string[] = [UNITS, SPOKEN, PARTS, CLASSIFIERS];

/** What a unit measures: figures of one dimension compare, each times its factor. */
export interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

/** Units by the words that people type and the names that facts carry. */
export class Units {
  private readonly folding: Folding;
  private readonly units = new Map<string, Unit>();

  constructor(files: KnowledgeFiles, folding: Folding) {
    this.folding = folding;
    for (const [kind = '', words = ''] of lexiconLines(files.text(CLASSIFIERS)))
      if (kind !== '')
        for (const word of words.split(' ')) this.put(word, `count:${folding.foldToString(word)}`, 1);
    for (const [forms = '', dimension = '', factor] of lexiconLines(files.text(UNITS)))
      for (const form of forms.split('|')) this.putMeasure(form, dimension, factor);
    for (const [code = '', names = ''] of lexiconLines(files.text(SPOKEN)))
      for (const name of [code, ...names.split(' ')]) this.put(name, `money:${code}`, 1);
    for (const [code = '', share = '1', names = ''] of lexiconLines(files.text(PARTS)))
      for (const name of names.split(' '))
        if (name.length > 1) this.put(name, `money:${code}`, Number(share));
  }

  /** A unit as typed or as a fact names it, with what it is counted by after a slash; null when it is unknown. */
  find(name: string): Unit | null {
    const [counted = '', ...per] = this.folding.foldToString(name).split(/[/每]/);
    const unit = this.units.get(counted);
    if (!unit || per.length === 0) return unit ?? null;
    const by = this.units.get(per.join('/'));
    // 元/吨 and 元/公斤 compare; 元/户 and 元/亩 do not.
    return by
      ? { dimension: `${unit.dimension}/${by.dimension}`, factor: unit.factor / by.factor }
      : { dimension: `${unit.dimension}/${per.join('/')}`, factor: unit.factor };
  }

  private putMeasure(form: string, dimension: string, factor: string | undefined): void {
    // A unit without a factor compares only with itself.
    if (factor) this.put(form, dimension, Number(factor));
    else this.put(form, `${dimension}:${form}`, 1);
  }

  private put(name: string, dimension: string, factor: number): void {
    const folded = this.folding.foldToString(name);
    if (!this.units.has(folded) || !dimension.startsWith('count:'))
      this.units.set(folded, { dimension, factor });
  }
}

import { citeArticle } from '@shared/exchange/citation/cited-article.ts';
import { formatCitation } from '@shared/exchange/citation/format-citation.ts';
import { sayBases } from '@shared/exchange/citation/said-bases.ts';
import { Fragment, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { SourceRow } from '../../library/rows.ts';
import type { ArticleView } from '../../state/article-view.ts';
import type { Block } from '../../state/blocks.ts';
import { useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import type { MessageKey, Messages } from '../../ui/read-messages.ts';
import { sayPublication, sayTime, sayValue } from '../../ui/value-words.ts';
import { type NumberedFact, numberFacts, partBlock } from './number-facts.ts';
import styles from './print.module.css';

/** What goes on paper in place of the desk; it is laid out only while the browser prints. */
export function PrintSheet() {
  const [isPrinting, setPrinting] = useState(false);
  const view = useDeskState('reader', (reader) => reader.view);
  const source = useDeskState('reader', (reader) => reader.source);
  useEffect(() => {
    // The browser takes its picture when this returns.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  if (!isPrinting || !view || !source) return null;
  return createPortal(<Sheet view={view} source={source} />, document.body);
}

function Sheet({ view, source }: { readonly view: ArticleView; readonly source: SourceRow }) {
  const messages = useMessages();
  const { say } = messages;
  const style = useDeskState('settings', (settings) => settings.citation);
  const description = useDeskState('session', ({ state }) => state.descriptions.get(view.source));
  const notes = numberFacts(view);
  const { publishedOn } = source.record;
  const cited = citeArticle(view.article, {
    imprint: source.imprint,
    publishedOn,
    description: description ?? {},
  });
  const date = sayPublication(publishedOn, messages);
  const imprint = [
    view.byline.join('　'),
    cited.newspaper?.text,
    cited.edition?.text,
    date && publishedOn.basis === 'inferred' ? say('reader.inferredDate', { date }) : date,
  ].filter(Boolean);
  const headEnd = view.blocks.findLastIndex(({ role }) => role === 'title' || role === 'subtitle');
  const show = (block: Block) => <PrintedBlock key={block.index} block={block} notes={notes} />;
  return (
    <article className={styles.sheet} lang="zh-CN">
      {view.blocks.slice(0, headEnd + 1).map(show)}
      <p className={styles.imprint}>{imprint.join(' · ')}</p>
      {view.blocks.slice(headEnd + 1).map(show)}
      {notes.length > 0 && (
        <section className={styles.notes}>
          <h2>{say('export.print.notes')}</h2>
          <ol>
            {notes.map((note) => (
              <li key={note.fact.id}>{sayNote(note, messages)}</li>
            ))}
          </ol>
        </section>
      )}
      <section className={styles.notes}>
        <h2>{say('export.sources')}</h2>
        <p>
          {formatCitation(cited, style)}
          {sayBases(cited, (key, values) => say(key as MessageKey, values))}
        </p>
        <p className={styles.proof}>
          {source.record.name} · SHA-256 {view.source}
        </p>
      </section>
    </article>
  );
}

const ELEMENTS = { title: 'h1', subtitle: 'p', heading: 'h2', paragraph: 'p', caption: 'p' } as const;

function PrintedBlock({ block, notes }: { readonly block: Block; readonly notes: readonly NumberedFact[] }) {
  const Element = ELEMENTS[block.role];
  return (
    <Element className={styles[block.role]}>
      {partBlock(block, notes).map(({ text, number }) => (
        <Fragment key={number}>
          {text}
          {number > 0 && <sup>{number}</sup>}
        </Fragment>
      ))}
    </Element>
  );
}

/** A fact as a note: its words, what they come to, of whom and what, and what a person said of it. */
function sayNote({ fact, trust }: NumberedFact, messages: Messages): string {
  const { bound, number, unit } = sayValue(fact, messages);
  const value = [bound, number, unit].filter(Boolean).join(' ');
  return [
    fact.text,
    value.replaceAll(' ', '') === fact.text ? null : value,
    fact.subject?.text,
    fact.measure?.text,
    fact.when === null ? null : sayTime(fact.when, messages),
    trust === 'found' ? null : messages.say(`facts.${trust}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

import { citeArticle } from '@shared/exchange/citation/cited-article.ts';
import { formatCitation } from '@shared/exchange/citation/format-citation.ts';
import { sayBases } from '@shared/exchange/citation/said-bases.ts';
import { Fragment, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Block } from '../../state/blocks.ts';
import type { StoryPart } from '../../state/stories.ts';
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
  const following = useDeskState('stories', (stories) => stories.following);
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
  return createPortal(<Sheet parts={[{ view, source }, ...following]} />, document.body);
}

/** An article, with those that it goes on in on other pages. */
function Sheet({ parts }: { readonly parts: readonly StoryPart[] }) {
  const messages = useMessages();
  let numbered = 0;
  const printed = parts.map((part) => {
    const notes = numberFacts(part.view, numbered);
    numbered += notes.length;
    return { ...part, notes };
  });
  const notes = printed.flatMap((part) => part.notes);
  return (
    <article className={styles.sheet} lang="zh-CN">
      {printed.map((part) => (
        <PrintedPart key={part.view.article.id} {...part} />
      ))}
      {notes.length > 0 && (
        <section className={styles.notes}>
          <h2>{messages.say('export.print.notes')}</h2>
          <ol>
            {notes.map((note) => (
              <li key={note.number}>{sayNote(note, messages)}</li>
            ))}
          </ol>
        </section>
      )}
      <section className={styles.notes}>
        <h2>{messages.say('export.sources')}</h2>
        {parts.map((part) => (
          <PrintedSource key={part.view.article.id} {...part} />
        ))}
      </section>
    </article>
  );
}

function PrintedPart({ view, source, notes }: StoryPart & { readonly notes: readonly NumberedFact[] }) {
  const messages = useMessages();
  const { newspaper, edition } = useCited({ view, source });
  const { publishedOn } = source.record;
  const date = sayPublication(publishedOn, messages);
  const imprint = [
    view.byline.join('　'),
    newspaper?.text,
    edition?.text,
    date && publishedOn.basis === 'inferred' ? messages.say('reader.inferredDate', { date }) : date,
  ].filter(Boolean);
  const headEnd = view.blocks.findLastIndex(({ role }) => role === 'title' || role === 'subtitle');
  const show = (block: Block) => <PrintedBlock key={block.index} block={block} notes={notes} />;
  return (
    <section className={styles.part}>
      {view.blocks.slice(0, headEnd + 1).map(show)}
      <p className={styles.imprint}>{imprint.join(' · ')}</p>
      {view.blocks.slice(headEnd + 1).map(show)}
    </section>
  );
}

function PrintedSource({ view, source }: StoryPart) {
  const { say } = useMessages();
  const style = useDeskState('settings', (settings) => settings.citation);
  const cited = useCited({ view, source });
  return (
    <>
      <p>
        {formatCitation(cited, style)}
        {sayBases(cited, (key, values) => say(key as MessageKey, values))}
      </p>
      <p className={styles.proof}>
        {source.record.name} · SHA-256 {view.source}
      </p>
    </>
  );
}

function useCited({ view, source }: StoryPart) {
  const description = useDeskState('session', ({ state }) => state.descriptions.get(view.source));
  const { imprint, record } = source;
  return citeArticle(view.article, {
    imprint,
    publishedOn: record.publishedOn,
    description: description ?? {},
  });
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

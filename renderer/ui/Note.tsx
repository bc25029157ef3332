import { type ReactNode, useMemo } from 'react';
import styles from './note.module.css';
import { type NotePart, readNote } from './read-note.ts';

/** What a person wrote in Markdown. */
export function Note({ note }: { readonly note: string }) {
  const parts = useMemo(() => readNote(note), [note]);
  return <div className={styles.note}>{show(parts)}</div>;
}

/** Parts never change their places among each other: a note that changes is read anew. */
const show = (parts: readonly NotePart[]): ReactNode =>
  parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what they are is their place
    <Part key={at} part={part} />
  ));

function Part({ part }: { readonly part: NotePart }): ReactNode {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'lines':
      return <span className={styles.lines}>{part.text}</span>;
    case 'code':
      return <code>{part.text}</code>;
    case 'break':
      return <br />;
    case 'rule':
      return <hr />;
    case 'paragraph':
      return <p>{show(part.parts)}</p>;
    case 'heading':
      // The desk's own headings are the outline of the room.
      return <p className={styles.heading}>{show(part.parts)}</p>;
    case 'quote':
      return <blockquote>{show(part.parts)}</blockquote>;
    case 'bullets':
      return <ul>{show(part.parts)}</ul>;
    case 'numbers':
      return <ol start={part.start}>{show(part.parts)}</ol>;
    case 'item':
      return <li>{show(part.parts)}</li>;
    case 'strong':
      return <strong>{show(part.parts)}</strong>;
    case 'emphasis':
      return <em>{show(part.parts)}</em>;
    case 'deleted':
      return <del>{show(part.parts)}</del>;
  }
}

import styles from './swatch.module.css';

/** A colour of bookmarks; words beside it say its name. */
export function Swatch({ colour }: { readonly colour: string }) {
  return <i className={styles.swatch} data-colour={colour} aria-hidden="true" />;
}

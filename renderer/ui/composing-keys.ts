/** The code that browsers give a key which an input method has taken, also after they say that composing has ended. */
const TAKEN = 229;
const OWN_KEYS = ['Enter', 'Escape'];

/**
 * Keeps from the page what a person presses to an input method: the Enter that takes its proposal over submits nothing,
 * the Escape that drops it closes nothing. Safari says that composing has ended before it tells of that Enter.
 * @returns how to end it
 */
export function keepComposingKeys(page: Document): () => void {
  const listen = (event: KeyboardEvent): void => {
    // Deprecated, and nothing else tells of a key that an input method has taken.
    if (!OWN_KEYS.includes(event.key) || !(event.isComposing || event.keyCode === TAKEN)) return;
    event.stopImmediatePropagation();
    // A form is submitted by the key itself.
    event.preventDefault();
  };
  page.addEventListener('keydown', listen, true);
  return () => page.removeEventListener('keydown', listen, true);
}

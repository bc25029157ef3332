/**
 * What every field of text is given, so that the browser neither fills it nor corrects it, and wakes no service
 * or password manager that would look at it to do so. Spelling and writing suggestions, which some browsers ask
 * of a server, are off for the whole page in `index.html`.
 */
export const PLAIN_INPUT = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
  spellCheck: 'false',
  'data-1p-ignore': '',
  'data-bwignore': '',
  'data-form-type': 'other',
  'data-lpignore': 'true',
} as const;

/** A source or newspaper as it is told: a file's name without its ending. */
export const nameOfSource = (name: string): string => name.replace(/\.[a-z0-9]+$/i, '');

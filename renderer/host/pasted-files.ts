import { fromFile, type IncomingFile } from './incoming-files.ts';

/** Characters of its first line that pasted text is called by. */
const LONGEST_NAME = 30;

/** What no name of a file can hold on every system. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
const NOT_IN_NAMES = /[\u0000-\u001f<>:"/\\|?*]/g;

/**
 * What was pasted, as files: files themselves, else a page where the clipboard has its markup, else text. It is called
 * by its first line.
 * @param unnamed what it is called where that says nothing.
 */
export function fromPasted(pasted: DataTransfer, unnamed: string): readonly IncomingFile[] {
  if (pasted.files.length > 0) return [...pasted.files].flatMap((file) => fromFile(file, file.name));
  const text = pasted.getData('text/plain');
  const markup = pasted.getData('text/html');
  if (text.trim() === '' && markup.trim() === '') return [];
  const [first = ''] = text.trim().split('\n');
  const name = first.replace(NOT_IN_NAMES, ' ').trim().slice(0, LONGEST_NAME).trim() || unnamed;
  const file =
    markup.trim() === ''
      ? new File([text], `${name}.txt`)
      : new File([`<!doctype html><meta charset="utf-8">${markup}`], `${name}.html`);
  return fromFile(file, file.name);
}

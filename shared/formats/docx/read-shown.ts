import { walkXml } from '../xml/walk-xml.ts';
import { type Block, plainParagraph } from './blocks.ts';

/**
 * The words of a chart or a diagram, a paragraph each: titles, names of series and categories, labels. Its
 * numbers are left out, for a chart may draw them without showing them.
 */
export function readShown(bytes: Uint8Array): readonly Block[] {
  const blocks: Block[] = [];
  const seen = new Set<string>();
  let [line, isText, isNames] = ['', false, false];
  const end = (): void => {
    const text = line.trim();
    line = '';
    // Each series of a chart names its categories again.
    if (text !== '' && !seen.has(text)) blocks.push(plainParagraph(text));
    seen.add(text);
  };
  walkXml(bytes, {
    open: (name) => {
      if (name === 'strCache') isNames = true;
      isText = name === 't' || (name === 'v' && isNames);
    },
    text: (text) => {
      if (isText) line += text;
    },
    close: (name) => {
      isText = false;
      if (name === 'strCache') isNames = false;
      if (name === 'p' || name === 'v') end();
    },
  });
  end();
  return blocks;
}

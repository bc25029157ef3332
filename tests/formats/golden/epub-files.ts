import { makeEpub } from '../epub/made-epub.ts';

const chapters = [
  {
    file: '一.xhtml',
    name: '第一版',
    body: '<h1>湖口设渡</h1><p>湖口设了<ruby>渡<rt>dù</rt></ruby>口。</p>',
  },
  {
    file: '二.xhtml',
    name: '第二版',
    body: '<table><tr><td>乡</td><td>亩</td></tr></table><p>茶山修了路。</p>',
  },
];

/** Books by what they show. */
export const EPUB_FILES: Readonly<Record<string, Uint8Array>> = {
  'of version 2': makeEpub({ chapters, version: 2 }),
  'of version 3': makeEpub({ chapters, version: 3 }),
};

import { makeDocx, p, r, styled, table } from '../docx/made-docx.ts';

/** Word documents by what they show. */
export const DOCX_FILES: Readonly<Record<string, Uint8Array>> = {
  'paragraphs and a table': makeDocx({
    body: p('湖口设渡') + p('') + table(['乡', '亩'], ['河东', '12']) + p('完'),
  }),
  'tracked changes': makeDocx({
    body: p(`${r('有')}<w:del>${r('三')}</w:del><w:ins>${r('四')}</w:ins>${r('户')}`),
  }),
  'header, footer and notes': makeDocx({
    body: p(`${r('正文')}<w:r><w:endnoteReference w:id="1"/></w:r>`),
    endnotes: `<w:endnote w:id="1">${p('注')}</w:endnote>`,
    header: p('报头'),
    footer: p('1'),
  }),
  'numbers of a list': makeDocx({
    body: styled('h', '修路') + styled('h', '架桥'),
    styles:
      '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  }),
};

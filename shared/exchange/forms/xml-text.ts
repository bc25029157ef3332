/** Text for an XML element or attribute. Units that XML 1.0 does not know must be gone before. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => XML_MARKS[mark] as string);

const XML_MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Units that XML 1.0 does not know: most control characters, lone surrogates, U+FFFE and U+FFFF. */
export const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

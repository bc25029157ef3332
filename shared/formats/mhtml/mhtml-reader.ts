import { failure, type Result } from '@shared/contracts/results.ts';
import type { ReadSource } from '@shared/model/read-source.ts';
import type { FileToRead, FormatReader, ReadProblem } from '../format-reader.ts';
import { readPage } from '../html/html-reader.ts';
import type { Limits } from '../limits.ts';
import { type MessagePart, readHeaders, readParameters, readParts } from './message-parts.ts';
import { decodeBase64, decodeQuotedPrintable, toBytes } from './transfer-encodings.ts';

/** How far the headers of a message are looked at. */
const HEAD = 8192;
const PAGES = ['text/html', 'application/xhtml+xml'];

/** Web pages saved in one file (RFC 2557): the page of it is read, its pictures and styles are never looked at. */
export const mhtmlReader: FormatReader = {
  format: 'mhtml',
  recognises(bytes) {
    const head = latin(bytes.subarray(0, HEAD)).replace(/^ï»¿/, '');
    if (!/^[\w-]{2,60}:/.test(head.trimStart())) return false;
    const { headers } = readHeaders(head.trimStart());
    const { value, parameters } = readParameters(headers.get('content-type'));
    if (value.startsWith('multipart/')) return headers.has('mime-version') || parameters.has('boundary');
    return headers.has('mime-version') && PAGES.includes(value);
  },
  read: readMessage,
};

/** The page of a message. */
export function readMessage(
  { bytes, name, encoding }: FileToRead,
  limits: Limits,
): Result<ReadSource, ReadProblem> {
  const { headers, parts } = readParts(latin(bytes).trimStart());
  const { parameters: named } = readParameters(headers.get('content-type'));
  const page = findPage(parts, named.get('start'), headers.get('snapshot-content-location'));
  if (page === null) return failure('no-text', { pictures: parts.filter(isPicture).length });
  const decoded = decodePart(page);
  if (decoded.length === 0) return failure('no-text', { pictures: 0 });
  const { parameters } = readParameters(page.headers.get('content-type'));
  const read = readPage({ bytes: decoded, name, encoding }, limits, parameters.get('charset'));
  return read.ok ? { ...read, value: { ...read.value, mediaType: 'multipart/related' } } : read;
}

const isPicture = ({ headers }: MessagePart): boolean =>
  readParameters(headers.get('content-type')).value.startsWith('image/');

/** The part that is the page: the one that the message names, else the first that is one. */
function findPage(
  parts: readonly MessagePart[],
  start: string | undefined,
  location: string | undefined,
): MessagePart | null {
  const pages = parts.filter(({ headers }) =>
    PAGES.includes(readParameters(headers.get('content-type')).value),
  );
  const named = pages.find(
    ({ headers }) =>
      (start !== undefined && headers.get('content-id') === start) ||
      (location !== undefined && headers.get('content-location') === location),
  );
  return named ?? pages[0] ?? null;
}

function decodePart({ headers, body }: MessagePart): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return decodeBase64(body);
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : toBytes(body);
}

const CHUNK = 8192;

/** A unit for each byte. */
function latin(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return chunks.join('');
}

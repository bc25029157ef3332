import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { PAGE_HEADERS } from '../host/page-files.ts';
import { errorCode } from '../vault/disk-failure.ts';

/** Node's own words for a message it does not take, by the code of its parser's error. */
const STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Answers what Node refuses before it is a request with the headers of every other answer, and closes the
 * line. Nothing of it is logged: any program on this machine can send it.
 */
export function answerMalformed(server: Server): void {
  server.on('clientError', (error, socket: Duplex & { _httpMessage?: { headersSent: boolean } }) => {
    // A line that broke, or one whose answer is under way: more words would only garble it.
    if (errorCode(error) === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent) {
      socket.destroy();
      return;
    }
    const status = STATUS[errorCode(error)] ?? 400;
    const body = `${STATUS_CODES[status]?.toLowerCase()}\n`;
    const headers = {
      ...PAGE_HEADERS,
      'cache-control': 'no-store',
      connection: 'close',
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  });
}

import { createHmac, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { checkCall } from '@shared/contracts/host-arguments.ts';
import { LOOPBACK_TYPE } from '@shared/contracts/loopback.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { decodeWire, encodeWire, frameWire, type Utf8 } from '@shared/contracts/wire.ts';
import { Queue } from '@shared/work/queue.ts';
import type { HostService } from '../host/host-service.ts';
import { findPageFile, PAGE_HEADERS, type PageFiles } from '../host/page-files.ts';
import { errorCode } from '../vault/disk-failure.ts';
import { answerMalformed } from './answer-malformed.ts';
import { admit, type Gate } from './http-gate.ts';
import { readBody } from './read-body.ts';

const SIGN_OF_LIFE_MS = 15_000;
/** A page that does not read its events is let go at this many bytes. */
const MAX_UNREAD_BYTES = 16 * 1024 * 1024;
/** Calls with a body of more bytes than this are taken one at a time, so that many do not fill the memory. */
const LARGE_BODY_BYTES = 1024 * 1024;

const utf8: Utf8 = {
  encode: (text) => Buffer.from(text),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
};

export interface LoopbackServer {
  /** Opens the page; it holds the token of this start. */
  readonly address: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

/** Serves the page and its host on 127.0.0.1; `port` 0 takes a free one. */
export async function serveLoopback(
  service: HostService,
  files: PageFiles,
  port: number,
): Promise<Result<LoopbackServer, 'port-taken'>> {
  // A page that was quiet for long finds its connection still there: a closed one would fail its next call.
  // A request without a Host is refused by the gate, with its headers.
  const server = createServer({ requestTimeout: 120_000, keepAliveTimeout: 0, requireHostHeader: false });
  answerMalformed(server);
  const listening = await listen(server, port);
  if (!listening.ok) return listening;
  const authority = `127.0.0.1:${listening.value}`;
  const gate: Gate = { authority, token: randomBytes(32).toString('base64url') };
  const largeCalls = new Queue();
  const hear = (request: IncomingMessage, response: ServerResponse): void => {
    answer(gate, service, files, largeCalls, request, response).catch((error: unknown) => {
      service.report(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'failed');
    });
  };
  server.on('request', hear);
  server.on('checkContinue', hear);
  server.on('checkExpectation', (_request, response) => refuse(response, 417, 'unknown expectation'));
  return success({
    address: `http://${authority}/#token=${gate.token}`,
    token: gate.token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** What a start of ours answers to a nonce: only one that has the token can, and the token stays home. */
export function answerGreeting(token: string, nonce: string): string {
  return createHmac('sha256', token).update(nonce).digest('hex');
}

async function listen(server: Server, port: number): Promise<Result<number, 'port-taken'>> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    if (['EADDRINUSE', 'EACCES'].includes(errorCode(error))) return failure('port-taken', { port });
    throw error;
  }
  return success((server.address() as AddressInfo).port);
}

async function answer(
  gate: Gate,
  service: HostService,
  files: PageFiles,
  largeCalls: Queue,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const admission = admit(gate, { method: request.method ?? '', path, headers: request.headers });
  switch (admission.to) {
    case 'refusal':
      return refuse(response, admission.status, admission.why);
    case 'greeting':
      return send(
        response,
        200,
        'text/plain',
        answerGreeting(gate.token, new URLSearchParams(query).get('nonce') ?? ''),
      );
    case 'file':
      return sendFile(files, path, request, response);
    case 'events':
      return sendEvents(service, admission.page, response);
    case 'call': {
      const { name, page, length } = admission;
      const carry = () => carryCall(service, name, page, request, response);
      return length > LARGE_BODY_BYTES ? largeCalls.run(carry) : carry();
    }
  }
}

async function carryCall(
  service: HostService,
  name: string,
  page: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers.expect !== undefined) response.writeContinue();
  const body = await readBody(request);
  if ('refused' in body) {
    if (body.refused === 'gone') response.destroy();
    else refuse(response, body.refused === 'too slow' ? 408 : 413, body.refused);
    return;
  }
  const args = decodeWire(body.bytes, utf8);
  const call = args.ok ? checkCall(name, args.value) : args;
  if (!call.ok) return refuse(response, 400, 'not a call');
  const result = await service.call(page, call.value);
  send(response, 200, LOOPBACK_TYPE, encodeWire(result, utf8));
}

async function sendFile(
  files: PageFiles,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = findPageFile(files, path);
  if (!file) return refuse(response, 404, 'no such file');
  response.writeHead(200, {
    ...PAGE_HEADERS,
    'cache-control': 'no-cache',
    'content-type': file.mediaType,
    'content-length': file.size,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(createReadStream(file.path), response);
}

function sendEvents(service: HostService, page: string, response: ServerResponse): void {
  response.writeHead(200, {
    ...PAGE_HEADERS,
    'cache-control': 'no-store',
    'content-type': LOOPBACK_TYPE,
  });
  const sendMessage = (message: Uint8Array): void => {
    response.write(frameWire(message));
    if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
  };
  const signOfLife = setInterval(() => sendMessage(new Uint8Array(0)), SIGN_OF_LIFE_MS);
  const stop = service.listen(page, (event, payload) => sendMessage(encodeWire({ event, payload }, utf8)));
  response.once('close', () => {
    clearInterval(signOfLife);
    stop();
  });
  sendMessage(new Uint8Array(0));
}

function refuse(response: ServerResponse, status: number, why: string): void {
  // What is left of a refused body is not waited for.
  response.setHeader('connection', 'close');
  send(response, status, 'text/plain; charset=utf-8', `${why}\n`);
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    ...PAGE_HEADERS,
    'cache-control': 'no-store',
    'content-type': type,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

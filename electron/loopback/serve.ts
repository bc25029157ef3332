import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { checkCall } from '@shared/contracts/host-arguments.ts';
import { type Greeting, LOOPBACK_TYPE, readPageKey } from '@shared/contracts/loopback.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { decodeWire, encodeWire, frameWire, type Utf8 } from '@shared/contracts/wire.ts';
import { Queue } from '@shared/work/queue.ts';
import type { HostService } from '../host/host-service.ts';
import { findPageFile, PAGE_HEADERS, type PageFiles } from '../host/page-files.ts';
import { errorCode } from '../vault/disk-failure.ts';
import { answerMalformed } from './answer-malformed.ts';
import { admit, type Gate } from './http-gate.ts';
import { type PageKeys, proofOf } from './page-keys.ts';
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
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** What is served: the page, the host's calls, and who may make them. */
export interface Served {
  readonly service: HostService;
  readonly files: PageFiles;
  readonly keys: PageKeys;
  /** Id of the vault. */
  readonly vault: string;
}

/** Opens the page for one browser: what stands behind `#` is sent to nobody. */
export const linkTo = (origin: string, token: string): string => `${origin}/#token=${token}`;

/** Serves the page and its host on 127.0.0.1; `port` 0 takes a free one. */
export async function serveLoopback(
  served: Served,
  port: number,
): Promise<Result<LoopbackServer, 'port-taken'>> {
  // A page that was quiet for long finds its connection still there: a closed one would fail its next call.
  // A request without a Host is refused by the gate, with its headers.
  const server = createServer({ requestTimeout: 120_000, keepAliveTimeout: 0, requireHostHeader: false });
  answerMalformed(server);
  const listening = await listen(server, port);
  if (!listening.ok) return listening;
  const authority = `127.0.0.1:${listening.value}`;
  const gate: Gate = { authority, knows: (key) => served.keys.knows(key) };
  const largeCalls = new Queue();
  const hear = (request: IncomingMessage, response: ServerResponse): void => {
    answer(gate, served, largeCalls, request, response).catch((error: unknown) => {
      served.service.report(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'failed');
    });
  };
  server.on('request', hear);
  server.on('checkContinue', hear);
  server.on('checkExpectation', (_request, response) => refuse(response, 417, 'unknown expectation'));
  return success({
    origin: `http://${authority}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** What shows which host this is; only one of ours can make the proofs, and what they are made with stays home. */
function greet({ keys, vault }: Served, asked: URLSearchParams): Greeting {
  const nonce = asked.get('nonce') ?? '';
  return {
    vault,
    proof: proofOf(keys.token, nonce),
    pageProof: keys.prove(asked.get('page') ?? '', nonce),
  };
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
  served: Served,
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
        'application/json',
        JSON.stringify(greet(served, new URLSearchParams(query))),
      );
    case 'page-key':
      return takeKey(served.keys, admission.token, request, response);
    case 'file':
      return sendFile(served.files, path, request, response);
    case 'events':
      return sendEvents(served.service, admission.page, response);
    case 'call': {
      const { name, page, length } = admission;
      const carry = () => carryCall(served.service, name, page, request, response);
      return length > LARGE_BODY_BYTES ? largeCalls.run(carry) : carry();
    }
  }
}

/** What a body says, not trusted yet; null where it did not come and that was answered. */
async function readMessage(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Result<unknown, 'refused'> | null> {
  if (request.headers.expect !== undefined) response.writeContinue();
  const body = await readBody(request);
  if (!('refused' in body)) return decodeWire(body.bytes, utf8);
  if (body.refused === 'gone') response.destroy();
  else refuse(response, body.refused === 'too slow' ? 408 : 413, body.refused);
  return null;
}

async function takeKey(
  keys: PageKeys,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = await readMessage(request, response);
  if (!given) return;
  const key = given.ok && typeof given.value === 'string' ? readPageKey(given.value) : null;
  if (!key) return refuse(response, 400, 'not a key');
  if (await keys.admit(token, key)) send(response, 200, LOOPBACK_TYPE, '');
  else refuse(response, 401, 'link used');
}

async function carryCall(
  service: HostService,
  name: string,
  page: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const args = await readMessage(request, response);
  if (!args) return;
  const call = args.ok ? checkCall(name, args.value) : args;
  if (!call.ok) return refuse(response, 400, 'not a call');
  const result = await service.call(page, call.value);
  // The browser does it when it reads this, before the page gets the answer.
  if (call.value.name === 'storage.clear') response.setHeader('clear-site-data', '"storage"');
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

import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { JournalLine } from '@shared/contracts/host.ts';
import { LOOPBACK_TYPE, readPageKey } from '@shared/contracts/loopback.ts';
import { decodeWire, encodeWire, WireStream } from '@shared/contracts/wire.ts';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { MAX_BODY_BYTES } from '../../electron/loopback/http-gate.ts';
import { PageKeys, proofOf } from '../../electron/loopback/page-keys.ts';
import { linkTo, serveLoopback } from '../../electron/loopback/serve.ts';
import { errorCode } from '../../electron/vault/disk-failure.ts';
import { callLoopback, handOverKey, newKey, pageHeaders, utf8 } from './call-loopback.ts';
import { newHost } from './new-host.ts';

/** Sends bytes as they are and gives back all that comes until the other side ends or cuts the line. */
function sendRaw(authority: string, bytes: string | Uint8Array): Promise<string> {
  const { hostname, port } = new URL(`http://${authority}`);
  return new Promise((settle, fail) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => settle(answer));
    socket.on('error', (error) => errorCode(error) === 'ECONNRESET' || fail(error));
    onTestFinished(() => void socket.destroy());
  });
}

describe('the loopback host', () => {
  it('carries calls with byte arrays both ways', async () => {
    const { server } = await newHost();
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
    const kept = await callLoopback(server.address, 'originals.keep', bytes);
    expect(kept).toMatchObject({ ok: true });
    const sha256 = kept.ok ? kept.value.sha256 : '';
    expect(await callLoopback(server.address, 'originals.read', sha256)).toEqual({ ok: true, value: bytes });
    const info = await callLoopback(server.address, 'host.info');
    expect(info.ok && info.value.capabilities).toEqual({ nativeDialogs: false, nativeMenu: false });
    expect(await callLoopback(server.address, 'files.pick')).toEqual({
      ok: false,
      reason: 'not-available-here',
    });
  });

  it('answers with a bundled original where the vault has none', async () => {
    const sha256 = 'ab'.repeat(32);
    const { server } = await newHost({ [`pack/originals/${sha256}`]: '随书' });
    expect(await callLoopback(server.address, 'originals.read', sha256)).toEqual({
      ok: true,
      value: new TextEncoder().encode('随书'),
    });
    expect(await callLoopback(server.address, 'originals.read', 'cd'.repeat(32))).toMatchObject({
      ok: false,
      reason: 'original-missing',
    });
  });

  it('tells other pages of an append, and not the one that made it', async () => {
    const { server } = await newHost();
    const heard: Record<string, unknown[]> = { 'page-one': [], 'page-two': [] };
    for (const page of Object.keys(heard)) {
      const abort = new AbortController();
      onTestFinished(() => abort.abort());
      const response = await fetch(new URL('/events', server.address), {
        headers: pageHeaders(server.address, page),
        signal: abort.signal,
      });
      void follow(response, (event) => heard[page]?.push(event)).catch(() => undefined);
    }
    const appended = await fetch(new URL('/call/journal.append', server.address), {
      method: 'POST',
      headers: pageHeaders(server.address, 'page-one'),
      body: new Uint8Array(encodeWire([[{ id: '一' }]], utf8)),
    });
    expect(appended.status).toBe(200);
    await expect.poll(() => heard['page-two']).toHaveLength(1);
    const [event] = heard['page-two'] as { event: string; payload: JournalLine[] }[];
    expect(event?.event).toBe('journal.appended');
    expect(event?.payload[0]?.act).toEqual({ id: '一' });
    expect(heard['page-one']).toEqual([]);
  });

  it('tells every page what the vault finds amiss while they are open', async () => {
    const { server, vault } = await newHost();
    const heard: unknown[] = [];
    const abort = new AbortController();
    onTestFinished(() => abort.abort());
    const response = await fetch(new URL('/events', server.address), {
      headers: pageHeaders(server.address, 'page-one'),
      signal: abort.signal,
    });
    void follow(response, (event) => heard.push(event)).catch(() => undefined);
    const journal = join(vault.state.path, 'journal.ndjson');
    await vault.append([{ id: '一' }]);
    writeFileSync(`${journal} (2)`, readFileSync(journal));
    renameSync(`${journal} (2)`, journal);
    expect(await vault.append([{ id: '二' }])).toMatchObject({ reason: 'journal-changed' });
    await expect
      .poll(() => heard)
      .toMatchObject([
        { event: 'vault.found', payload: { reason: 'journal-changed', detail: { lines: 1 } } },
      ]);
  });

  it('gives files that the system handed over once', async () => {
    const { server, service } = await newHost();
    service.open({ files: [{ name: '页.txt', bytes: Uint8Array.of(1, 2) }], refused: [] });
    const taken = await callLoopback(server.address, 'files.takeOpened');
    expect(taken).toMatchObject({ value: { files: [{ name: '页.txt', bytes: Uint8Array.of(1, 2) }] } });
    expect(await callLoopback(server.address, 'files.takeOpened')).toMatchObject({ value: { files: [] } });
  });

  it('greets with proofs that only its own secrets can make, and says none of these', async () => {
    const { server, keys, vault } = await newHost();
    const [, id = '', secret = ''] = /([\w-]{22})\.([\w-]{43})$/.exec(server.address) ?? [];
    const text = await (await fetch(new URL(`/greeting?nonce=n1&page=${id}`, server.address))).text();
    const greeting = JSON.parse(text);
    const hash = createHash('sha256').update(secret).digest('hex');
    expect(greeting).toEqual({
      vault: vault.state.id,
      proof: proofOf(keys.token, 'n1'),
      pageProof: proofOf(hash, 'n1'),
    });
    for (const kept of [keys.token, secret, hash]) expect(text).not.toContain(kept);
    const stranger = await (await fetch(new URL('/greeting?nonce=n1&page=other', server.address))).json();
    expect(stranger.pageProof).toBeNull();
  });

  it('lets one page in by a link, and knows it when it is started anew', async () => {
    const { server, keys, keysPath } = await newHost();
    const link = linkTo(new URL(server.address).origin, keys.token);
    const [one, other] = [newKey(), newKey()];
    expect(await handOverKey(link, one)).toBe(200);
    expect(await handOverKey(link, other)).toBe(401);
    expect(keys.token).not.toBe(new URL(link).hash.replace('#token=', ''));
    const again = await PageKeys.open({
      path: keysPath,
      temporaryFolder: '',
      renewed: async () => undefined,
      fail: () => undefined,
    });
    expect(again.knows(readPageKey(one)!)).toBe(true);
    expect(again.knows(readPageKey(other)!)).toBe(false);
    expect(again.token).not.toBe(keys.token);
    expect(readFileSync(keysPath, 'utf8')).not.toContain(readPageKey(one)!.secret);
  });

  it.each(['', 'Bearer short.one', `Bearer ${'x'.repeat(22)}`])('takes %o for no key', async (key) => {
    const { server, keys } = await newHost();
    const { token } = keys;
    expect(await handOverKey(linkTo(new URL(server.address).origin, token), key)).toBe(400);
    expect(keys.token).toBe(token);
  });

  it.each(['', '[{"id":1}]', '{', 'null'])('knows no page where its keys read %o', async (text) => {
    const { keysPath } = await newHost();
    writeFileSync(keysPath, text);
    const options = { path: keysPath, temporaryFolder: '', renewed: async () => {}, fail: () => undefined };
    const keys = await PageKeys.open(options);
    expect(keys.prove('x', 'n')).toBeNull();
  });

  it('says when it failed, and notes it in its log', async () => {
    const { server, vault } = await newHost();
    vi.spyOn(vault, 'listBackups').mockRejectedValueOnce(new RangeError('told to nobody'));
    await expect(callLoopback(server.address, 'backups.list')).rejects.toThrow('500 failed');
    await expect
      .poll(async () => (await vault.log.read()).at(-1))
      .toMatchObject({
        level: 'error',
        what: 'host-error',
        detail: { name: 'RangeError' },
      });
    expect(await callLoopback(server.address, 'backups.list')).toEqual({ ok: true, value: [] });
  });

  it('is refused a port that is taken', async () => {
    const { service, keys, authority } = await newHost();
    const port = Number(new URL(`http://${authority}`).port);
    const served = { service, files: new Map(), keys, vault: 'v' };
    expect(await serveLoopback(served, port)).toEqual({
      ok: false,
      reason: 'port-taken',
      detail: { port },
    });
  });
});

describe('hostile requests', () => {
  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%252e%252e%252fpackage.json',
    '/..\\package.json',
    '/%5c..%5cpackage.json',
    '/index.html%00.js',
    '/index.html%',
    '//etc/passwd',
    '/./%2e/../../../../etc/passwd',
    '/INDEX.HTML',
    '/index.html/',
    '/constructor',
    '/__proto__',
  ])('find no file at %s', async (path) => {
    const { authority } = await newHost();
    const answer = await sendRaw(
      authority,
      `GET ${path} HTTP/1.1\r\nHost: ${authority}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).not.toContain('页');
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
  });

  it('get the page itself with its policy and no CORS', async () => {
    const { keys, authority } = await newHost();
    const response = await fetch(`http://${authority}/`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).not.toContain(keys.token);
  });

  it('with a wrong Host are refused at every path', async () => {
    const { authority } = await newHost();
    for (const path of ['/', '/call/host.info', '/events', '/greeting']) {
      const answer = await sendRaw(authority, `GET ${path} HTTP/1.1\r\nHost: rebound.example\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 421 /);
    }
  });

  it.each([
    ['no message', new Uint8Array([1, 2, 3])],
    ['no list', encodeWire({ 0: 1 }, utf8)],
    ['another form', encodeWire(['../../etc/passwd'], utf8)],
    ['nothing', new Uint8Array(0)],
  ])('whose body is %s are no call', async (_what, body) => {
    const { server } = await newHost();
    const response = await fetch(new URL('/call/originals.read', server.address), {
      method: 'POST',
      headers: pageHeaders(server.address),
      body: new Uint8Array(body),
    });
    expect(response.status).toBe(400);
  });

  it.each(['no.such', 'toString', '__proto__', 'host.info/', 'host%2einfo', ''])(
    'call nothing at %o',
    async (name) => {
      const { server } = await newHost();
      const response = await fetch(new URL(`/call/${name}`, server.address), {
        method: 'POST',
        headers: pageHeaders(server.address),
        body: new Uint8Array(encodeWire([], utf8)),
      });
      expect(response.status).toBe(400);
    },
  );

  it('that promise too much are refused before they send it', async () => {
    const { server, authority } = await newHost();
    const head = [
      'POST /call/originals.keep HTTP/1.1',
      `Host: ${authority}`,
      ...Object.entries(pageHeaders(server.address)).map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${MAX_BODY_BYTES + 1}`,
    ];
    expect(await sendRaw(authority, `${head.join('\r\n')}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('that hide their length are refused', async () => {
    const { server, authority } = await newHost();
    const head = [
      'POST /call/originals.keep HTTP/1.1',
      `Host: ${authority}`,
      ...Object.entries(pageHeaders(server.address)).map(([name, value]) => `${name}: ${value}`),
      'Transfer-Encoding: chunked',
    ];
    expect(await sendRaw(authority, `${head.join('\r\n')}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 411 /);
  });

  it('that are no request are answered with the headers of every answer, and leave no line in the log', async () => {
    const { authority, vault } = await newHost();
    const before = await vault.log.read();
    const asked = (head: string) => sendRaw(authority, head);
    const answers = {
      400: await asked('not http at all\r\n\r\n'),
      '400 //': await asked(`GET // HTTP/1.1\r\nHost: ${authority}\r\n\r\n`),
      '400 [': await asked(`GET http://[ HTTP/1.1\r\nHost: ${authority}\r\n\r\n`),
      417: await asked(`GET / HTTP/1.1\r\nHost: ${authority}\r\nExpect: tea\r\n\r\n`),
      421: await asked('GET / HTTP/1.1\r\n\r\n'),
      431: await asked(`GET / HTTP/1.1\r\nHost: ${authority}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`),
    };
    for (const [status, answer] of Object.entries(answers)) {
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status.slice(0, 3)} `));
      expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
      expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
    }
    expect(await vault.log.read()).toEqual(before);
  });

  it('are let go on where they ask to be', async () => {
    const { server, authority } = await newHost();
    const body = encodeWire([], utf8);
    const head = [
      'POST /call/host.info HTTP/1.1',
      `Host: ${authority}`,
      ...Object.entries(pageHeaders(server.address)).map(([name, value]) => `${name}: ${value}`),
      'Expect: 100-continue',
      'Connection: close',
      `Content-Length: ${body.length}`,
    ];
    const answer = await sendRaw(
      authority,
      Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });

  it('leave the host as it was', async () => {
    const { server, authority } = await newHost();
    await sendRaw(authority, 'not http at all\r\n\r\n');
    await sendRaw(authority, `GET http://[ HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);
    expect(await callLoopback(server.address, 'host.info')).toMatchObject({ value: { version: '0.0.0' } });
  });
});

async function follow(response: Response, hear: (event: unknown) => void): Promise<void> {
  expect(response.headers.get('content-type')).toBe(LOOPBACK_TYPE);
  const stream = new WireStream();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
    for (const message of stream.push(chunk)) {
      const event = decodeWire(message, utf8);
      if (event.ok) hear(event.value);
    }
}

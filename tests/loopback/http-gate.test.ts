import { LOOPBACK_TYPE, PAGE_HEADER, type PageKey } from '@shared/contracts/loopback.ts';
import { describe, expect, it } from 'vitest';
import { admit, MAX_BODY_BYTES } from '../../electron/loopback/http-gate.ts';

const RIGHT = `${'i'.repeat(22)}.${'s'.repeat(43)}`;
const gate = {
  authority: '127.0.0.1:8137',
  knows: ({ id, secret }: PageKey) => `${id}.${secret}` === RIGHT,
};
const page = { host: gate.authority, 'sec-fetch-site': 'same-origin' };
const caller = {
  ...page,
  authorization: `Bearer ${RIGHT}`,
  [PAGE_HEADER]: 'page-0001',
  'content-type': LOOPBACK_TYPE,
  'content-length': '10',
};
const opening = {
  host: gate.authority,
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
};
const call = { method: 'POST', path: '/call/host.info', headers: caller };

describe('what is let in', () => {
  it.each([
    ['a typed address', { method: 'GET', path: '/', headers: { ...page, 'sec-fetch-site': 'none' } }, 'file'],
    ['a file of the page', { method: 'GET', path: '/assets/x.js', headers: page }, 'file'],
    ['the head of a file', { method: 'HEAD', path: '/', headers: page }, 'file'],
    ['a greeting', { method: 'GET', path: '/greeting', headers: { host: gate.authority } }, 'greeting'],
    ['a call', call, 'call'],
    [
      'a call that says its origin',
      { ...call, headers: { ...caller, origin: `http://${gate.authority}` } },
      'call',
    ],
    ['events', { method: 'GET', path: '/events', headers: caller }, 'events'],
    ['a window that a file leads to the page', { method: 'GET', path: '/', headers: opening }, 'file'],
    [
      'the key of a page that came by a link',
      {
        method: 'POST',
        path: '/page-key',
        headers: { ...caller, authorization: `Bearer ${'t'.repeat(43)}` },
      },
      'page-key',
    ],
  ])('%s', (_what, head, to) => {
    expect(admit(gate, head).to).toBe(to);
  });
});

describe('what is refused', () => {
  const without = (name: string) => {
    const { [name as keyof typeof caller]: _gone, ...headers } = caller;
    return { ...call, headers };
  };
  it.each([
    ['a name that points here', { ...call, headers: { ...caller, host: 'rebound.example:8137' } }, 421],
    ['the other name of this machine', { ...call, headers: { ...caller, host: 'localhost:8137' } }, 421],
    ['another port', { ...call, headers: { ...caller, host: '127.0.0.1:80' } }, 421],
    ['no host', { method: 'GET', path: '/', headers: {} }, 421],
    ['a page of another site', { ...call, headers: { ...caller, 'sec-fetch-site': 'cross-site' } }, 403],
    ['a page of the same site', { ...call, headers: { ...caller, 'sec-fetch-site': 'same-site' } }, 403],
    [
      'a link on another site',
      { method: 'GET', path: '/', headers: { ...page, 'sec-fetch-site': 'cross-site' } },
      403,
    ],
    [
      'a frame on another site',
      { method: 'GET', path: '/', headers: { ...opening, 'sec-fetch-dest': 'iframe' } },
      403,
    ],
    ['another site that opens a file', { method: 'GET', path: '/x.js', headers: opening }, 403],
    ['two slashes', { method: 'GET', path: '//', headers: page }, 400],
    ['another authority', { method: 'GET', path: '//example.org/', headers: page }, 400],
    ['a whole address', { method: 'GET', path: 'http://[', headers: page }, 400],
    ['no address', { method: 'GET', path: '', headers: page }, 400],
    ['a backslash', { method: 'GET', path: '/..\\x', headers: page }, 400],
    ['a letter outside ASCII', { method: 'GET', path: '/\u00e9', headers: page }, 400],
    ['another origin', { ...call, headers: { ...caller, origin: 'http://127.0.0.1:9999' } }, 403],
    ['an origin that hides', { ...call, headers: { ...caller, origin: 'null' } }, 403],
    ['a call without a key', without('authorization'), 401],
    [
      'a call with a wrong key',
      { ...call, headers: { ...caller, authorization: `Bearer ${RIGHT.replace('s', 'x')}` } },
      401,
    ],
    [
      'a call with the token of a link',
      { ...call, headers: { ...caller, authorization: `Bearer ${'t'.repeat(43)}` } },
      401,
    ],
    ['a key of another length', { ...call, headers: { ...caller, authorization: `Bearer ${RIGHT}s` } }, 401],
    [
      'a page key for no link',
      { method: 'POST', path: '/page-key', headers: without('authorization').headers },
      401,
    ],
    ['a page key by GET', { method: 'GET', path: '/page-key', headers: caller }, 405],
    [
      'a key as a cookie',
      { ...call, headers: { ...without('authorization').headers, cookie: `key=${RIGHT}` } },
      401,
    ],
    ['events without a key', { method: 'GET', path: '/events', headers: page }, 401],
    ['a call of no page', without(PAGE_HEADER), 400],
    ['a page name of other letters', { ...call, headers: { ...caller, [PAGE_HEADER]: 'page 1\n2345' } }, 400],
    ['a form', { ...call, headers: { ...caller, 'content-type': 'text/plain' } }, 415],
    ['a body of unknown length', without('content-length'), 411],
    ['a body too large', { ...call, headers: { ...caller, 'content-length': `${MAX_BODY_BYTES + 1}` } }, 413],
    ['a call by GET', { ...call, method: 'GET' }, 405],
    ['a preflight', { ...call, method: 'OPTIONS' }, 405],
    ['a file by POST', { method: 'POST', path: '/', headers: page }, 405],
    ['a file by DELETE', { method: 'DELETE', path: '/index.html', headers: page }, 405],
  ])('%s', (_what, head, status) => {
    expect(admit(gate, head)).toMatchObject({ to: 'refusal', status });
  });
});

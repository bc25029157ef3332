import { readFile } from 'node:fs/promises';
import { PAGE_ORIGIN } from '@shared/contracts/desktop.ts';
import type { Protocol } from 'electron';
import { findPageFile, PAGE_HEADERS, type PageFiles } from '../host/page-files.ts';

const { protocol: schemeColon, host: pageHost } = new URL(PAGE_ORIGIN);
const scheme = schemeColon.slice(0, -1);

/** Before `ready`: a scheme with an origin of its own, so that workers, fetch and IndexedDB work on it. */
export function registerPageScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Answers every address of the page from the list of its files. */
export function servePage(protocol: Protocol, files: PageFiles): void {
  protocol.handle(scheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === pageHost && request.method === 'GET' ? findPageFile(files, pathname) : null;
    if (!file) return new Response(null, { status: 404, headers: PAGE_HEADERS });
    const bytes = new Uint8Array(await readFile(file.path));
    return new Response(bytes, { headers: { ...PAGE_HEADERS, 'content-type': file.mediaType } });
  });
}

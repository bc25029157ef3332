import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DoubledElectron } from './surface.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const schemes = new Set<string>();
const handlers = new Map<string, Handler>();

/** `app://host/path` as a page of Chromium can have it: `http://host.app.localhost/path`, a secure origin. */
export function standInOf(url: string): string {
  const [, scheme = '', host, path] = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  return schemes.has(scheme) ? `http://${host}.${scheme}.localhost${path || '/'}` : url;
}

/** The address that Electron would tell, of one that Chromium told. */
export function realOf(url: string): string {
  const [, blob = '', host, scheme = '', path] =
    /^(blob:)?http:\/\/(.+)\.([a-z\d+-]+)\.localhost(\/.*)?$/i.exec(url) ?? [];
  return schemes.has(scheme) ? `${blob}${scheme}://${host}${path ?? '/'}` : url;
}

export const protocol = {
  registerSchemesAsPrivileged(customSchemes) {
    for (const { scheme, privileges } of customSchemes) {
      if (!privileges?.standard || !privileges.secure)
        throw new Error(`double: cannot show what ${scheme} lacks unless it is standard and secure`);
      schemes.add(scheme);
    }
  },
  handle(scheme, handler) {
    if (!schemes.has(scheme)) throw new Error(`double: ${scheme} was not registered as privileged`);
    if (handlers.has(scheme)) throw new Error(`double: ${scheme} is handled already`);
    handlers.set(scheme, handler as Handler);
  },
} satisfies DoubledElectron['protocol'];

/** Hands what Chromium asks of a stand-in origin to the handler of its scheme. */
export async function serveSchemes(onPost: (body: string) => void): Promise<number> {
  const server = createServer(async (request, response) => {
    try {
      if (request.url === '/second-instance' && request.method === 'POST') {
        onPost(Buffer.concat(await request.toArray()).toString());
        response.end();
        return;
      }
      const url = realOf(`http://${request.headers.host}${request.url}`);
      const handler = handlers.get(url.slice(0, url.indexOf(':')));
      if (!handler) throw new Error(`nothing handles ${url}`);
      const answer = await handler(new Request(url, { method: request.method ?? 'GET' }));
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      if (answer.body) await pipeline(Readable.fromWeb(answer.body as never), response);
      else response.end();
    } catch (error) {
      console.error('[double]', error);
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return (server.address() as AddressInfo).port;
}

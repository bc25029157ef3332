import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface PageFile {
  readonly path: string;
  readonly size: number;
  readonly mediaType: string;
}

/** The files of the built page by their decoded path, `/` and all; nothing outside this list is served. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Lists a built page once; files that come later are not served. */
export async function listPageFiles(folder: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size } = await stat(path);
    const mediaType = MEDIA_TYPES[extname(entry.name)] ?? 'application/octet-stream';
    files.set(path.slice(folder.length).replaceAll('\\', '/'), { path, size, mediaType });
  }
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
}

/**
 * The file that a URL's path names. The path is decoded once, and one that still holds `%`, a backslash or
 * NUL names nothing; the rest is a look-up, so no path of the disk is ever made from what a page sends.
 */
export function findPageFile(files: PageFiles, encodedPath: string): PageFile | null {
  let path: string;
  try {
    path = decodeURIComponent(encodedPath);
  } catch {
    return null;
  }
  return /[%\\\0]/.test(path) ? null : (files.get(path) ?? null);
}

/** The bundled original of that hash, read from the built page. */
export async function readBundledOriginal(files: PageFiles, sha256: string): Promise<Uint8Array | null> {
  const file = files.get(`/pack/originals/${sha256}`);
  return file ? new Uint8Array(await readFile(file.path)) : null;
}

/** What every file of the page is sent with, on both hosts. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "object-src 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), hid=(), serial=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
};

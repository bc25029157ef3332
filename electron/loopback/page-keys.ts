import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PageKey } from '@shared/contracts/loopback.ts';
import * as v from 'valibot';
import { errorCode } from '../vault/disk-failure.ts';
import { replaceFile } from '../vault/durable-file.ts';

/** Pages that may come back; the one that was let in first makes way for another. */
const MAX_PAGES = 64;

const KnownPage = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  /** SHA-256 of the page's secret, in lower-case hexadecimal: what is kept lets nobody in. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

type KnownPage = v.InferOutput<typeof KnownPage>;

export interface PageKeysOptions {
  /** Where the keys of pages are kept through restarts. */
  readonly path: string;
  /** A folder of the same disk, for a file on its way. */
  readonly temporaryFolder: string;
  /** Called when a link was used and `token` is that of the next. */
  readonly renewed: (token: string) => Promise<void>;
  /** Is told why keys could not be kept: the pages then come back until the host ends. */
  readonly fail: (error: unknown) => void;
}

/**
 * Who may call. A link lets one page in, once; the page then proves itself by a key that it made, which the
 * host keeps the hash of, so that a host that was started anew knows its pages.
 */
export class PageKeys {
  readonly #options: PageKeysOptions;
  #pages: readonly KnownPage[];
  #token = newToken();

  private constructor(options: PageKeysOptions, pages: readonly KnownPage[]) {
    this.#options = options;
    this.#pages = pages;
  }

  /** A file that is not there or does not read knows no page: each asks for a link. */
  static async open(options: PageKeysOptions): Promise<PageKeys> {
    return new PageKeys(options, await readPages(options.path));
  }

  /** What the next link holds; the page that uses it takes it out of the world. */
  get token(): string {
    return this.#token;
  }

  /** Lets the page with this key in, if the token is that of the link not used yet. */
  async admit(token: string, { id, secret }: PageKey): Promise<boolean> {
    if (!isSame(token, this.#token)) return false;
    this.#token = newToken();
    const others = this.#pages.filter((page) => page.id !== id);
    this.#pages = [...others, { id, hash: hashOf(secret) }].slice(-MAX_PAGES);
    const { path, temporaryFolder, renewed, fail } = this.#options;
    try {
      await replaceFile(path, Buffer.from(`${JSON.stringify(this.#pages)}\n`), temporaryFolder);
    } catch (error) {
      fail(error);
    }
    await renewed(this.#token);
    return true;
  }

  /** Whether a key is one of a page that was let in. */
  knows({ id, secret }: PageKey): boolean {
    const page = this.#pages.find((known) => known.id === id);
    return page !== undefined && isSame(hashOf(secret), page.hash);
  }

  /**
   * What a page asks for before it says its secret: only a host that let it in can answer. The HMAC-SHA-256 of
   * the nonce under the hash of the page's secret, in hexadecimal; null for a page that is not known.
   */
  prove(id: string, nonce: string): string | null {
    const page = this.#pages.find((known) => known.id === id);
    return page ? proofOf(page.hash, nonce) : null;
  }
}

export const proofOf = (key: string, nonce: string): string =>
  createHmac('sha256', key).update(nonce).digest('hex');

const newToken = (): string => randomBytes(32).toString('base64url');

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function readPages(path: string): Promise<readonly KnownPage[]> {
  try {
    const read = v.safeParse(v.array(KnownPage), JSON.parse(await readFile(path, 'utf8')));
    return read.success ? read.output : [];
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) !== '') return [];
    throw error;
  }
}

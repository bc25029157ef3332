/** Headers of a message or a part by name in lower case; of several of one name the first. */
export type Headers = ReadonlyMap<string, string>;

/** A part that holds no others. `body` has a unit for each byte. */
export interface MessagePart {
  readonly headers: Headers;
  readonly body: string;
}

/** A header with parameters: `text/html; charset="gbk"`. */
interface ParameterValue {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const MOST_PARTS = 10_000;
const DEEPEST = 8;
const LONGEST_HEADERS = 64 * 1024;

/** Headers of what stands from `from` to `to`, and where its body begins. */
export function readHeaders(
  text: string,
  from = 0,
  to = text.length,
): { readonly headers: Headers; readonly body: number } {
  const head = text.slice(from, Math.min(to, from + LONGEST_HEADERS));
  const end = /\r?\n[ \t]*\r?\n/.exec(head);
  const block = end ? head.slice(0, end.index) : head;
  const headers = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end ? from + end.index + end[0].length : to };
}

const PARAMETER = /;\s*([\w*-]+)\s*=\s*("[^"]*"|[^;"]*)/g;

/** A header's value and parameters, names in lower case. */
export function readParameters(header = ''): ParameterValue {
  const [value = ''] = header.split(';', 1);
  const parameters = [...header.matchAll(PARAMETER)].map(([, name = '', words = '']): [string, string] => [
    name.toLowerCase(),
    words.replace(/^"|"$/g, '').trim(),
  ]);
  return { value: value.trim().toLowerCase(), parameters: new Map(parameters) };
}

/** The parts of a message that hold no others, in their order, those within parts too. */
export function readParts(message: string): { readonly headers: Headers; readonly parts: MessagePart[] } {
  const { headers, body } = readHeaders(message);
  const parts: MessagePart[] = [];
  const waiting = [{ headers, from: body, to: message.length, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined && parts.length < MOST_PARTS; next = waiting.pop()) {
    const { value, parameters } = readParameters(next.headers.get('content-type'));
    const boundary = parameters.get('boundary');
    if (!value.startsWith('multipart/') || !boundary || next.depth >= DEEPEST) {
      parts.push({ headers: next.headers, body: message.slice(next.from, next.to) });
      continue;
    }
    const within: typeof waiting = [];
    for (const [from, to] of splitAt(message, `--${boundary}`, next.from, next.to)) {
      const own = readHeaders(message, from, to);
      within.push({ headers: own.headers, from: own.body, to, depth: next.depth + 1 });
    }
    waiting.push(...within.reverse());
  }
  return { headers, parts };
}

/** The stretches between lines that begin with a boundary, the last to the end where none closes it. */
function splitAt(message: string, boundary: string, from: number, to: number): [number, number][] {
  const stretches: [number, number][] = [];
  let start = -1;
  for (let at = message.indexOf(boundary, from); at >= 0 && at < to; ) {
    const isLine = at === 0 || message[at - 1] === '\n';
    if (isLine) {
      const end = at > 1 && message[at - 2] === '\r' ? at - 2 : at - 1;
      if (start >= 0) stretches.push([start, Math.max(start, end)]);
      if (stretches.length > MOST_PARTS || message.startsWith('--', at + boundary.length)) return stretches;
      const lineEnd = message.indexOf('\n', at);
      if (lineEnd < 0) return stretches;
      start = lineEnd + 1;
    }
    at = message.indexOf(boundary, at + boundary.length);
  }
  if (start >= 0 && start < to) stretches.push([start, to]);
  return stretches;
}

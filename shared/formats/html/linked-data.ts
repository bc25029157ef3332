/** What a page says of its story in JSON-LD. https://schema.org/NewsArticle */
export interface LinkedStory {
  readonly headline?: string;
  readonly datePublished?: string;
  readonly authors: readonly string[];
}

const ARTICLES = /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review)$/;
const MOST_NODES = 10_000;

/** Reads scripts of JSON-LD as data; what is no JSON says nothing. */
export function readLinkedData(scripts: readonly string[]): LinkedStory | null {
  for (const script of scripts) {
    const story = findArticle(parse(script));
    if (story !== null) return story;
  }
  return null;
}

function parse(script: string): unknown {
  try {
    // Line ends within strings are common and no JSON; as blanks they do no harm.
    return JSON.parse(
      script
        .trim()
        .replace(/^<!--|-->$|;$/g, '')
        .replace(/[\n\r\t]/g, ' '),
    );
  } catch {
    return null;
  }
}

interface Node {
  readonly '@type'?: unknown;
  readonly '@graph'?: unknown;
  readonly mainEntity?: unknown;
  readonly mainEntityOfPage?: unknown;
  readonly headline?: unknown;
  readonly datePublished?: unknown;
  readonly author?: unknown;
  readonly name?: unknown;
}

function findArticle(data: unknown): LinkedStory | null {
  const waiting: unknown[] = [data];
  for (let seen = 0; waiting.length > 0 && seen < MOST_NODES; seen++) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_NODES));
    if (!isNode(next)) continue;
    if (textsOf(next['@type']).some((type) => ARTICLES.test(type))) return toStory(next);
    waiting.push(next['@graph'], next.mainEntity, next.mainEntityOfPage);
  }
  return null;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

function toStory(node: Node): LinkedStory {
  const [headline] = textsOf(node.headline);
  const [datePublished] = textsOf(node.datePublished);
  const authors = (Array.isArray(node.author) ? node.author : [node.author]).flatMap((author) =>
    textsOf(isNode(author) ? author.name : author),
  );
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(datePublished === undefined ? {} : { datePublished }),
    authors,
  };
}

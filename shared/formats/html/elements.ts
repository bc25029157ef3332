/**
 * What the HTML standard says of elements by name. Whatever is not named here is inline and shown.
 * https://html.spec.whatwg.org/multipage/rendering.html, .../syntax.html#optional-tags
 */
const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Have no content and no end tag. */
export const VOID = names(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

/** Begin and end a line. */
export const BLOCKS = names(`
  address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p
  plaintext pre search section select summary table tbody textarea tfoot thead title tr ul xmp`);

/** A paragraph: a blank line stands before and after it. */
export const PARAGRAPHS = names('p h1 h2 h3 h4 h5 h6');

/** Nothing of them is shown in the line; what stands in `rt` says how the words beside it are read. */
export const UNSEEN = names(`
  annotation annotation-xml applet area base datalist iframe link meta noembed noframes noscript param rp
  rt rtc script style template`);

/** Blanks in them stand as they are. */
export const PREFORMATTED = names('listing plaintext pre textarea xmp');

export const HEADINGS: ReadonlyMap<string, number> = new Map(
  [1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]),
);

/** What a start tag ends that is open and was not closed, up to the nearest of `within`. */
interface ImpliedEnd {
  readonly ends: ReadonlySet<string>;
  readonly within: ReadonlySet<string>;
}

const SCOPE = names('applet button caption html marquee object table td template th body');
const LISTS = names('ul ol menu dir table td th body');

const implied = (starts: string, ends: string, within: ReadonlySet<string>): [string, ImpliedEnd][] =>
  [...names(starts)].map((name) => [name, { ends: names(ends), within }]);

export const IMPLIED_ENDS: ReadonlyMap<string, ImpliedEnd> = new Map([
  ...implied(
    `address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form
     h1 h2 h3 h4 h5 h6 header hgroup hr listing main menu nav ol p plaintext pre section summary table ul xmp`,
    'p',
    SCOPE,
  ),
  ...implied('li', 'li p', LISTS),
  ...implied('dt dd', 'dt dd p', names('dl table td th body')),
  ...implied('option optgroup', 'option', names('select datalist body')),
  ...implied('td th', 'td th p caption', names('tr table body')),
  ...implied('tr', 'tr td th p caption colgroup', names('table body')),
  ...implied('tbody thead tfoot', 'tbody thead tfoot tr td th p caption colgroup', names('table body')),
  ...implied('rt rp', 'rt rp', names('ruby body')),
]);

/** Beyond these an end tag closes nothing. */
export const BARRIERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...[...names('p li dd dt a b i em strong span font u s small big sub sup code')].map(
    (name): [string, ReadonlySet<string>] => [name, names('table td th caption body')],
  ),
  ...[...names('td th tr tbody thead tfoot')].map((name): [string, ReadonlySet<string>] => [
    name,
    names('table body'),
  ]),
]);

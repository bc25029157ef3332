const OUTER = /^[“‘「『《"']([^“”‘’「」『』《》"']+)[”’」』》"']$/;
const LEADING = /^[“‘「『《"']([^“”‘’「」『』《》"']+)[”’」』》"'](?=.)/;

/** A programme's name without the quotation marks around all of it; “百校千队”工程 stays as it is. */
export const withoutOuterMarks = (form: string): string => OUTER.exec(form)?.[1] ?? form;

/**
 * Each programme once, in the order of first mention: a name with and without quotation marks is one, and
 * 山茶花 goes under “山茶花”工程 where that stands too.
 */
export function distinctProgrammes(forms: readonly string[]): string[] {
  const names = [...new Set(forms.map(withoutOuterMarks))];
  const fuller = new Set(names.flatMap((name) => LEADING.exec(name)?.[1] ?? []));
  return names.filter((name) => !fuller.has(name));
}

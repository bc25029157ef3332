import { LINE_ROLES, type LineRole } from '@shared/segment/roles.ts';
import { probabilityOf, type RoleReading } from '@shared/segment/stories/role-reading.ts';

const isText = (role: LineRole): boolean =>
  role === 'paragraph' || role === 'continuation' || role === 'story-start';
const isHead = (role: LineRole): boolean => role === 'headline' || role === 'headline-more';
export const begins = (role: LineRole): boolean => role === 'headline' || role === 'story-start';

/** Roles that a reader would not tell apart as two readings: lines of one headline, lines of one text. */
export const alike = (a: LineRole, b: LineRole): boolean =>
  a === b || (isText(a) && isText(b)) || (isHead(a) && isHead(b));

/**
 * How likely the page is cut otherwise at a line, uncalibrated: that none begins about here where a story was taken to
 * begin, a line higher or lower being the same cut, or that one begins where none was taken to; 0 beside a beginning.
 */
export function otherCut(reading: RoleReading, i: number): number {
  const { roles } = reading;
  const start = (at: number): number =>
    at < 0 || at >= roles.length
      ? 0
      : probabilityOf(reading, at, 'headline') + probabilityOf(reading, at, 'story-start');
  if (begins(roles[i] as LineRole))
    return i === 0 ? 0 : 1 - Math.min(1, start(i - 1) + start(i) + start(i + 1));
  return besideStart(reading, i) ? 0 : start(i);
}

/** Whether a story begins on a neighbouring line: then the doubt is of that line. */
const besideStart = ({ roles }: RoleReading, i: number): boolean =>
  [roles[i - 1], roles[i + 1]].some((role) => role !== undefined && begins(role));

/** The likeliest of what a line may be beside what it was taken for; the readings that are alike count together. */
export function secondRole(
  reading: RoleReading,
  i: number,
): { readonly role: LineRole; readonly probability: number } | null {
  const own = reading.roles[i] as LineRole;
  let best: LineRole | null = null;
  let most = 0;
  let sum = 0;
  for (const role of LINE_ROLES) {
    if (alike(role, own)) continue;
    const probability = probabilityOf(reading, i, role);
    sum += probability;
    if (probability <= most) continue;
    most = probability;
    best = role;
  }
  return best && { role: best, probability: sum };
}

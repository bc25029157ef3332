import type { LineRole } from '@shared/segment/roles.ts';
import { probabilityOf, type RoleReading } from '@shared/segment/stories/role-reading.ts';

export const begins = (role: LineRole): boolean => role === 'headline' || role === 'story-start';

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

/** What a printed line is; each has a place among the model's scores. */
export const LINE_ROLES = [
  'headline',
  'headline-more',
  'byline',
  'story-start',
  'paragraph',
  'continuation',
  'heading',
  'caption',
  'furniture',
] as const;

export type LineRole = (typeof LINE_ROLES)[number];
export const ROLE = Object.fromEntries(LINE_ROLES.map((role, i) => [role, i])) as Readonly<
  Record<LineRole, number>
>;

/** A role, and whether its line stands above its story's first paragraph (`head`) or not. */
export interface LineState {
  readonly role: LineRole;
  readonly inHead: boolean;
}

/** `headline` opens a story, `headline-more` goes on with its headline; `story-start` opens one without a headline. */
export const LINE_STATES: readonly LineState[] = [
  { role: 'headline', inHead: true },
  { role: 'headline-more', inHead: true },
  { role: 'byline', inHead: true },
  { role: 'caption', inHead: true },
  { role: 'furniture', inHead: true },
  { role: 'story-start', inHead: false },
  { role: 'paragraph', inHead: false },
  { role: 'continuation', inHead: false },
  { role: 'heading', inHead: false },
  { role: 'byline', inHead: false },
  { role: 'caption', inHead: false },
  { role: 'furniture', inHead: false },
];

export const STATE_COUNT = LINE_STATES.length;

/** The state of each line from its role. */
export function statesOf(roles: readonly LineRole[]): number[] {
  let inHead = false;
  return roles.map((role) => {
    if (role === 'headline' || role === 'headline-more') inHead = true;
    else if (role === 'story-start' || role === 'paragraph' || role === 'continuation' || role === 'heading')
      inHead = false;
    return LINE_STATES.findIndex((state) => state.role === role && state.inHead === inHead);
  });
}

/** Whether one line may stand under another: what stands in a head follows a head, a headline goes on in a head only. */
export function mayFollow(above: LineState, below: LineState): boolean {
  switch (below.role) {
    case 'headline':
      return true;
    case 'headline-more':
      return above.inHead;
    case 'byline':
    case 'caption':
    case 'furniture':
      return above.inHead === below.inHead;
    default:
      return true;
  }
}

import type { ReactNode } from 'react';
import { VisuallyHidden } from 'react-aria-components';

export interface SpokenProps {
  /** Its changes are read out as they come. */
  readonly isLive?: boolean;
  readonly children: ReactNode;
}

/** Words for who hears the page and does not see it. */
export function Spoken({ isLive = false, children }: SpokenProps) {
  return isLive ? (
    <VisuallyHidden elementType="p" aria-live="polite">
      {children}
    </VisuallyHidden>
  ) : (
    <VisuallyHidden elementType="span">{children}</VisuallyHidden>
  );
}

import type { Messages } from '../../ui/read-messages.ts';
import type { AgreementSection } from '../../workers/compare-calls.ts';

/** A section of the list, as it is called. */
export const saySection = (section: AgreementSection, { say }: Pick<Messages, 'say'>): string =>
  section === 'settled' ? say('agreement.settled') : say(`compare.verdict.${section}`);

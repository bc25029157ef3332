import type { HostInfo } from '@shared/contracts/host.ts';

/** The language the person's system asks for, a BCP 47 tag: the host's, else that of the browser that shows the page. */
export const localeOf = ({ systemLocale }: Pick<HostInfo, 'systemLocale'>): string =>
  systemLocale ?? navigator.language;

/** The language of the interface for a BCP 47 tag: Chinese for those of Chinese, else English. */
export const languageOf = (locale: string): 'zh' | 'en' => (/^zh\b/i.test(locale) ? 'zh' : 'en');

/** The language in which the desk is shown: the one that the person chose, else their system's. */
export const shownLanguage = (
  chosen: 'system' | 'zh' | 'en',
  info: Pick<HostInfo, 'systemLocale'>,
): 'zh' | 'en' => (chosen === 'system' ? languageOf(localeOf(info)) : chosen);

import type { HostInfo } from '@shared/contracts/host.ts';

/** The language the person's system asks for, a BCP 47 tag: the host's, else that of the browser that shows the page. */
export const localeOf = ({ systemLocale }: Pick<HostInfo, 'systemLocale'>): string =>
  systemLocale ?? navigator.language;

/** Whether a BCP 47 tag is one of Chinese. */
export const isChinese = (locale: string): boolean => /^zh\b/i.test(locale);

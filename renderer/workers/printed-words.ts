import type { OwnWord } from '@shared/model/name.ts';
import { listPrintedWords } from '@shared/names/page/printed-words.ts';
import type { CommonScript } from '@shared/text/common-script.ts';
import type { Library } from '../library/library.ts';
import type { DeriveJob } from './derive-calls.ts';

/** Texts that are looked at in one go. */
const AT_ONCE = 50;

/** Tells which of the person's own words a source prints: only those bear on its rows. */
export interface PrintedWords {
  /** The job with the words that a text prints. */
  inText(job: DeriveJob, text: string): Promise<DeriveJob>;
  /**
   * Jobs of one state of the list with the words that their kept texts print. Each text is read once for each state;
   * of a job without one the words stay as they are.
   */
  inKept(jobs: readonly DeriveJob[]): Promise<readonly DeriveJob[]>;
}

export function createPrintedWords(
  library: Library,
  loadScript: () => Promise<CommonScript>,
  hashOf: (text: string) => Promise<string>,
): PrintedWords {
  const keep = (job: DeriveJob, words: readonly OwnWord[]): DeriveJob => ({
    ...job,
    acts: { ...job.acts, words },
  });

  async function lookInKept(jobs: readonly DeriveJob[], list: string): Promise<DeriveJob[]> {
    const hashes = jobs.map(({ sha256 }) => sha256);
    const known = await library.printedWords.bulkGet(hashes);
    const unknown = hashes.filter((_, i) => known[i]?.list !== list);
    const texts = new Map(
      (await library.readTexts(unknown)).flatMap((row) => (row ? [[row.sha256, row.text] as const] : [])),
    );
    const script = unknown.length > 0 ? await loadScript() : null;
    return await Promise.all(
      jobs.map(async (job, i) => {
        const { sha256, acts } = job;
        const row = known[i];
        if (row?.list === list) return keep(job, row.words);
        const text = texts.get(sha256);
        if (text === undefined || script === null) return job;
        const words = listPrintedWords(text, acts.words ?? [], script);
        await library.printedWords.put({ sha256, list, words });
        return keep(job, words);
      }),
    );
  }

  return {
    inText: async (job, text) => {
      const { words } = job.acts;
      return words?.length ? keep(job, listPrintedWords(text, words, await loadScript())) : job;
    },
    inKept: async (jobs) => {
      const [words] = jobs.map(({ acts }) => acts.words);
      if (!words?.length) return jobs;
      const list = await hashOf(JSON.stringify(words));
      const looked: DeriveJob[] = [];
      for (let from = 0; from < jobs.length; from += AT_ONCE)
        looked.push(...(await lookInKept(jobs.slice(from, from + AT_ONCE), list)));
      return looked;
    },
  };
}

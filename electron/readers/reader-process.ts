/**
 * A process that takes files apart, one after another, for the process that forked it. What a file does to it, by
 * time, memory or an error in the stages, ends it alone. Its one argument is the `resources/` folder.
 */
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { readJob } from './read-job.ts';
import type { ReaderWord, ReadingJob } from './reading-job.ts';

const say = (word: ReaderWord): void => {
  process.send?.(word);
};

// Whoever asked is gone, and nobody wants the answer.
process.on('disconnect', () => process.exit());

const knowledge = loadKnowledge(process.argv[2] ?? '');
process.on('message', async (job: ReadingJob) => {
  say({ says: 'answer', result: await readJob(job, knowledge) });
});
say({ says: 'ready' });

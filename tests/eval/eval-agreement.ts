/**
 * Prints how what is found to agree, to differ or to be of another scope answers the answers of `tests/analysis/answers`, for
 * the half that rules were written by and for the half held out; then the marked articles of `tests/analysis/marked/unseen`.
 * Usage: npm run eval:agreement [-- --detail]
 */
import { scoreAgreements } from '../analysis/score-agreements.ts';
import { scoreMarked } from '../analysis/score-marked.ts';

const percent = (right: number, of: number): string =>
  of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} (${right}/${of})`;

for (const { half, grouped, told, differs, verdicts, wrong } of await scoreAgreements()) {
  console.log(
    [
      half.padEnd(9),
      `grouping: precision ${percent(grouped.right, grouped.told)}, recall ${percent(told.right, told.asked)}`,
      `differ: precision ${percent(differs.right, differs.told)}, recall ${percent(differs.right, differs.asked)}`,
      `verdict right where grouped ${percent(verdicts.right, verdicts.asked)}`,
    ].join('  '),
  );
  if (process.argv.includes('--detail')) for (const line of wrong) console.log(`  ${line}`);
}

const { told, right, same, scope } = await scoreMarked('unseen');
console.log(
  `unseen     grouping: precision ${percent(right, told)}, recall ${percent(same.told + scope.told, same.asked + scope.asked)}: of one thing ${percent(same.told, same.asked)}, part and whole ${percent(scope.told, scope.asked)}`,
);

/**
 * Characters a second of processor time that `segment` takes apart on one core, on pages and on inputs made to be slow.
 * node --import ./tests/aliases.mjs tests/bench/segment.bench.ts
 */
import { segment } from '@shared/segment/segment.ts';
import { composePage } from '../segment/generator/compose-page.ts';
import { PAGE_FAULTS } from '../segment/generator/page-faults.ts';
import { PAGE_LAYOUTS } from '../segment/generator/page-layouts.ts';
import { KNOWLEDGE } from '../segment/knowledge.ts';

const MEGA = 1_000_000;

function measure(name: string, texts: readonly string[], rounds: number): void {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  // Processor time, so that other work on the machine does not count.
  const started = process.cpuUsage().user;
  for (let i = 0; i < rounds; i++) for (const text of texts) segment(text, KNOWLEDGE);
  const seconds = (process.cpuUsage().user - started) / MEGA;
  const speed = (length * rounds) / seconds / MEGA;
  console.log(
    `${name.padEnd(44)}${(length / 1000).toFixed(0).padStart(8)} k${speed.toFixed(2).padStart(9)} M/s`,
  );
}

const pages = PAGE_LAYOUTS.flatMap((layout) =>
  PAGE_FAULTS.slice(0, 3).map((fault, i) => composePage(layout, i + 1, { faults: [fault] }).text),
);
const repeat = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

console.log(`${'input'.padEnd(44)}${'length'.padStart(10)}${'speed'.padStart(13)}`);
measure('warm-up', pages, 5);
measure('pages, each alone', pages, 40);
for (const size of [1, 4]) {
  const length = size * MEGA;
  const many = repeat(pages.join('\n\n'), length);
  measure(`one file of many pages, ${size} M`, [many], 1);
  measure(`one endless line, ${size} M`, [repeat('江边的人把船推下水然后就回家', length)], 1);
  measure(`one endless line of varied text, ${size} M`, [many.replace(/\s/g, '')], 1);
  measure(`lines of one character, ${size} M`, [repeat('水\n', length)], 1);
  measure(`short lines without an end, ${size} M`, [repeat('桥头的灯还亮着没有人\n', length)], 1);
  measure(`lines that all end, ${size} M`, [repeat('桥头的灯亮了。\n', length)], 1);
  measure(`opening marks, ${size} M`, [repeat('“（《', length)], 1);
  measure(`blank lines, ${size} M`, [repeat('\n', length)], 1);
  measure(`hashes and stars, ${size} M`, [repeat('# **\n*_<', length)], 1);
  measure(`brackets, ${size} M`, [repeat('[(<', length)], 1);
  measure(
    `unfinished paragraphs, ${size} M`,
    [
      repeat(
        '船老大说他在这条河上来回了三十一年，从来没有见过这样大的水，也没有见过这样多的人站在\n\n',
        length,
      ),
    ],
    1,
  );
}

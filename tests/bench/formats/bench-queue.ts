/**
 * Prints how a thousand mixed files fare in the queue while the desk is used: `npm run bench:queue -- [FILES]`, over
 * the built host and the system's Chromium. Every half second the room is changed; what is told is the time to the
 * next frame after it, beside the same on the idle desk in the same run.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright';
import { makeDocx, p } from '../../formats/docx/made-docx.ts';
import { makeEpub } from '../../formats/epub/made-epub.ts';
import { chooseFiles, words } from '../../journeys/desk-steps.ts';
import { openLoopback } from '../../journeys/harness-loopback.ts';

const files = Number(process.argv[2] ?? 1000);
const USE_EVERY_MS = 500;
const IDLE_TRIES = 20;

const story = (i: number): string[] => [
  `第${i}号渡口通航`,
  `本报讯（记者林秋）今年春天，河湾村投入${i + 20}万元，修了一条长${i + 3}公里的路。`,
  `村民周平说：“第${i}号渡口通了，出门方便了。”`,
];

/** Of ten files five are text, two pages, one a draft, one a book and one an archive of two. */
function fileOf(i: number): readonly [ending: string, bytes: Uint8Array | string] {
  const paragraphs = story(i);
  const text = paragraphs.join('\n\n');
  const marked = paragraphs.map((words) => `<p>${words}</p>`).join('');
  if (i % 10 < 5) return ['txt', text];
  if (i % 10 < 7) return ['html', `<html><title>${paragraphs[0]}</title><body>${marked}</body></html>`];
  if (i % 10 === 7) return ['docx', makeDocx({ body: paragraphs.map((words) => p(words)).join('') })];
  if (i % 10 === 8) return ['epub', makeEpub({ chapters: [{ file: 'a.xhtml', body: marked }] })];
  return ['zip', zipSync({ '甲.txt': strToU8(text), '乙.txt': strToU8(`${text}\n\n又一段。`) })];
}

const home = mkdtempSync(join(tmpdir(), 'duidu-queue-'));
const paths = Array.from({ length: files }, (_, i) => {
  const [ending, bytes] = fileOf(i);
  const path = join(home, `湖口日报-${String(i).padStart(4, '0')}.${ending}`);
  writeFileSync(path, bytes);
  return path;
});
const host = await openLoopback({ vault: join(home, 'vault'), profile: join(home, 'profile'), port: 0 });
const { page } = host;

/** Milliseconds from a click on a room to the second frame after it. */
async function changeRoom(room: Room): Promise<number> {
  const button = page.locator('nav').getByRole('button', { name: words(`desk.${room}`) });
  return await button.evaluate(async (element) => {
    const frame = () => new Promise<number>((settle) => requestAnimationFrame(settle));
    await frame();
    const start = performance.now();
    (element as HTMLButtonElement).click();
    await frame();
    await frame();
    return performance.now() - start;
  });
}

type Room = 'shelf' | 'import';
const ROOMS: readonly Room[] = ['shelf', 'import'];
/** The room of imports shows how far they are. */
const isDone = (shown: Page): Promise<boolean> =>
  shown.evaluate(() => document.querySelector('[role="progressbar"]') === null);

const say = (label: string, times: readonly number[]): void => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  console.log(
    `${label}: ${times.length} changes of room, median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, longest ${at(1)} ms`,
  );
};

try {
  await page.locator('[data-article]').first().waitFor();
  const idle: number[] = [];
  for (let i = 0; i < IDLE_TRIES; i++) idle.push(await changeRoom(ROOMS[i % 2] as Room));
  await chooseFiles(host, paths);
  const start = performance.now();
  await page.locator('[role="progressbar"]').first().waitFor();
  const used: number[] = [];
  for (let i = 0; ; i++) {
    const room = ROOMS[i % 2] as Room;
    used.push(await changeRoom(room));
    await page.waitForTimeout(USE_EVERY_MS);
    if (room === 'import' && (await isDone(page))) break;
  }
  const seconds = (performance.now() - start) / 1000;
  await changeRoom('import');
  await page.waitForTimeout(USE_EVERY_MS);
  const summary = await page.locator('main, body').first().textContent();
  console.log(`${files} files in ${seconds.toFixed(0)} s, ${(files / seconds).toFixed(1)} a second`);
  console.log(/(?:导入|\d+ imported)[^。]{0,40}/.exec(summary ?? '')?.[0] ?? 'no summary');
  say('idle', idle);
  say('while importing', used);
} finally {
  await host.close();
  rmSync(home, { recursive: true, force: true });
}

/** Letters and digits that differ, as a share of those expected. */
export function differenceOf(text: string, expected: string): number {
  const [a, b] = [text, expected].map((words) => words.replace(/[^\p{L}\p{N}]/gu, '')) as [string, string];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(
        Math.min(
          (above[j] as number) + 1,
          (row[j - 1] as number) + 1,
          (above[j - 1] as number) + Number(a[i - 1] !== b[j - 1]),
        ),
      );
    above = row;
  }
  return (above[b.length] as number) / b.length;
}

/** `Library.readIndexedAfter` over rows in memory. */
export const indexedAfter =
  <Row extends { readonly sha256: string }>(rows: () => Iterable<Row>) =>
  async (source: string, most: number): Promise<Row[]> =>
    [...rows()]
      .filter(({ sha256 }) => sha256 > source)
      .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
      .slice(0, most);

/** As many rows as a list gives at once. */
const mostRowsAtOnce = 200;

/** One part of a list: its rows and how many match in all. */
export type ReadPart<Row> = (
  page: number,
  pageSize: number,
) => Promise<{ rows: Row[]; total: number }>;

/** Every row that a list has, asked for part by part. A list that shrinks on the way ends early. */
export async function gatherRows<Row>(readPart: ReadPart<Row>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const part = await readPart(page, mostRowsAtOnce);
    rows.push(...part.rows);
    if (part.rows.length === 0 || rows.length >= part.total) return rows;
  }
}

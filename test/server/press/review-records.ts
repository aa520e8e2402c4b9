import { callerAs, type TestHouse } from '../../support/house.ts';

type House = Parameters<typeof callerAs>[0];

/** Closes a month as the secretary would: the review as it stands, and its stamp. */
export async function closeAsSeen(house: House, month: string) {
  const { press } = callerAs(house, 'secretary');
  const { stamp } = await press.readMonthReview({ month });
  return press.closeMonth({ month, stamp: stamp ?? '' });
}

/** Puts a file on record, as evidence or as the document of a price. */
export async function addFile(house: TestHouse, id: string): Promise<string> {
  const file = { mediaType: 'application/pdf', sizeBytes: 4, createdAt: '', createdBy: null };
  const row = { id, sha256: id.padEnd(64, '0'), name: `${id}.pdf`, ...file };
  await house.database.db.insertInto('evidence').values(row).execute();
  return id;
}

import { callerAs } from '../../support/house.ts';

type House = Parameters<typeof callerAs>[0];

/** Closes a month as the secretary would: the review as it stands, and its stamp. */
export async function closeAsSeen(house: House, month: string) {
  const { press } = callerAs(house, 'secretary');
  const { stamp } = await press.readMonthReview({ month });
  return press.closeMonth({ month, stamp: stamp ?? '' });
}

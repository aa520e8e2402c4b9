import type { ClippingFields, RateFields } from '../../../shared/press/schemas.ts';
import { callerAs, failureOf } from '../../support/house.ts';

type House = Parameters<typeof callerAs>[0];

/** Adds *El Colombiano* with its printed page of 1.560 cm² at $ 18.400.000 since January 2026. */
export async function addColombiano(house: House) {
  const { press } = callerAs(house, 'press');
  const outlet = await press.createOutlet({ name: 'El Colombiano', medium: 'press' });
  const rate = await press.createRate(pageRate(outlet.id));
  return { outletId: outlet.id, outlet, rate };
}

/** The same outlet, with its rate approved by the secretary. */
export async function addApprovedColombiano(house: House) {
  const office = await addColombiano(house);
  const rate = await callerAs(house, 'secretary').press.approveRate(office.rate);
  return { ...office, rate };
}

export function pageRate(outletId: string, change: Partial<RateFields> = {}): RateFields {
  return {
    outletId,
    format: 'print',
    section: '',
    unit: 'page_area',
    unitQuantity: '1560',
    priceCop: 18_400_000,
    vatIncluded: false,
    vatRate: '0.19',
    validFrom: '2026-01-01',
    validTo: null,
    sourceType: 'published_tariff',
    sourceReference: 'Tarifario 2026, página 3',
    evidenceIds: [],
    ...change,
  };
}

/** A piece of 12 × 8 cm: worth $ 1.132.308 by the rate of `addColombiano`. */
export function piece(outletId: string, change: Partial<ClippingFields> = {}): ClippingFields {
  return {
    outletId,
    day: '2026-11-03',
    format: 'print',
    section: '',
    isPaid: false,
    measures: { unit: 'page_area', widthCm: '12', heightCm: '8', share: '1', isEstimated: false },
    title: 'La Estrella estrena parque',
    url: null,
    author: null,
    tone: 'positive',
    departmentId: null,
    notes: null,
    pageLabel: null,
    topic: null,
    spokesperson: null,
    origin: null,
    eventId: null,
    entry: 'manual',
    evidenceIds: [],
    keyMessageIds: [],
    ...change,
  };
}

export const pieceValue = 1_132_308;

type Press = ReturnType<typeof callerAs>['press'];
type OutletChange = Parameters<Press['updateOutlet']>[0];

/** Changes an outlet as a person does who answers what is asked: whether its appearances follow. */
export async function changeOutlet(press: Press, change: OutletChange, follows: boolean) {
  try {
    return await press.updateOutlet(change);
  } catch (error) {
    const failure = (await failureOf(Promise.reject(error))) as { code?: string; seal: string };
    if (failure.code !== 'outlet_reaches_back') throw error;
    return press.updateOutlet({ ...change, reach: { seal: failure.seal, follows } });
  }
}

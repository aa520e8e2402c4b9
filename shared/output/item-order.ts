// Apart from the schemas of items: the address of the page needs it before anything else of them.

/** What a list of items may be sorted by; those of one state by their days, the latest first. */
export const itemOrders = ['day_desc', 'day_asc', 'state_asc', 'state_desc'] as const;
export type ItemOrder = (typeof itemOrders)[number];

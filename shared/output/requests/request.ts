import { z } from 'zod';
import { Day } from '../../calendar/day.ts';
import {
  ListPage,
  optionalId,
  optionalLine,
  optionalText,
  RecordId,
  RecordVersion,
  requiredLine,
} from '../../records.ts';
import { KindId } from '../kind-id.ts';
import { OutputItemFields } from '../schemas.ts';

/** How far a request is, in the order in which a board shows it. */
export const requestStates = ['asked', 'in_work', 'delivered', 'declined'] as const;
export type RequestState = (typeof requestStates)[number];

const optionalDay = Day.or(z.literal(''))
  .nullish()
  .transform((day) => day || null);

const optionalKind = z
  .union([KindId, z.literal('')])
  .nullish()
  .transform((kind) => kind || null);

/** What a department asks of the office. */
export const RequestFields = z
  .object({
    title: requiredLine(300),
    details: optionalText(4_000),
    departmentId: optionalId,
    /** Who asks, as written. */
    requestedBy: optionalLine(120),
    /** What is asked for, where it is known. */
    kind: optionalKind,
    askedDay: Day,
    dueDay: optionalDay,
  })
  .refine(({ askedDay, dueDay }) => dueDay === null || dueDay >= askedDay, {
    error: 'due_before_asked',
    path: ['dueDay'],
  });
export type RequestFields = z.infer<typeof RequestFields>;

/** Puts a request in a state. */
export const RequestMove = z.object({ at: RecordVersion, state: z.enum(requestStates) });
export type RequestMove = z.infer<typeof RequestMove>;

/** Delivers a request: with items that are logged already, with a new one, or with nothing logged. */
export const RequestDelivery = z.object({
  at: RecordVersion,
  itemIds: z.array(RecordId).max(50).default([]),
  newItem: OutputItemFields.nullish().transform((item) => item ?? null),
});
export type RequestDelivery = z.infer<typeof RequestDelivery>;

/** Which requests to list; `removed` lists the ones that can be brought back. */
export const RequestList = ListPage.extend({
  state: z.enum(requestStates).optional(),
  departmentId: RecordId.optional(),
  removed: z.boolean().default(false),
});
export type RequestList = z.infer<typeof RequestList>;

/** A request as lists and boards show it. */
export interface RequestRow extends RequestFields {
  id: string;
  version: number;
  state: RequestState;
  departmentName: string | null;
  /** How many items were logged for it. */
  itemCount: number;
  updatedAt: string;
  updatedBy: string | null;
}

/** One request with what was made for it. */
export interface RequestDetail extends Omit<RequestRow, 'itemCount'> {
  isRemoved: boolean;
  items: { id: string; kind: KindId; title: string; day: string }[];
}

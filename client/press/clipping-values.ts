import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import type { Medium } from '../../shared/press/channels.ts';
import {
  type Format as Form,
  type Fraction,
  formats,
  fractions,
  type Unit,
  unitsOfFormat,
} from '../../shared/press/measures.ts';
import type { Entry } from '../../shared/press/schemas.ts';
import type { Answers, Inputs } from '../app/api.ts';

export type Clipping = Answers['press']['readClipping'];
type Fields = Inputs['press']['createClipping'];
type Measures = Fields['measures'];

/**
 * Where the day of the form comes from: `proposed` is today, for who logs what was published today; of
 * the page, of a page that was not read, or of an entry of a feed, which may say none; or of the person.
 */
export type DayFrom = 'proposed' | 'page' | 'unread' | 'feed' | 'person';

/** What stands in the form: figures as exact text, nothing typed or chosen as null. */
export type ClippingValues = {
  outletId: string | null;
  day: string;
  /** Who says the day: what nobody wrote is told as such, and is never taken for today's in silence. */
  dayFrom: DayFrom;
  title: string;
  format: Form;
  section: string;
  isPaid: boolean;
  measures: {
    unit: Unit;
    widthCm: string | null;
    heightCm: string | null;
    columns: string | null;
    seconds: string | null;
    fraction: Fraction;
    views: number | null;
    amountCop: number | null;
    reason: string;
    share: string | null;
    isEstimated: boolean;
  };
  url: string;
  author: string;
  tone: string | null;
  departmentId: string | null;
  notes: string;
  pageLabel: string;
  topic: string;
  spokesperson: string;
  origin: string | null;
  eventId: string | null;
  entry: Entry;
  evidence: EvidenceFile[];
  keyMessageIds: string[];
};

const noMeasures: ClippingValues['measures'] = {
  unit: 'page_area',
  widthCm: null,
  heightCm: null,
  columns: null,
  seconds: null,
  fraction: '1/4',
  views: null,
  amountCop: null,
  reason: '',
  share: '1',
  isEstimated: false,
};

/** The form of a new appearance; `start` is what is known of it already. */
export function newClipping(day: string, start: Partial<ClippingValues> = {}): ClippingValues {
  return {
    outletId: null,
    day,
    dayFrom: 'proposed',
    title: '',
    format: 'print',
    section: '',
    isPaid: false,
    measures: noMeasures,
    url: '',
    author: '',
    tone: null,
    departmentId: null,
    notes: '',
    pageLabel: '',
    topic: '',
    spokesperson: '',
    origin: null,
    eventId: null,
    entry: 'manual',
    evidence: [],
    keyMessageIds: [],
    ...start,
  };
}

const decimals = new Set(['widthCm', 'heightCm', 'columns', 'seconds', 'share']);

/** The form of an appearance on record. */
export function clippingValues(clipping: Clipping): ClippingValues {
  const { measures, url, author, notes } = clipping;
  const views = measures.unit === 'cpm' && measures.views !== null ? Number(measures.views) : null;
  return {
    outletId: clipping.outletId,
    day: clipping.day,
    dayFrom: 'person',
    title: clipping.title,
    format: clipping.format,
    section: clipping.section,
    isPaid: clipping.isPaid,
    measures: { ...noMeasures, ...measures, views },
    url: url ?? '',
    author: author ?? '',
    tone: clipping.tone,
    departmentId: clipping.departmentId,
    notes: notes ?? '',
    pageLabel: clipping.pageLabel ?? '',
    topic: clipping.topic ?? '',
    spokesperson: clipping.spokesperson ?? '',
    origin: clipping.origin,
    eventId: clipping.eventId,
    entry: clipping.entry,
    evidence: clipping.evidence,
    keyMessageIds: clipping.keyMessageIds,
  };
}

/** The form in which an outlet of a medium usually publishes. */
export function usualFormat(medium: Medium): Form {
  return medium === 'press' ? 'print' : medium === 'digital' ? 'web' : medium;
}

/** The unit that stays when the format changes: the same where it is sold so, else the usual one. */
export function unitFor(format: Form, unit: Unit): Unit {
  return unitsOfFormat[format].includes(unit) ? unit : unitsOfFormat[format][0];
}

/** Values that this browser kept, with what there is to choose from now; the same where all of it is known. */
export function withKnownChoices(values: ClippingValues): ClippingValues {
  const { measures } = values;
  const format = formats.find((one) => one === values.format) ?? 'print';
  const unit = unitFor(format, measures.unit);
  const fraction = fractions.find((one) => one === measures.fraction) ?? noMeasures.fraction;
  const evidence = values.evidence.filter((file) => typeof file?.id === 'string');
  const isKnown =
    format === values.format && unit === measures.unit && fraction === measures.fraction;
  if (isKnown && evidence.length === values.evidence.length) return values;
  return { ...values, format, evidence, measures: { ...measures, unit, fraction } };
}

/** The measures to send: those of the unit alone. What is not typed is empty, and is refused by its name. */
function measuresToSend(typed: ClippingValues['measures']): Measures {
  const common = { share: typed.share ?? '', isEstimated: typed.isEstimated };
  const heightCm = typed.heightCm ?? '';
  switch (typed.unit) {
    case 'note':
      return { unit: 'note', share: common.share, isEstimated: false };
    case 'page_area':
      return { unit: 'page_area', widthCm: typed.widthCm ?? '', heightCm, ...common };
    case 'column_cm':
      return { unit: 'column_cm', columns: typed.columns ?? '', heightCm, ...common };
    case 'second':
      return { unit: 'second', seconds: typed.seconds ?? '', ...common };
    case 'page_fraction':
      return { unit: 'page_fraction', fraction: typed.fraction, ...common };
    case 'cpm':
      return { unit: 'cpm', views: typed.views === null ? null : String(typed.views), ...common };
    case 'manual':
      return {
        unit: 'manual',
        amountCop: typed.amountCop as number,
        reason: typed.reason,
        share: '1',
        isEstimated: false,
      };
  }
}

/** The fields to send; the server refuses what is missing, by name. */
export function fieldsToSend(values: ClippingValues): Fields {
  const { evidence, dayFrom: _, ...own } = values;
  return {
    ...own,
    outletId: values.outletId ?? '',
    url: values.url.trim() || null,
    tone: values.tone as Fields['tone'],
    origin: values.origin as Fields['origin'],
    measures: measuresToSend(values.measures),
    evidenceIds: evidence.map(({ id }) => id),
  };
}

/** What to ask the value of, once the outlet, the day and the size are there. */
export function previewToAsk(
  values: ClippingValues,
  clippingId: string | undefined,
): Inputs['press']['previewValue'] | undefined {
  const { outletId, day, format, section, isPaid } = values;
  const measures = measuresToSend(values.measures);
  const sizes = Object.entries(measures).filter(([name]) => decimals.has(name));
  const isWritten = sizes.every(([, size]) => /[1-9]/.test(String(size)));
  const isJudged =
    measures.unit !== 'manual' || (values.measures.amountCop !== null && measures.reason !== '');
  if (!outletId || day === '' || !isWritten || !isJudged) return undefined;
  return { outletId, day, format, section, isPaid, measures, clippingId };
}

import type { TFunction } from 'i18next';
import { writeNumber, writeRate } from '../../shared/numbers/write-number.ts';
import type { Valuation } from '../../shared/press/explain-valuation.ts';
import type { Format } from '../format/use-format.ts';

type Step = Valuation['steps'][number];
type Words = TFunction<'press'>;

/** What values, and the price as quoted where that included VAT. */
function priceWords(
  { netPriceCop, quoted }: Extract<Step, { step: 'rate' }>,
  t: Words,
  format: Format,
): string {
  const price = format.money(netPriceCop);
  if (!quoted?.vatIncluded) return price;
  const rate = writeRate(quoted.vatRate, format.locale);
  return t('steps.grossWithNet', { gross: format.money(quoted.priceCop), rate, price });
}

function rateWords(step: Extract<Step, { step: 'rate' }>, t: Words, format: Format): string {
  const price = priceWords(step, t, format);
  const from = format.day(step.validFrom);
  const rate =
    step.validTo === null
      ? t('steps.rateFrom', { price, from })
      : t('steps.rateBetween', { price, from, to: format.day(step.validTo) });
  const of =
    step.section === '' ? rate : `${rate} (${t('steps.section', { section: step.section })})`;
  // The document that says so, where the value was stored with it.
  const parts = [of];
  if (step.sourceReference) parts.push(t('steps.source', { source: step.sourceReference }));
  if (step.isApproved === false) parts.push(t('steps.unapproved'));
  return parts.join(', ');
}

function viewWords(step: Extract<Step, { step: 'estimated_views' }>, t: Words, format: Format) {
  return t('steps.estimatedViews', {
    views: writeNumber(step.views, format.locale),
    part: writeRate(step.part, format.locale),
    visitors: format.number(step.monthlyVisitors),
  });
}

function stepWords(step: Step, t: Words, format: Format): string | undefined {
  const write = (text: string) => writeNumber(text, format.locale);
  switch (step.step) {
    case 'note':
      return t('steps.note');
    case 'area':
      return t('steps.area', {
        width: write(step.widthCm),
        height: write(step.heightCm),
        area: write(step.areaCm2),
        page: write(step.pageCm2),
      });
    case 'columns':
      return t('steps.columns', {
        columns: write(step.columns),
        height: write(step.heightCm),
        size: write(step.columnCm),
      });
    case 'time':
      return t('steps.time', {
        seconds: write(step.seconds),
        reference: write(step.referenceSeconds),
      });
    case 'fraction': {
      const { fraction } = step;
      return t(step.isListed ? 'steps.listedFraction' : 'steps.fraction', { fraction });
    }
    case 'views':
      return t('steps.views', { views: write(step.views) });
    case 'estimated_views':
      return viewWords(step, t, format);
    case 'flat':
      return t(step.of === 'outlet' ? 'steps.flatOfOutlet' : 'steps.flatOfFormat');
    case 'manual':
      return t('steps.manual', { reason: step.reason.replace(/(?<![.\s])[.\s]+$/, '') });
    case 'rate':
      return rateWords(step, t, format);
    case 'share':
      return t('steps.share', { share: write(step.share) });
    case 'vat':
      return undefined;
  }
}

/**
 * How a value came to be, as a sentence: "12 × 8 cm = 96 cm² de 1.560 cm² de página, tarifa
 * $ 18.400.000 vigente desde 1 ene 2026." Without a value, why there is none.
 */
export function explainValue(valuation: Valuation, t: Words, format: Format): string {
  if (valuation.standing === 'unvalued') return t(`gaps.${valuation.reason}`);
  if (valuation.standing === 'not_counted') return t(`notCounted.${valuation.reason}`);
  const parts = valuation.steps.flatMap((step) => stepWords(step, t, format) ?? []);
  return `${parts.join(', ')}.`;
}

/** The value with VAT, as a sentence. */
export function explainVat(valuation: Valuation, t: Words, format: Format): string | undefined {
  if (valuation.standing !== 'valued') return undefined;
  const step = valuation.steps.find((one) => one.step === 'vat');
  const total = format.money(valuation.valueWithVatCop);
  const isOfOutlet = step?.of === 'outlet';
  if (!step || step.vatCop === 0) {
    return t(isOfOutlet ? 'steps.noVatOfOutlet' : 'steps.noVat', { total });
  }
  const rate = writeRate(step.vatRate, format.locale);
  return t(isOfOutlet ? 'steps.vatOfOutlet' : 'steps.vat', { rate, total });
}

/** The grade with what holds it there, such as `C: visualizaciones estimadas.` */
export function explainGrade(valuation: Valuation, t: Words): string | undefined {
  if (valuation.standing !== 'valued') return undefined;
  const { grade, because } = valuation;
  if (because.length === 0) return `${t(`grades.${grade}`)}.`;
  const causes = because.map((cause) => t(`gradeCauses.${cause}`)).join('; ');
  return `${t('gradeBecause', { grade, causes })}.`;
}

/** Whether the value was made by a price that nobody had approved. */
export function isByUnapproved({ steps }: Pick<Valuation, 'steps'>): boolean {
  return steps.some((one) => one.step === 'rate' && one.isApproved === false);
}

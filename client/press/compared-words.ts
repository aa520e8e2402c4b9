import { useTranslation } from 'react-i18next';
import type { ComparedField } from '../../shared/press/compare-closings.ts';
import type { Answers } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';

type Compared = Answers['press']['compareRevisions'];
type Value = Compared['changed'][number]['changes'][number]['before'];

const money: readonly ComparedField[] = ['valueCop', 'valueWithVatCop', 'rateNetCop', 'quotedCop'];

/** A value of an appearance as a person reads it. */
export function useComparedWords(): (field: ComparedField, value: Value) => string {
  const { t } = useTranslation(['review', 'press']);
  const format = useFormat();
  const coded = (field: ComparedField, value: string) => {
    switch (field) {
      case 'day':
        return format.day(value);
      case 'standing':
        return t(`press:standings.${value as 'valued'}`);
      case 'format':
        return t(`press:formats.${value as 'print'}`);
      case 'medium':
        return t(`press:mediums.${value as 'press'}`);
      case 'channel':
        return t(`press:channels.${value as 'press'}`);
      case 'unit':
      case 'rateUnit':
        return t(`press:units.${value as 'note'}`);
      case 'rateSource':
        return t(`press:sources.${value as 'quotation'}`);
      case 'origin':
        return t(`facts.${value as 'reactive'}`);
      case 'reviewState':
        return t(`list.${value as 'approved'}`);
      case 'rateApproval':
        return t(value === 'approved' ? 'revisions.approvedRate' : 'revisions.unapprovedRate');
      default:
        return value;
    }
  };
  return (field, value) => {
    if (field === 'tone') return t(`press:tones.${(value as 'positive' | null) ?? 'unclassified'}`);
    if (value === null || value === '') return t('revisions.nothing');
    if (typeof value === 'boolean') return t(value ? 'revisions.yes' : 'revisions.no');
    if (typeof value === 'string') return coded(field, value);
    return money.includes(field) ? format.money(value) : format.number(value);
  };
}

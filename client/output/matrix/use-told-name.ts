import { useTranslation } from 'react-i18next';
import { useDepartments } from '../../app/use-departments.ts';
import { usePlaces } from '../use-places.ts';
import type { Told } from './part.ts';
import '../../words/add-matrix-words.ts';

/** What tells items apart, in words: the name of a department or place, a person, or that they say none. */
export function useToldName(told: Told | undefined): string | undefined {
  const { t } = useTranslation('matrix');
  const departments = useDepartments();
  const places = usePlaces();
  if (!told) return undefined;
  const { dimension, value } = told;
  if (value === null) return t(`none.${dimension}`);
  if (dimension === 'responsible') return value;
  const named = (dimension === 'place' ? places : departments).find((one) => one.value === value);
  return named?.label ?? '…';
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetTarget } from '../../../shared/imports/sheets/target.ts';
import { useKindWords } from '../../output/use-kind-words.ts';
import { useKinds } from '../../output/use-kinds.ts';
import { useTargets } from './use-targets.ts';

type ColumnName = keyof typeof import('../../words/es/sheets.ts').sheets.columns;

/** How the columns of a target are called; the details of kinds by what their forms call them. */
export function useColumnNames(): (id: string) => string {
  const { t } = useTranslation('sheets');
  const { say } = useKindWords();
  const { kinds } = useKinds();
  const { columns } = useTargets();
  return useMemo(() => {
    const details = new Map(
      kinds.flatMap(({ fields }) =>
        fields.map(({ name, words }): [string, string] => [`details.${name}`, say(words.label)]),
      ),
    );
    return (id) =>
      details.get(id) ?? columns.get(id) ?? t(`columns.${id as ColumnName}`, { defaultValue: id });
  }, [kinds, columns, say, t]);
}

/** The columns of a target to choose from. */
export function useColumnChoices(target: SheetTarget) {
  const nameOf = useColumnNames();
  return useMemo(
    () => target.columns.map(({ id }) => ({ value: id, label: nameOf(id) })),
    [target, nameOf],
  );
}

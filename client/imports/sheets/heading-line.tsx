import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetPlan } from '../../../shared/imports/sheets/rows.ts';
import { NumberField } from '../../ui/number-field.tsx';
import type { ReadingOfSheet } from './use-sheet.ts';

/** The line of the headings; another one, once it is written whole, reads the sheet anew. */
export function HeadingLine({
  line,
  plan,
  sheet,
}: {
  line: number;
  plan: Pick<SheetPlan, 'sheet' | 'targetId'>;
  sheet: Pick<ReadingOfSheet, 'reading' | 'want'>;
}) {
  const { t } = useTranslation('sheets');
  const [typed, setTyped] = useState<number | null>(line);
  return (
    <NumberField
      kind="whole"
      label={t('plan.headingLine')}
      value={typed}
      onChange={setTyped}
      disabled={sheet.reading !== undefined}
      onBlur={() => {
        if (typed !== null && typed > 0 && typed !== line) {
          sheet.want({ sheet: plan.sheet, target: plan.targetId, headingLine: typed });
        }
      }}
    />
  );
}

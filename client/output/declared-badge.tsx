import { Badge, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';

/** A total that a published report prints otherwise: both numbers, neither corrected. */
export function DeclaredBadge({ declared, recorded }: { declared: number; recorded: number }) {
  const { t } = useTranslation('output');
  const format = useFormat();
  const facts = { declared: format.number(declared), recorded: format.number(recorded) };
  return (
    <Tooltip label={t('matrix.declaredWhy', facts)} multiline maw={300}>
      <Badge
        variant="outline"
        color="gray"
        tt="none"
        fw={500}
        radius="sm"
        miw="max-content"
        tabIndex={0}
      >
        {t('matrix.declared', facts)}
      </Badge>
    </Tooltip>
  );
}

import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Marked } from './use-marked-clippings.ts';

const BatchForm = lazy(() => import('./batch-form.tsx'));

/** As the server has it. */
const mostInBatch = 5_000;

/** How many appearances are marked, and what to do with them. */
export function BatchBar({ marked, total }: { marked: Marked; total: number }) {
  const { t } = useTranslation('table');
  const [isOpen, form] = useDisclosure(false);
  const { count } = marked;
  if (count === 0) return null;
  return (
    <Group gap="xs" mb="xs" role="group" aria-label={t('batch.bar')}>
      <Text size="sm" fw={600} aria-live="polite">
        {t('batch.marked', { count })}
      </Text>
      {!marked.isAll && total > count && (
        <Button variant="subtle" size="compact-sm" onClick={marked.markAll}>
          {t('batch.all', { count: total })}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={marked.clear}>
        {t('batch.none')}
      </Button>
      <Button variant="light" size="compact-sm" disabled={count > mostInBatch} onClick={form.open}>
        {t('batch.change')}
      </Button>
      {count > mostInBatch && (
        <Text size="sm" c="dimmed">
          {t('batch.tooMany', { count: mostInBatch })}
        </Text>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <BatchForm marked={marked} onClose={form.close} />
        </Suspense>
      )}
    </Group>
  );
}

import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputItemRow } from '../../../shared/output/rows.ts';
import { api } from '../../app/api.ts';
import { showFailure, showUndo } from '../../ui/undo-toast.tsx';
import { StateButtons } from '../states/state-buttons.tsx';
import type { MarkedItems } from './use-marked-items.ts';
import '../../words/add-grid-words.ts';

const ManyForm = lazy(() => import('./many-form.tsx'));

interface ManyBarProps {
  marked: MarkedItems;
  /** The items of the page that is shown. */
  page: readonly OutputItemRow[];
}

/** How many items are marked, and what to do with them. */
export function ManyBar({ marked, page }: ManyBarProps) {
  const { t } = useTranslation('grid');
  const [isOpen, form] = useDisclosure(false);
  const remove = useMutation(api.output.removeItems.mutationOptions());
  const restore = useMutation(api.output.restoreItems.mutationOptions());
  const count = marked.rows.length;
  if (count === 0) return null;

  async function removeAll(): Promise<void> {
    const ats = marked.rows.map(({ id, version }) => ({ id, version }));
    try {
      const removed = await remove.mutateAsync({ ats });
      marked.clear();
      showUndo(t('many.removed', { count }), () => restore.mutateAsync({ ats: removed }));
    } catch (error) {
      showFailure(error);
    }
  }

  return (
    <Group gap="xs" role="group" aria-label={t('many.bar')}>
      <Text size="sm" fw={600} aria-live="polite">
        {t('many.marked', { count })}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={() => marked.mark(page, true)}>
        {t('many.page')}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={marked.clear}>
        {t('many.none')}
      </Button>
      <Button variant="light" size="compact-sm" onClick={form.open}>
        {t('many.change')}
      </Button>
      <StateButtons marked={marked} />
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        loading={remove.isPending}
        onClick={removeAll}
      >
        {t('many.remove')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ManyForm marked={marked} onClose={form.close} />
        </Suspense>
      )}
    </Group>
  );
}

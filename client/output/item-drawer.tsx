import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { Show } from '../ui/states.tsx';
import { EditItemForm } from './edit-item-form.tsx';
import { ItemFacts } from './item-facts.tsx';
import { ItemRelations } from './item-relations.tsx';
import { useKinds } from './use-kinds.ts';

/** One item: to change for those who may, to read for the others. */
export function ItemDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation(['output', 'ui']);
  const mayWrite = useMayDo('admin', 'coordinator');
  const { byId } = useKinds();
  // Nothing is kept after closing, so that a form never starts from an older version.
  const query = useQuery(api.output.readItem.queryOptions({ id }, { gcTime: 0 }));
  // The form keeps what it was opened with: what is typed outlives later answers.
  const [opened, setOpened] = useState(query.data);
  if (!opened && query.data) setOpened(query.data);
  const kind = opened && byId.get(opened.kind);
  if (mayWrite && kind && !opened.isRemoved) {
    return <EditItemForm item={opened} kind={kind} onClose={onClose} />;
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('form.item')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Show query={query} height={420}>
        {(item) => (
          <>
            <ItemFacts item={item} />
            <ItemRelations item={item} />
          </>
        )}
      </Show>
    </Drawer>
  );
}

import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { Panel } from '../ui/panel.tsx';
import { showDone, showFailure } from '../ui/undo-toast.tsx';

/** The name of the entity, which every file that leaves the product carries. */
export function EntityPanel() {
  const { t } = useTranslation(['admin', 'ui']);
  const query = useQuery(api.accounts.readEntity.queryOptions());
  const update = useMutation(api.accounts.updateEntity.mutationOptions());
  const [typed, setTyped] = useState<string>();
  const name = typed ?? query.data?.name ?? '';

  async function save(event: FormEvent) {
    event.preventDefault();
    try {
      await update.mutateAsync({ name });
      setTyped(undefined);
      showDone(t('entity.saved'));
    } catch (error) {
      showFailure(error);
    }
  }

  return (
    <Panel title={t('entity.title')}>
      <form onSubmit={save}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('entity.name')}
            description={t('entity.nameHelp')}
            maxLength={160}
            value={name}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            flex="1 1 320px"
            maw={560}
          />
          <Button
            type="submit"
            variant="default"
            disabled={typed === undefined}
            loading={update.isPending}
          >
            {t('ui:save')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}

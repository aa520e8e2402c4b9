import { ActionIcon, Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answers, api, type Inputs } from '../app/api.ts';
import { showDone, showFailure, showUndo } from '../ui/undo-toast.tsx';
import type { Seen } from './clipping-query.ts';
import { SavedViewForm } from './saved-view-form.tsx';

type View = Answers['press']['listSavedViews'][number];

interface ViewMenuProps {
  seen: Seen;
  onChoose(view: View): void;
}

function fieldsOf({
  name,
  isShared,
  filter,
  order,
  columns,
}: View): Inputs['press']['createSavedView'] {
  return { name, isShared, filter, order, columns };
}

/** Keeps what is seen in a view that is there, and removes one with a way back. */
function useViewChanges(seen: Seen) {
  const { t } = useTranslation('table');
  const update = useMutation(api.press.updateSavedView.mutationOptions());
  const remove = useMutation(api.press.removeSavedView.mutationOptions());
  const create = useMutation(api.press.createSavedView.mutationOptions());
  const run = async (action: () => Promise<void>) => {
    try {
      await action();
    } catch (error) {
      showFailure(error);
    }
  };
  return {
    keep: (view: View) =>
      run(async () => {
        const { id, version, name, isShared } = view;
        await update.mutateAsync({ at: { id, version }, fields: { name, isShared, ...seen } });
        showDone(t('views.saved'));
      }),
    remove: (view: View) =>
      run(async () => {
        await remove.mutateAsync({ id: view.id, version: view.version });
        const message = t('views.removed', { name: view.name });
        showUndo(message, () => create.mutateAsync(fieldsOf(view)));
      }),
  };
}

function ViewLine({ view, seen, onChoose }: ViewMenuProps & { view: View }) {
  const { t } = useTranslation('table');
  const changes = useViewChanges(seen);
  const { name, isOwn, ownerName } = view;
  return (
    <Group gap={4} wrap="nowrap" justify="space-between">
      <Button variant="subtle" size="compact-sm" onClick={() => onChoose(view)}>
        {isOwn ? name : `${name} ${t('views.by', { name: ownerName })}`}
      </Button>
      {isOwn && (
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('views.update', { name })}
            title={t('views.update', { name })}
            onClick={() => changes.keep(view)}
          >
            <IconDeviceFloppy size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('views.remove', { name })}
            title={t('views.remove', { name })}
            onClick={() => changes.remove(view)}
          >
            <IconTrash size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </Group>
  );
}

/** The views that one keeps and those that others share: shows one, or keeps what is seen. */
export function ViewMenu({ seen, onChoose }: ViewMenuProps) {
  const { t } = useTranslation('table');
  const [isOpen, menu] = useDisclosure(false);
  const [isSaving, form] = useDisclosure(false);
  const { data = [] } = useQuery(api.press.listSavedViews.queryOptions());
  const groups = [
    { title: t('views.own'), views: data.filter((view) => view.isOwn) },
    { title: t('views.shared'), views: data.filter((view) => !view.isOwn) },
  ].filter(({ views }) => views.length > 0);
  const choose = (view: View) => {
    menu.close();
    onChoose(view);
  };
  return (
    <>
      <Popover
        opened={isOpen}
        onChange={menu.toggle}
        position="bottom-end"
        shadow="md"
        trapFocus
        returnFocus
        withinPortal
      >
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconBookmark size={16} stroke={1.6} aria-hidden />}
            onClick={menu.toggle}
          >
            {t('views.menu')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown maw={360} mah={420} style={{ overflowY: 'auto' }}>
          <Stack gap="xs">
            {groups.length === 0 && <Text size="sm">{t('views.none')}</Text>}
            {groups.map(({ title, views }) => (
              <Stack key={title} gap={4} role="group" aria-label={title}>
                <Text size="xs" c="dimmed">
                  {title}
                </Text>
                {views.map((view) => (
                  <ViewLine key={view.id} view={view} seen={seen} onChoose={choose} />
                ))}
              </Stack>
            ))}
            <Button
              variant="light"
              size="xs"
              onClick={() => {
                menu.close();
                form.open();
              }}
            >
              {t('views.save')}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {isSaving && <SavedViewForm seen={seen} onClose={form.close} />}
    </>
  );
}

import {
  Anchor,
  Button,
  NativeSelect,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KindId } from '../../../shared/output/kind-id.ts';
import type { RequestRow } from '../../../shared/output/requests/request.ts';
import { api } from '../../app/api.ts';
import { PersonField } from '../../app/person-field.tsx';
import { useMayDo, useToday } from '../../app/self.tsx';
import { useDepartments } from '../../app/use-departments.ts';
import { DrawerForm } from '../../ui/drawer-form.tsx';
import { showDone, showFailure, showUndo } from '../../ui/undo-toast.tsx';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { useKindWords } from '../use-kind-words.ts';
import { useOutputSearch } from '../use-output-search.ts';

function valuesOf(row: RequestRow | undefined, today: string) {
  return {
    title: row?.title ?? '',
    details: row?.details ?? '',
    departmentId: row?.departmentId ?? null,
    requestedBy: row?.requestedBy ?? '',
    kind: (row?.kind ?? '') as KindId | '',
    askedDay: row?.askedDay ?? today,
    dueDay: row?.dueDay ?? '',
  };
}

/** What was made for a request, each to be opened. */
function Made({ id }: { id: string }) {
  const { t } = useTranslation('requests');
  const [, change] = useOutputSearch();
  const words = useKindWords();
  const { data } = useQuery(api.output.readRequest.queryOptions({ id }));
  if (!data || data.items.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t('form.made')}
      </Text>
      {data.items.map((item) => (
        <Anchor
          key={item.id}
          component="button"
          type="button"
          size="sm"
          ta="left"
          onClick={() => change({ view: 'items', open: item.id, request: undefined })}
        >
          {`${words.one(item.kind)}: ${item.title}`}
        </Anchor>
      ))}
    </Stack>
  );
}

/** A request: to take in, to change, or to read. */
export function RequestForm({ row, onClose }: { row?: RequestRow; onClose(): void }) {
  const { t } = useTranslation(['requests', 'ui']);
  const { day, timeZone } = useToday();
  const mayWrite = useMayDo('admin', 'coordinator');
  const words = useKindWords();
  const departments = useDepartments(row);
  const create = useMutation(api.output.createRequest.mutationOptions());
  const update = useMutation(api.output.updateRequest.mutationOptions());
  const remove = useMutation(api.output.removeRequest.mutationOptions());
  const restore = useMutation(api.output.restoreRequest.mutationOptions());
  const form = useRecordForm({
    initialValues: valuesOf(row, day),
    save: (fields, overVersion) =>
      row
        ? update.mutateAsync({ at: { id: row.id, version: overVersion ?? row.version }, fields })
        : create.mutateAsync(fields),
    onSaved() {
      showDone(t('saved'));
      onClose();
    },
  });
  async function takeAway({ id, version, title }: RequestRow): Promise<void> {
    try {
      const at = await remove.mutateAsync({ id, version });
      showUndo(t('removed', { title }), () => restore.mutateAsync(at));
      onClose();
    } catch (error) {
      showFailure(error);
    }
  }
  const { fields } = form;
  return (
    <DrawerForm
      title={t(row ? 'form.edit' : 'form.new')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      canSubmit={mayWrite}
      actions={
        row &&
        mayWrite && (
          <Button variant="subtle" color="red" mr="auto" onClick={() => takeAway(row)}>
            {t('form.remove')}
          </Button>
        )
      }
    >
      <TextInput
        label={t('form.title')}
        required
        data-autofocus
        {...fields.getInputProps('title')}
      />
      <Textarea
        label={t('form.details')}
        autosize
        minRows={2}
        {...fields.getInputProps('details')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="md">
        <PersonField label={t('form.requestedBy')} {...fields.getInputProps('requestedBy')} />
        <Select
          label={t('department')}
          placeholder={t('noDepartment')}
          data={departments}
          searchable
          clearable
          {...fields.getInputProps('departmentId')}
        />
        <TextInput
          type="date"
          label={t('form.askedDay')}
          required
          {...fields.getInputProps('askedDay')}
        />
        <TextInput type="date" label={t('form.dueDay')} {...fields.getInputProps('dueDay')} />
      </SimpleGrid>
      <NativeSelect
        label={t('form.kind')}
        data={[{ value: '', label: t('form.noKind') }, ...words.choices]}
        {...fields.getInputProps('kind')}
      />
      {row && <Made id={row.id} />}
    </DrawerForm>
  );
}

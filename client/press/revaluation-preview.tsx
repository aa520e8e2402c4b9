import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  mostRevalued,
  type RevaluationPreview as Preview,
} from '../../shared/press/revaluation.ts';
import { api, queryClient } from '../app/api.ts';
import { type ClientFailure, failureMessage, failureOf } from '../format/failure-message.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Show } from '../ui/states.tsx';
import { showUndo } from '../ui/undo-toast.tsx';
import type { ScopeValues } from './revaluation-scope.tsx';
import { useValueChangeColumns } from './value-change-columns.tsx';

const pageSize = 25;

interface AgreeProps {
  scope: ScopeValues;
  preview: Preview;
  onDone(): void;
}

/** The reason and the button that values again what the preview shows. */
function Agree({ scope, preview, onDone }: AgreeProps) {
  const { t } = useTranslation('prices');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<ClientFailure>();
  const revalue = useMutation(api.press.revalueClippings.mutationOptions());
  const undo = useMutation(api.press.undoRevaluation.mutationOptions());
  const count = preview.total;
  async function run(): Promise<void> {
    setFailure(undefined);
    try {
      const { id } = await revalue.mutateAsync({ ...scope, seal: preview.seal, reason });
      showUndo(t('revaluation.done', { count }), () => undo.mutateAsync({ id }));
      onDone();
    } catch (error) {
      setFailure(failureOf(error));
    }
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') run();
      }}
    >
      <Stack gap="sm">
        {failure && (
          <Alert color="red" variant="light" role="alert">
            {failureMessage(failure)}
          </Alert>
        )}
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('revaluation.reason')}
            description={t('revaluation.reasonHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            withAsterisk
            maxLength={300}
            flex="1 1 18rem"
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Button type="submit" disabled={reason.trim() === ''} loading={revalue.isPending}>
            {t('revaluation.submit', { count })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function isPossible({ total, closedMonths }: Preview): boolean {
  return total > 0 && total <= mostRevalued && closedMonths.length === 0;
}

function Told({ preview }: { preview: Preview }) {
  const { t } = useTranslation('prices');
  const format = useFormat();
  const { total, valueBefore, valueAfter, closedMonths } = preview;
  const looked = format.number(preview.looked);
  if (total === 0) return <Text role="status">{t('revaluation.none', { looked })}</Text>;
  const sums = { before: format.money(valueBefore), after: format.money(valueAfter) };
  const months = closedMonths.map((month) => format.longMonth(month)).join(', ');
  return (
    <>
      <Text role="status">
        {t('revaluation.changes', { count: total, looked })} {t('revaluation.sums', sums)}
      </Text>
      {total > mostRevalued && (
        <Alert color="red" variant="light" role="alert">
          {t('revaluation.tooMany', { most: format.number(mostRevalued) })}
        </Alert>
      )}
      {closedMonths.length > 0 && (
        <Alert color="red" variant="light" role="alert">
          {t('revaluation.closed', { months })}
        </Alert>
      )}
    </>
  );
}

/** Each change that valuing again would make, and the agreement to all of them. */
export function RevaluationPreview({ scope, onDone }: { scope: ScopeValues; onDone(): void }) {
  const { t } = useTranslation('prices');
  const [page, setPage] = useState(1);
  const columns = useValueChangeColumns();
  const query = useQuery(
    api.press.previewRevaluation.queryOptions(
      { ...scope, page, pageSize },
      { placeholderData: keepPreviousData },
    ),
  );
  const readPart = (part: number, size: number) =>
    queryClient.fetchQuery(
      api.press.previewRevaluation.queryOptions({ ...scope, page: part, pageSize: size }),
    );
  return (
    <Show query={query} height={200}>
      {(preview) => (
        <Stack gap="sm">
          <Told preview={preview} />
          {preview.total > 0 && (
            <DataTable
              label={t('revaluation.tableLabel')}
              columns={columns}
              query={query}
              rows={preview.rows}
              rowId={(row) => row.id}
              empty={{}}
              readPart={readPart}
              paging={{ page, pageSize, total: preview.total, onPage: setPage }}
            />
          )}
          {isPossible(preview) && <Agree scope={scope} preview={preview} onDone={onDone} />}
        </Stack>
      )}
    </Show>
  );
}

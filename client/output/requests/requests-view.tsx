import { Button, Group, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type RequestRow,
  type RequestState,
  requestStates,
} from '../../../shared/output/requests/request.ts';
import { api } from '../../app/api.ts';
import { useMayDo } from '../../app/self.tsx';
import { useDepartments } from '../../app/use-departments.ts';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useOutputSearch } from '../use-output-search.ts';
import { DeliverForm } from './deliver-form.tsx';
import { RequestBoard } from './request-board.tsx';
import { RequestForm } from './request-form.tsx';
import { RequestList } from './request-list.tsx';
import { useMoveRequest } from './use-move-request.ts';
import '../../words/add-requests-words.ts';

/** What narrows the requests, and how they are laid out. */
function Tools() {
  const { t } = useTranslation('requests');
  const [{ search = '', department = '', state = '', layout = 'board' }, change] =
    useOutputSearch();
  const departments = useDepartments();
  return (
    <Group gap="xs" className="no-print">
      <SegmentedControl
        aria-label={t('layout')}
        value={layout}
        data={[
          { value: 'board', label: t('board') },
          { value: 'list', label: t('list') },
        ]}
        onChange={(next) => change({ layout: next === 'list' ? 'list' : undefined })}
      />
      {layout === 'list' && (
        <NativeSelect
          aria-label={t('state')}
          value={state}
          data={[
            { value: '', label: t('allStates') },
            ...requestStates.map((one) => ({ value: one, label: t(`states.${one}`) })),
          ]}
          onChange={({ currentTarget }) =>
            change({ state: requestStates.find((one) => one === currentTarget.value) })
          }
        />
      )}
      <NativeSelect
        aria-label={t('department')}
        value={department}
        data={[{ value: '', label: t('allDepartments') }, ...departments]}
        onChange={({ currentTarget }) => change({ department: currentTarget.value || undefined })}
      />
      <SearchField
        value={search}
        label={t('search')}
        onChange={(text) => change({ search: text || undefined }, { replace: true })}
      />
    </Group>
  );
}

/** The request that the address names, or the one that was opened on the screen. */
function OpenRequest({ id, onClose }: { id: string; onClose(): void }) {
  const isNew = id === 'new';
  const query = useQuery(
    api.output.readRequest.queryOptions(isNew ? skipToken : { id }, { gcTime: 0 }),
  );
  const [opened, setOpened] = useState(query.data);
  if (!opened && query.data) setOpened(query.data);
  if (isNew) return <RequestForm onClose={onClose} />;
  return (
    opened && <RequestForm row={{ ...opened, itemCount: opened.items.length }} onClose={onClose} />
  );
}

/** What departments ask of the office, as a board or a list. */
export default function RequestsView() {
  const { t } = useTranslation('requests');
  const mayWrite = useMayDo('admin', 'coordinator');
  const [{ search = '', department, state, layout, page = 1, request }, change] = useOutputSearch();
  const [delivering, setDelivering] = useState<RequestRow>();
  const move = useMoveRequest();
  const moveTo = (row: RequestRow, to: RequestState) =>
    to === 'delivered' ? setDelivering(row) : void move(row, to);
  const open = (row: RequestRow) => change({ request: row.id, page });
  const asked = { search, departmentId: department };
  return (
    <Panel
      title={t('title')}
      note={t(mayWrite ? 'note' : 'noteReading')}
      actions={
        mayWrite && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} stroke={1.6} aria-hidden />}
            onClick={() => change({ request: 'new', page })}
          >
            {t('add')}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <Tools />
        {layout === 'list' ? (
          <RequestList
            asked={{ ...asked, state }}
            page={page}
            onPage={(next) => change({ page: next })}
            onOpen={open}
          />
        ) : (
          <RequestBoard
            asked={asked}
            onOpen={open}
            onMove={mayWrite ? moveTo : undefined}
            onList={(of) => change({ layout: 'list', state: of })}
          />
        )}
      </Stack>
      {request && (
        <OpenRequest
          key={request}
          id={request}
          onClose={() => change({ request: undefined, page })}
        />
      )}
      {delivering && <DeliverForm row={delivering} onClose={() => setDelivering(undefined)} />}
    </Panel>
  );
}

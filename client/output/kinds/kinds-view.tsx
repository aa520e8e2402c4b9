import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldHeading } from '../../../shared/files/table.ts';
import type { KindRow } from '../../../shared/output/rows.ts';
import { api } from '../../app/api.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { TableColumn } from '../../ui/table-column.ts';
import { useKindWords } from '../use-kind-words.ts';
import { useOutputSearch } from '../use-output-search.ts';
import { KindForm } from './kind-form.tsx';
import '../../words/add-kinds-words.ts';

const pageSize = 50;

function useColumns(onEdit: (kind: KindRow) => void): TableColumn<KindRow>[] {
  const { t } = useTranslation('kinds');
  const { say } = useKindWords();
  return useMemo(
    () => [
      { id: 'name', header: t('name'), cell: ({ label }) => say(label.many) },
      {
        id: 'fields',
        header: t('fields'),
        wrap: true,
        cell: ({ fields }) =>
          fields.map(({ words }) => say(words.label)).join(', ') || t('noFields'),
      },
      { id: 'origin', header: t('origin'), cell: ({ isOwn }) => t(isOwn ? 'own' : 'builtIn') },
      {
        id: 'state',
        header: t('state'),
        cell: ({ isActive }) => t(isActive ? 'active' : 'inactive'),
      },
      {
        id: 'actions',
        header: t('actions'),
        isControl: true,
        cell: (kind) =>
          kind.isOwn && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('editThis', { name: say(kind.label.many) })}
              onClick={() => onEdit(kind)}
            >
              {t('editIt')}
            </Button>
          ),
      },
    ],
    [t, say, onEdit],
  );
}

/** The words by which a kind is found. */
const wordsOf = ({ label, fields }: KindRow) =>
  foldHeading(
    [label, ...fields.map(({ words }) => ({ many: words.label }))]
      .flatMap(({ many }) => [many.es, many.en])
      .join(' '),
  );

/** Every kind of output; the office's own are made and changed here. */
export default function KindsView() {
  const { t } = useTranslation('kinds');
  const [{ search = '', page = 1 }, change] = useOutputSearch();
  const [open, setOpen] = useState<KindRow | 'new'>();
  const query = useQuery(api.output.listKinds.queryOptions());
  const columns = useColumns(setOpen);
  const found = query.data?.filter((kind) =>
    foldHeading(search)
      .split(' ')
      .every((word) => wordsOf(kind).includes(word)),
  );
  return (
    <Panel
      title={t('title')}
      note={t('note')}
      actions={
        <>
          <SearchField
            value={search}
            label={t('search')}
            onChange={(text) => change({ search: text || undefined }, { replace: true })}
          />
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.6} />}
            onClick={() => setOpen('new')}
          >
            {t('add')}
          </Button>
        </>
      }
    >
      <DataTable
        label={t('label')}
        columns={columns}
        query={query}
        rows={found?.slice((page - 1) * pageSize, page * pageSize)}
        rowId={({ id }) => id}
        empty={{ text: t('empty') }}
        paging={{
          page,
          pageSize,
          total: found?.length ?? 0,
          onPage: (next) => change({ page: next }),
        }}
      />
      {open && (
        <KindForm kind={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </Panel>
  );
}

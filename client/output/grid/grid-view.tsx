import { Alert, Button, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindId } from '../../../shared/output/kind-id.ts';
import { useSelf } from '../../app/self.tsx';
import { failureMessage } from '../../format/failure-message.ts';
import { useFormat } from '../../format/use-format.ts';
import type { GridRow } from '../../grid/grid-rows.ts';
import { GridTable } from '../../grid/grid-table.tsx';
import { useGrid } from '../../grid/use-grid.ts';
import { Panel } from '../../ui/panel.tsx';
import { keepDraft, readDraft, useDraft } from '../../ui/use-draft.ts';
import { useKindWords } from '../use-kind-words.ts';
import { wrongCells } from './grid-problems.ts';
import { GridStatus, GridTools } from './grid-tools.tsx';
import { nextWrong } from './next-wrong.ts';
import { useItemGridColumns, useReadItems } from './use-grid-items.ts';
import { useSaveGrid } from './use-save-grid.ts';
import '../../words/add-grid-words.ts';

/** As many as the server stores at once. */
const mostRows = 2_000;

/** What is kept of the grid while it is not saved. */
type Kept = { kinds: KindId[]; rows: readonly GridRow[] };
const nothingKept: Kept = { kinds: ['graphic_piece'], rows: [] };

/** What an older version kept, as rows of text: nothing else stands in a cell. */
function asRows({ kinds, rows }: Kept): Kept {
  const texts = rows.map((row) =>
    Object.entries(row ?? {}).flatMap(([column, cell]: [string, unknown]) =>
      typeof cell === 'string' || typeof cell === 'number' ? [[column, String(cell)]] : [],
    ),
  );
  return { kinds, rows: texts.map((cells) => Object.fromEntries(cells)) };
}

/** Keeps the grid as a draft while it is typed in, and at once when the view is left. */
function useKeptGrid(key: string, values: Kept): void {
  useDraft(key, values, values.rows.length > 0);
  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
  }, [values]);
  useEffect(() => () => keepDraft(key, latest.current, latest.current.rows.length > 0), [key]);
}

function useKinds(start: KindId[]) {
  const [kinds, setKinds] = useState(start);
  const words = useKindWords();
  const { t } = useTranslation('grid');
  const field = (
    <MultiSelect
      label={t('items.kinds')}
      data={words.choices}
      value={kinds}
      searchable
      hidePickedOptions
      error={kinds.length === 0 ? t('items.kindsNeeded') : undefined}
      onChange={(next) => setKinds(next as KindId[])}
      maw={640}
    />
  );
  return { kinds, field };
}

/** Many items at once, typed or pasted as in a spreadsheet; all are stored or none. */
export default function GridView() {
  const { t } = useTranslation('grid');
  const format = useFormat();
  const draftKey = `grid.${useSelf().id}`;
  const [start] = useState(() => readDraft(draftKey, nothingKept, asRows)?.values ?? nothingKept);
  const { kinds, field } = useKinds(start.kinds);
  const reading = useItemGridColumns(kinds);
  const { columns } = reading;
  const ids = useMemo(() => columns.map(({ id }) => id), [columns]);
  const control = useGrid(ids, start.rows);
  const { state, act } = control;
  const { rows, active } = state;
  const values = useMemo(() => ({ kinds, rows }), [kinds, rows]);
  useKeptGrid(draftKey, values);
  const items = useReadItems(rows, reading);
  const saving = useSaveGrid(rows, act);
  const { refused } = saving;
  const wrong = useMemo(() => wrongCells(items, refused), [items, refused]);
  const wrongCount = [...wrong.values()].reduce((sum, row) => sum + Object.keys(row).length, 0);
  const count = items.length;
  const isTooMany = count > mostRows;
  const maySave = count > 0 && wrongCount === 0 && !isTooMany && kinds.length > 0;
  const goToNext = () => {
    const at = nextWrong(wrong, ids, active);
    if (at) act({ do: 'select', at });
  };
  const save = () => {
    if (wrongCount > 0) goToNext();
    else if (maySave && !saving.isSaving) void saving.save(items);
  };
  return (
    <Panel title={t('items.title')} note={t('items.note')}>
      <Stack gap="sm">
        {field}
        <GridTools control={control} />
        {kinds.length > 0 && (
          <GridTable
            label={t('items.label')}
            columns={columns}
            control={control}
            wrong={wrong}
            onSave={save}
          />
        )}
        <GridStatus
          ready={count}
          wrong={wrongCount}
          here={wrong.get(active.row)?.[ids[active.column] ?? '']}
          onNext={goToNext}
        />
        {isTooMany && (
          <Alert color="red" variant="light" role="alert">
            {t('tooMany', { count, most: format.number(mostRows) })}
          </Alert>
        )}
        {refused && (
          <Alert color="red" variant="light" role="alert">
            {t('refused', { message: failureMessage(refused.failure) })}
          </Alert>
        )}
        <Group justify="space-between" align="flex-start">
          <Text size="sm" c="dimmed" maw={720}>
            {t('keys')}
          </Text>
          <Button disabled={!maySave} loading={saving.isSaving} onClick={save}>
            {count === 0 ? t('saveNone') : t('save', { count })}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

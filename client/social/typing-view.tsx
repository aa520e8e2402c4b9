import { Alert, Button, Chip, Group, Input, Stack, Switch, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Metric, metrics } from '../../shared/social/metrics.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { failureMessage } from '../format/failure-message.ts';
import { ConfirmLeave } from '../ui/confirm-leave.tsx';
import { Panel } from '../ui/panel.tsx';
import { showUnread } from '../ui/show-unread.ts';
import { EmptyState, Show } from '../ui/states.tsx';
import { TablePages } from '../ui/table-pages.tsx';
import { PageFilterChips, PageFilters } from './page-filters.tsx';
import { TypingGrid } from './typing-grid.tsx';
import { TypingQuestions } from './typing-questions.tsx';
import { useSocialSearch } from './use-social-search.ts';
import { type Typing, useTyping } from './use-typing.ts';

const pageSize = 25;

/** What is asked of the grid: its day, its columns, and whether pages that are pulled are in it. */
function useGrid() {
  const { day: today } = useToday();
  const [{ search = '', page = 1, network, department }] = useSocialSearch();
  const [day, setDay] = useState(today);
  const [chosen, setChosen] = useState<Metric[]>(['followers', 'posts']);
  const [byHand, setByHand] = useState(true);
  const wanted = metrics.filter((metric) => chosen.includes(metric));
  const query = useQuery(
    api.social.readTypingGrid.queryOptions(
      { day, metrics: wanted, byHand, search, page, pageSize, network, departmentId: department },
      { enabled: day !== '' && wanted.length > 0, placeholderData: keepPreviousData },
    ),
  );
  return { today, day, setDay, wanted, setChosen, byHand, setByHand, page, query };
}

type Grid = ReturnType<typeof useGrid>;

function GridFields({ grid }: { grid: Grid }) {
  const { t } = useTranslation(['typing', 'social']);
  const { today, day, setDay, wanted, setChosen, byHand, setByHand } = grid;
  return (
    <Group gap="md" align="flex-end">
      <TextInput
        type="date"
        label={t('typing:day')}
        max={today}
        value={day}
        required
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Input.Wrapper label={t('typing:metrics')} labelElement="div">
        <Chip.Group
          multiple
          value={wanted}
          onChange={(next) => {
            if (next.length > 0) setChosen(metrics.filter((metric) => next.includes(metric)));
          }}
        >
          <Group gap="xs">
            {metrics.map((metric) => (
              <Chip key={metric} value={metric} variant="light">
                {t(`social:metrics.${metric}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Switch
        label={t('typing:byHand')}
        checked={byHand}
        onChange={(event) => setByHand(event.currentTarget.checked)}
        mb={8}
      />
    </Group>
  );
}

function SaveBar({ typing }: { typing: Typing }) {
  const { t } = useTranslation('typing');
  const { count, isSaving } = typing;
  return (
    <Group justify="flex-end" gap="xs">
      <Text size="sm" c="dimmed" role="status">
        {count > 0 && t('typed', { count })}
      </Text>
      {count > 0 && (
        <Button variant="subtle" onClick={typing.clear}>
          {t('clear')}
        </Button>
      )}
      <Button type="submit" loading={isSaving} disabled={count === 0} data-save>
        {count === 0 ? t('saveNone') : t('save', { count })}
      </Button>
    </Group>
  );
}

/** The figures of a day, typed for many pages at once, with the keyboard alone. */
export default function TypingView() {
  const { t } = useTranslation(['typing', 'ui']);
  const [, change] = useSocialSearch();
  const grid = useGrid();
  const typing = useTyping(grid.day);
  const { day, wanted, page, query } = grid;

  async function submit(form: HTMLFormElement): Promise<void> {
    if (showUnread(form)) return;
    const isWhole = await typing.save();
    if (!isWhole) form.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }
  function saveWithKeys(event: KeyboardEvent<HTMLFormElement>): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event.currentTarget);
  }
  return (
    <Panel title={t('typing:title')} note={t('typing:note')}>
      <form
        noValidate
        onKeyDown={saveWithKeys}
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <Stack gap="sm">
          <GridFields grid={grid} />
          <PageFilters />
          <PageFilterChips />
          <Show query={query} height={420}>
            {({ rows, total }) => (
              <>
                {rows.length === 0 ? (
                  <EmptyState
                    text={t('typing:empty')}
                    action={
                      grid.byHand && (
                        <Button variant="default" onClick={() => grid.setByHand(false)}>
                          {t('typing:showAll')}
                        </Button>
                      )
                    }
                  />
                ) : (
                  <TypingGrid rows={rows} metrics={wanted} day={day} typing={typing} />
                )}
                {total > pageSize && (
                  <TablePages
                    page={page}
                    pageSize={pageSize}
                    total={total}
                    onPage={(next) => change({ page: next })}
                  />
                )}
              </>
            )}
          </Show>
          <TypingQuestions typing={typing} />
          {typing.failure && (
            <Alert color="red" variant="light" role="alert">
              {failureMessage(typing.failure)}
            </Alert>
          )}
          {typing.questions.length === 0 && <SaveBar typing={typing} />}
        </Stack>
      </form>
      <ConfirmLeave isDirty={typing.count > 0} />
    </Panel>
  );
}

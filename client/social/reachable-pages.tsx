import { Box, Button, Checkbox, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsSearch } from '../../shared/records.ts';
import type { ReachablePage } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { useDepartments } from '../app/use-departments.ts';
import { useFormat } from '../format/use-format.ts';
import { SearchField } from '../ui/search-field.tsx';
import { showFailure, showUndo } from '../ui/undo-toast.tsx';

const shownAtOnce = 50;

interface ReachablePagesProps {
  connectionId: string;
  pages: ReachablePage[];
  mayAdd: boolean;
}

function matches({ title, handle }: ReachablePage, search: string): boolean {
  return holdsSearch(`${title} ${handle}`, search);
}

/** Adds the ticked pages in one step; taken back in one step too. */
function useAddPages(connectionId: string) {
  const { t } = useTranslation('connections');
  const add = useMutation(api.social.addReachablePages.mutationOptions());
  const remove = useMutation(api.social.removePage.mutationOptions());
  return {
    isAdding: add.isPending,
    async addPages(externalIds: string[], departmentId: string | null): Promise<boolean> {
      try {
        const { added } = await add.mutateAsync({ connectionId, externalIds, departmentId });
        showUndo(t('reach.added', { count: added.length }), async () => {
          for (const at of added) await remove.mutateAsync(at);
        });
        return true;
      } catch (error) {
        showFailure(error);
        return false;
      }
    },
  };
}

function PageLine({
  page,
  mayAdd,
  isTicked,
  onTick,
}: {
  page: ReachablePage;
  mayAdd: boolean;
  isTicked: boolean;
  onTick(isTicked: boolean): void;
}) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const isThere = page.pageId !== null;
  const facts = [
    page.title === page.handle ? null : `@${page.handle.replace(/^@/, '')}`,
    page.followers !== null &&
      t('reach.followers', { count: page.followers, value: format.number(page.followers) }),
    isThere && t('reach.there'),
  ].filter(Boolean);
  const words = (
    <>
      <Text size="sm" span display="block">
        {page.title}
      </Text>
      <Text size="xs" c="dimmed" span>
        {facts.join(' · ')}
      </Text>
    </>
  );
  if (!mayAdd || isThere) {
    return (
      <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
        <Box w={20} h={20}>
          {isThere && <IconCheck size={20} stroke={1.6} aria-hidden color="var(--altavoz-good)" />}
        </Box>
        <Box>{words}</Box>
      </Group>
    );
  }
  return (
    <li>
      <Checkbox
        checked={isTicked}
        onChange={(event) => onTick(event.currentTarget.checked)}
        label={words}
      />
    </li>
  );
}

/** The pages that a connection sees: those that the list lacks can be ticked and added together. */
export function ReachablePages({ connectionId, pages, mayAdd }: ReachablePagesProps) {
  const { t } = useTranslation('connections');
  const headingId = useId();
  const departments = useDepartments();
  const [search, setSearch] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(shownAtOnce);
  const [departmentId, setDepartmentId] = useState('');
  const { addPages, isAdding } = useAddPages(connectionId);

  const found = pages.filter((page) => matches(page, search));
  const missing = found.filter(({ pageId }) => pageId === null);
  const wanted = pages.filter(
    ({ pageId, externalId }) => pageId === null && ticked.has(externalId),
  );
  const left = found.length - shown;

  function tick(ids: string[], isTicked: boolean): void {
    const next = new Set(ticked);
    for (const id of ids) {
      if (isTicked) next.add(id);
      else next.delete(id);
    }
    setTicked(next);
  }

  async function add(): Promise<void> {
    const ids = wanted.map(({ externalId }) => externalId);
    if (await addPages(ids, departmentId || null)) setTicked(new Set());
  }

  return (
    <Stack gap="sm" component="section" aria-labelledby={headingId}>
      <Title order={3} size="h5" id={headingId}>
        {t('reach.title')}
      </Title>
      {pages.length > 8 && (
        <SearchField value={search} label={t('reach.search')} onChange={setSearch} />
      )}
      {mayAdd && missing.length > 1 && (
        <Checkbox
          checked={missing.every(({ externalId }) => ticked.has(externalId))}
          onChange={(event) =>
            tick(
              missing.map(({ externalId }) => externalId),
              event.currentTarget.checked,
            )
          }
          label={t('reach.all', { count: missing.length })}
        />
      )}
      {found.length === 0 && <Text size="sm">{t('reach.noMatches')}</Text>}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {found.slice(0, shown).map((page) => (
          <PageLine
            key={page.externalId}
            page={page}
            mayAdd={mayAdd}
            isTicked={ticked.has(page.externalId)}
            onTick={(isTicked) => tick([page.externalId], isTicked)}
          />
        ))}
      </Stack>
      {left > 0 && (
        <Button variant="subtle" onClick={() => setShown(shown + shownAtOnce)}>
          {t('reach.more', { count: Math.min(left, shownAtOnce) })}
        </Button>
      )}
      {mayAdd && pages.some(({ pageId }) => pageId === null) && (
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('reach.department')}
            value={departmentId}
            onChange={(event) => setDepartmentId(event.currentTarget.value)}
            data={[{ value: '', label: t('noDepartment') }, ...departments]}
            flex={1}
            miw={200}
          />
          <Button onClick={add} loading={isAdding} disabled={wanted.length === 0}>
            {wanted.length === 0 ? t('reach.addNone') : t('reach.add', { count: wanted.length })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

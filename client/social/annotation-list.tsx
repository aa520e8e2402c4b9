import { ActionIcon, Box, Button, Group, Text } from '@mantine/core';
import { IconFlag, IconPencil } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnotationRow } from '../../shared/social/figure-rows.ts';
import { useMayDo } from '../app/self.tsx';
import type { ChartNote } from './chart-notes.ts';
import type { NamedPage } from './page-names.ts';

const AnnotationForm = lazy(() => import('./annotation-form.tsx'));

function NoteLine({
  note: { flag, annotation },
  number,
  onEdit,
}: {
  note: ChartNote;
  number: number;
  onEdit: ((annotation: AnnotationRow) => void) | undefined;
}) {
  const { t } = useTranslation('pages');
  return (
    <Group component="li" gap="xs" wrap="nowrap">
      <Text size="sm">
        <b>{number}.</b> {flag.label}
      </Text>
      {annotation && onEdit && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          className="no-print"
          aria-label={t('notes.edit', { text: annotation.text })}
          onClick={() => onEdit(annotation)}
        >
          <IconPencil size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

/** What is marked on a chart, by its numbers, and the way to add or change a note. */
export function AnnotationList({
  notes,
  pages,
}: {
  notes: readonly ChartNote[];
  pages: readonly NamedPage[];
}) {
  const { t } = useTranslation('pages');
  const mayWrite = useMayDo('admin', 'coordinator');
  const [open, setOpen] = useState<AnnotationRow | 'new'>();
  return (
    <Box mt="sm">
      {notes.length > 0 && (
        <Box component="ol" aria-label={t('notes.title')} m={0} p={0} style={{ listStyle: 'none' }}>
          {notes.map((note, index) => (
            <NoteLine
              key={note.flag.id}
              note={note}
              number={index + 1}
              onEdit={mayWrite ? setOpen : undefined}
            />
          ))}
        </Box>
      )}
      {mayWrite && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="no-print"
          leftSection={<IconFlag size={16} stroke={1.6} aria-hidden />}
          onClick={() => setOpen('new')}
        >
          {t('notes.add')}
        </Button>
      )}
      {open && (
        <Suspense>
          <AnnotationForm
            annotation={open === 'new' ? undefined : open}
            pages={pages}
            onClose={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </Box>
  );
}

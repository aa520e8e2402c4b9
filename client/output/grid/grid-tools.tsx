import { Button, Group, Text } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowBarDown,
  IconArrowForwardUp,
  IconRowRemove,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GridControl } from '../../grid/use-grid.ts';

const icon = { size: 16, stroke: 1.6 };

/** What the keys do, as buttons. */
export function GridTools({ control }: { control: GridControl }) {
  const { t } = useTranslation('grid');
  const { state, act } = control;
  const look = { variant: 'default', size: 'compact-sm' } as const;
  return (
    <Group gap="xs">
      <Button
        {...look}
        leftSection={<IconArrowBackUp {...icon} />}
        disabled={state.past.length === 0}
        onClick={() => act({ do: 'undo' })}
      >
        {t('undo')}
      </Button>
      <Button
        {...look}
        leftSection={<IconArrowForwardUp {...icon} />}
        disabled={state.future.length === 0}
        onClick={() => act({ do: 'redo' })}
      >
        {t('redo')}
      </Button>
      <Button
        {...look}
        leftSection={<IconArrowBarDown {...icon} />}
        onClick={() => act({ do: 'fillDown' })}
      >
        {t('fillDown')}
      </Button>
      <Button
        {...look}
        leftSection={<IconRowRemove {...icon} />}
        onClick={() => act({ do: 'removeRows' })}
      >
        {t('removeRows')}
      </Button>
      <Button {...look} disabled={state.rows.length === 0} onClick={() => act({ do: 'empty' })}>
        {t('empty')}
      </Button>
    </Group>
  );
}

interface GridStatusProps {
  ready: number;
  /** How many cells are wrong. */
  wrong: number;
  /** What is wrong in the active cell, in words. */
  here: string | undefined;
  onNext(): void;
}

/** How far the rows are from being saved, and what is wrong in the active cell. */
export function GridStatus({ ready, wrong, here, onNext }: GridStatusProps) {
  const { t } = useTranslation('grid');
  const all = wrong === 0 ? t(ready === 0 ? 'nothing' : 'ready', { count: ready }) : undefined;
  return (
    <Group gap="xs" mih={30}>
      <Text size="sm" role="status" c={wrong > 0 ? 'var(--mantine-color-error)' : 'dimmed'}>
        {all ?? t('wrong', { count: wrong })}
      </Text>
      {wrong > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={onNext}>
          {t('nextWrong')}
        </Button>
      )}
      {here && (
        <Text size="sm" c="var(--mantine-color-error)">
          {here}
        </Text>
      )}
    </Group>
  );
}

import { Alert, Button, Group } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthState } from '../../shared/press/review-rows.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import '../words/add-review-words.ts';

interface BannerProps {
  month: string;
  state: MonthState;
  /** Under the words: the files of the closing, or the way to the month. */
  children?: ReactNode;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Says that a month is closed, by whom and who can reopen it, or that it was reopened and why. */
export function MonthBanner({ month, state, children }: BannerProps) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { timeZone } = useToday();
  if (state.state === 'open') return null;
  const isClosed = state.state === 'closed';
  const name = capital(format.longMonth(month));
  const at = format.instant(state.at, timeZone);
  return (
    <Alert
      variant="light"
      color={isClosed ? 'accent' : 'gray'}
      icon={
        isClosed ? <IconLock stroke={1.6} aria-hidden /> : <IconLockOpen stroke={1.6} aria-hidden />
      }
      title={t(`banner.${state.state}`, { month: name })}
      data-month-banner
    >
      {isClosed
        ? t('banner.closedBy', { by: state.by, at, revision: state.revision })
        : t('banner.reopenedBy', { by: state.by, at, reason: state.reason })}
      {children}
    </Alert>
  );
}

/** The two files of a closing, as they were made. */
export function ClosedFiles({ month, revision }: { month: string; revision: number }) {
  const { t } = useTranslation('review');
  return (
    <Group gap="xs" mt="xs">
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          size="compact-sm"
          variant="default"
          component="a"
          href={`/export/closed-months/${month}/${revision}.${format}`}
          download
        >
          {t(`files.${format}`)}
        </Button>
      ))}
    </Group>
  );
}

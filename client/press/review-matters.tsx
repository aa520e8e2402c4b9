import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MonthSummary, reviewMatters } from '../../shared/press/review-rows.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { showUnread } from '../ui/show-unread.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import { figureText } from './review-figure.ts';

/** The value from which an appearance is looked at; the office sets it. */
function Threshold({ thresholdCop }: { thresholdCop: number | null }) {
  const { t } = useTranslation(['review', 'ui']);
  const [typed, setTyped] = useState(thresholdCop);
  const set = useMutation(api.press.setReviewThreshold.mutationOptions());
  async function save(): Promise<void> {
    try {
      await set.mutateAsync({ amountCop: typed });
      showDone(t('matters.thresholdSaved'));
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!showUnread(event.currentTarget)) save();
      }}
    >
      <Group align="flex-end" gap="xs">
        <NumberField
          kind="pesos"
          label={t('matters.threshold')}
          description={t('matters.thresholdHelp')}
          value={typed}
          onChange={setTyped}
        />
        <Button type="submit" variant="default" loading={set.isPending}>
          {t('ui:save')}
        </Button>
      </Group>
    </form>
  );
}

/** What of a month has to be looked at, each with the way to its appearances. */
export function ReviewMatters({
  summary,
  isClosed,
  onSee,
}: {
  summary: MonthSummary;
  isClosed: boolean;
  onSee(figure: string): void;
}) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const maySet = useMayDo('admin', 'coordinator', 'secretary');
  const value = format.money(summary.thresholdCop ?? 0);
  const found = reviewMatters.filter((matter) => summary.matters[matter] > 0);
  return (
    <Panel title={t(isClosed ? 'matters.closedTitle' : 'matters.title')}>
      <Group gap="xl" justify="space-between" align="flex-start">
        {found.length === 0 && (
          <Group gap="sm">
            <IconCircleCheck size={18} stroke={1.6} aria-hidden color="var(--altavoz-good)" />
            <Text size="sm">{t('matters.none')}</Text>
          </Group>
        )}
        <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
          {found.map((matter) => (
            <Group component="li" key={matter} gap="sm" wrap="nowrap" align="flex-start">
              <IconAlertTriangle size={18} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
              <Text size="sm">
                {t(`matters.${matter}`, { count: summary.matters[matter], value })}{' '}
                <Anchor
                  component="button"
                  type="button"
                  inherit
                  aria-label={`${t('matters.see')}: ${t(`matters.short.${matter}`)}`}
                  onClick={() => onSee(figureText('matter', matter))}
                >
                  {t('matters.see')}
                </Anchor>
              </Text>
            </Group>
          ))}
        </Stack>
        {maySet && !isClosed && (
          <Threshold key={summary.thresholdCop} thresholdCop={summary.thresholdCop} />
        )}
      </Group>
    </Panel>
  );
}

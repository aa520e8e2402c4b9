import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetPlan } from '../../../shared/imports/sheets/rows.ts';
import type { TargetId } from '../../../shared/imports/sheets/targets/list-targets.ts';
import { failureMessage } from '../../format/failure-message.ts';
import { Panel } from '../../ui/panel.tsx';
import { showUnread } from '../../ui/show-unread.ts';
import { ColumnsTable } from './columns-table.tsx';
import { HeadingLine } from './heading-line.tsx';
import { SheetDefaults, SheetQuestions } from './sheet-questions.tsx';
import { useColumnNames } from './use-column-names.ts';
import type { ReadingOfSheet, SheetChoices } from './use-sheet.ts';
import { useTargets } from './use-targets.ts';

function useSheetNames({ sheets }: SheetPlan) {
  const { t } = useTranslation('sheets');
  return sheets.map(({ name, isHidden, rows }, at) => {
    const shown = name === '' ? t('plan.onlySheet') : name;
    const full = isHidden ? t('plan.hidden', { name: shown }) : shown;
    return { value: String(at), label: t('plan.rows', { name: full, count: rows }) };
  });
}

/** Which sheet is read, as what, and where its headings stand; another choice reads it anew. */
function WhatIsRead({ plan, sheet }: { plan: SheetPlan; sheet: ReadingOfSheet }) {
  const { t } = useTranslation('sheets');
  const names = useSheetNames(plan);
  const targets = useTargets();
  const isReading = sheet.reading !== undefined;
  const [line = 1] = plan.layout.headingLines;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
      <NativeSelect
        label={t('plan.sheet')}
        value={String(plan.sheet)}
        data={names}
        disabled={isReading}
        onChange={(event) => sheet.want({ sheet: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('plan.target')}
        value={plan.targetId}
        data={targets.choices}
        disabled={isReading}
        onChange={(event) => {
          const target = event.currentTarget.value as TargetId;
          sheet.want({ sheet: plan.sheet, target });
        }}
      />
      <HeadingLine key={line} line={line} plan={plan} sheet={sheet} />
    </SimpleGrid>
  );
}

interface PlanPanelProps {
  sheet: ReadingOfSheet;
  plan: SheetPlan;
  choices: SheetChoices;
}

/** How a sheet is understood, to agree or put right before its preview. */
export function PlanPanel({ sheet, plan, choices }: PlanPanelProps) {
  const { t } = useTranslation('sheets');
  const nameOf = useColumnNames();
  const { layout, answers } = choices;
  const isAnswered = sheet.questions.every(({ ask }) => answers[ask] !== undefined);
  const isMapped = layout.columns.some(({ to }) => to !== null);
  const unworked = plan.sheets[plan.sheet]?.unworked ?? 0;
  const across = plan.target.cross?.axes.find((axis) => axis !== layout.down?.to);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!showUnread(event.currentTarget)) sheet.preview();
  }
  return (
    <Panel
      title={t('plan.title', { name: sheet.file?.name })}
      note={t(plan.isRemembered ? 'plan.remembered' : 'plan.note')}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <WhatIsRead plan={plan} sheet={sheet} />
          {unworked > 0 && (
            <Alert variant="light" color="yellow">
              {t('plan.unworked', { count: unworked })}
            </Alert>
          )}
          {layout.down && across && (
            <Text>{t('plan.cross', { down: nameOf(layout.down.to), across: nameOf(across) })}</Text>
          )}
          <ColumnsTable
            plan={plan}
            layout={layout}
            onLayout={(changed) => sheet.setChoices({ ...choices, layout: changed })}
          />
          <SheetQuestions
            plan={plan}
            questions={sheet.questions}
            choices={choices}
            onChoices={sheet.setChoices}
          />
          <SheetDefaults plan={plan} choices={choices} onChoices={sheet.setChoices} />
          {sheet.failure && (
            <Alert color="red" variant="light" role="alert">
              {failureMessage(sheet.failure)}
            </Alert>
          )}
          <Group justify="flex-end">
            {!isMapped && (
              <Text size="sm" c="dimmed">
                {t('plan.nothing')}
              </Text>
            )}
            <Button variant="default" onClick={sheet.forget}>
              {t('plan.other')}
            </Button>
            <Button
              type="submit"
              disabled={!isAnswered || !isMapped}
              loading={sheet.reading !== undefined}
            >
              {t('plan.continue')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

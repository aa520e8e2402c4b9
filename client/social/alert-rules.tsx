import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRuleRow } from '../../shared/social/alerts.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { AlertRuleForm } from './alert-rule-form.tsx';
import { useAlertWords } from './use-alert-words.ts';

function useRuleColumns(): TableColumn<AlertRuleRow>[] {
  const { t } = useTranslation('alerts');
  const format = useFormat();
  const words = useAlertWords();
  return useMemo(
    () => [
      { id: 'what', header: t('rules.what'), wrap: true, cell: words.rule },
      {
        id: 'network',
        header: t('rules.network'),
        cell: ({ network }) => (network === null ? t('rules.anyNetwork') : networkNames[network]),
      },
      {
        id: 'mail',
        header: t('rules.mail'),
        cell: ({ isMailed }) => t(isMailed ? 'rules.yes' : 'rules.no'),
      },
      {
        id: 'open',
        header: t('rules.open'),
        align: 'right',
        cell: ({ open }) => format.number(open),
        value: ({ open }) => open,
      },
    ],
    [t, format, words],
  );
}

/** How the last e-mail with alerts ended, or that none is sent; what failed stands out. */
function MailState() {
  const { t } = useTranslation('alerts');
  const format = useFormat();
  const { timeZone } = useToday();
  const { data } = useQuery(api.social.readAlertMail.queryOptions());
  if (!data) return null;
  const { isSetUp, last } = data;
  if (!last) return isSetUp ? null : <Text size="sm">{t('mail.notSetUp')}</Text>;
  const { state, alerts: count, failure } = last;
  const words = t(`mail.${state}`, {
    count,
    failure,
    at: format.instant(last.attemptedAt, timeZone),
  });
  if (state === 'sent' || state === 'sending') return <Text size="sm">{words}</Text>;
  return (
    <Alert color="red" variant="light">
      {words}
    </Alert>
  );
}

/** By which rules the office is told; those who run its pages change them. */
export function AlertRules() {
  const { t } = useTranslation('alerts');
  const mayWrite = useMayDo('admin', 'coordinator');
  const [form, setForm] = useState<{ rule?: AlertRuleRow }>();
  const query = useQuery(api.social.listAlertRules.queryOptions());
  const columns = useRuleColumns();
  const add = mayWrite && (
    <Button variant="default" onClick={() => setForm({})}>
      {t('rules.add')}
    </Button>
  );
  return (
    <Panel title={t('rules.title')} note={t('rules.note')} actions={add}>
      <Stack gap="sm">
        {mayWrite && <MailState />}
        <DataTable
          label={t('rules.title')}
          columns={columns}
          query={query}
          rows={query.data}
          rowId={(rule) => rule.id}
          onOpen={mayWrite ? (rule) => setForm({ rule }) : undefined}
          empty={{ text: t('rules.empty'), action: add }}
          skeletonRows={4}
        />
      </Stack>
      {form && <AlertRuleForm rule={form.rule} onClose={() => setForm(undefined)} />}
    </Panel>
  );
}

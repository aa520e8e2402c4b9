import { Button, Group, NativeSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileNeed, ReadOfFile } from '../../shared/imports/rows.ts';
import { type Metric, metrics } from '../../shared/social/metrics.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { Panel } from '../ui/panel.tsx';
import type { ReadingOfFile } from './use-file.ts';

/** The pages that a file may be of: those of its network, or of Meta's two where it does not say. */
function usePagesOf({ network, kind }: ReadOfFile) {
  const { data } = useQuery(api.social.listPages.queryOptions());
  const isMeta = kind === 'meta_series';
  return data
    ?.filter((page) =>
      network === null
        ? !isMeta || page.network === 'facebook' || page.network === 'instagram'
        : page.network === network,
    )
    .map((page) => ({
      value: page.id,
      label: `${page.title} (${networkNames[page.network]}, @${page.handle})`,
    }));
}

interface NeedsPanelProps {
  asked: ReadOfFile;
  file: ReadingOfFile;
}

/** What a file does not say of itself, asked before its preview is made. */
export function NeedsPanel({ asked, file }: NeedsPanelProps) {
  const { t } = useTranslation(['imports', 'social', 'ui']);
  const { day } = useToday();
  const pages = usePagesOf(asked);
  const [pageId, setPageId] = useState<string | null>(null);
  const [metric, setMetric] = useState<Metric | ''>('');
  const [fileDay, setFileDay] = useState(file.chosen?.fileDay ?? day);
  const needs: readonly FileNeed[] = asked.needs;
  const lacksPage = needs.includes('page') && pageId === null;
  const lacksMetric = needs.includes('metric') && metric === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    file.say({ pageId: pageId ?? undefined, metric: metric || undefined, fileDay });
  }
  return (
    <Panel
      title={t('imports:needs.title', { name: file.chosen?.name })}
      note={t('imports:needs.recognised', { kind: t(`imports:kinds.${asked.kind}`) })}
    >
      <form onSubmit={submit}>
        <Stack gap="md" maw={520}>
          {asked.says && <Text>{t('imports:needs.says', { says: asked.says })}</Text>}
          {needs.includes('page') && pages?.length === 0 && (
            <Text>{t('imports:needs.noPage')}</Text>
          )}
          {needs.includes('page') && pages?.length !== 0 && (
            <Select
              label={t('imports:needs.page')}
              placeholder={t('imports:needs.choose')}
              data={pages ?? []}
              value={pageId}
              onChange={setPageId}
              searchable
              limit={100}
              required
              data-autofocus
            />
          )}
          {needs.includes('metric') && (
            <NativeSelect
              label={t('imports:needs.metric')}
              required
              value={metric}
              onChange={(event) => setMetric(event.currentTarget.value as Metric | '')}
              data={[
                { value: '', label: t('imports:needs.choose') },
                ...metrics.map((value) => ({ value, label: t(`social:metrics.${value}`) })),
              ]}
            />
          )}
          {asked.kind === 'tiktok_overview' && (
            <TextInput
              type="date"
              label={t('imports:needs.day')}
              description={t('imports:needs.dayHelp')}
              max={day}
              value={fileDay}
              onChange={(event) => setFileDay(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={file.forget}>
              {t('ui:cancel')}
            </Button>
            <Button
              type="submit"
              disabled={lacksPage || lacksMetric || fileDay === ''}
              loading={file.reading !== undefined}
            >
              {t('imports:needs.continue')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

import { Button, Group, Modal, Radio, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { networkNames } from '../../shared/social/networks.ts';
import { type PullKind, pullKinds } from '../../shared/social/pull-rows.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { useOwnCapture } from './use-capture.ts';
import { usePullWords } from './use-pull-words.ts';

/** How long such a pull may take: as the last whole one did, or what one may expect. */
function HowLong({ kind, ofAll }: { kind: PullKind; ofAll: boolean }) {
  const { t } = useTranslation('pulls');
  const format = useFormat();
  const words = usePullWords();
  const { data } = useQuery(
    api.social.listPulls.queryOptions({ kind, state: 'whole', pageSize: 10 }),
  );
  const last = data?.rows.find(({ askedPage, pages }) => askedPage === null && pages > 0);
  const duration = last ? words.duration(last) : null;
  return (
    <Text size="sm" c="dimmed">
      {ofAll && last && duration !== null
        ? t('request.lastTook', { duration, pages: format.number(last.pages) })
        : t(`request.neverDone.${kind}`)}
    </Text>
  );
}

function PageSelect(props: { value: string | null; onChange(pageId: string | null): void }) {
  const { t } = useTranslation('pulls');
  const { data } = useQuery(api.social.listPages.queryOptions());
  const pages = (data ?? [])
    .filter(({ isPulled }) => isPulled)
    .map(({ id, title, network, handle }) => ({
      value: id,
      label: `${title} (${networkNames[network]}, @${handle})`,
    }));
  return (
    <Select
      label={t('request.page')}
      placeholder={t('request.allPages')}
      data={pages}
      limit={50}
      searchable
      clearable
      {...props}
    />
  );
}

function RequestPullForm({ pageId: firstPage, onClose }: { pageId?: string; onClose(): void }) {
  const { t } = useTranslation(['pulls', 'ui']);
  const capture = useOwnCapture();
  const [kind, setKind] = useState<PullKind>('daily');
  const [pageId, setPageId] = useState<string | null>(firstPage ?? null);
  async function start(): Promise<void> {
    onClose();
    await capture.start({ kind, pageId });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('request.title')}
      centered
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <Radio.Group
          label={t('request.kind')}
          value={kind}
          onChange={(value) => setKind(value as PullKind)}
        >
          <Stack gap="xs" mt="xs">
            {pullKinds.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`kinds.${value}`)}
                description={t(`request.${value}Help`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <PageSelect value={pageId} onChange={setPageId} />
        <HowLong kind={kind} ofAll={pageId === null} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button onClick={start}>{t('request.start')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Asks for a pull of what is new or of history, of one page or of all. */
export function RequestPullButton({ pageId }: { pageId?: string }) {
  const { t } = useTranslation('pulls');
  const mayPull = useMayDo('admin', 'coordinator', 'press');
  const { isUnderWay } = useOwnCapture();
  const [isOpen, form] = useDisclosure(false);
  if (!mayPull) return null;
  return (
    <>
      <Button variant="default" onClick={form.open} disabled={isUnderWay} className="no-print">
        {t('request.open')}
      </Button>
      {isOpen && <RequestPullForm pageId={pageId} onClose={form.close} />}
    </>
  );
}

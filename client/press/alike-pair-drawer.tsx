import { Anchor, Button, Drawer, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordVersion } from '../../shared/records.ts';
import { AnchorLink } from '../app/anchor-link.tsx';
import { type Answers, api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { showFailure, showUndo } from '../ui/undo-toast.tsx';

type Pair = Answers['press']['listLikeness']['rows'][number];
type Clipping = Pair['later'];

function versionOf({ id, version }: Clipping): RecordVersion {
  return { id, version };
}

/** Every way to resolve a pair, each of which can be undone. */
function useResolving(pair: Pair, onClose: () => void) {
  const { t } = useTranslation('likeness');
  const [isBusy, setBusy] = useState(false);
  const remove = useMutation(api.press.removeClipping.mutationOptions());
  const restore = useMutation(api.press.restoreClipping.mutationOptions());
  const syndicate = useMutation(api.press.markSyndicated.mutationOptions());
  const unmark = useMutation(api.press.unmarkSyndicated.mutationOptions());
  const apart = useMutation(api.press.keepApart.mutationOptions());
  const forget = useMutation(api.press.forgetApart.mutationOptions());

  async function run<Done>(
    message: string,
    action: () => Promise<Done>,
    undo: (done: Done) => Promise<unknown>,
  ): Promise<void> {
    setBusy(true);
    try {
      const done = await action();
      onClose();
      showUndo(message, () => undo(done));
    } catch (error) {
      showFailure(error);
    } finally {
      setBusy(false);
    }
  }
  const ids: [string, string] = [pair.later.id, pair.earlier.id];
  const ats = [versionOf(pair.later), versionOf(pair.earlier)];
  return {
    isBusy,
    remove: (clipping: Clipping) =>
      run(
        t('pair.removed', { title: clipping.title }),
        () => remove.mutateAsync(versionOf(clipping)),
        (at) => restore.mutateAsync(at),
      ),
    syndicate: () =>
      run(
        t('pair.syndicated'),
        () => syndicate.mutateAsync({ ats }),
        (marked) => unmark.mutateAsync({ ats: marked }),
      ),
    keepApart: () =>
      run(
        t('pair.apartDone'),
        () => apart.mutateAsync({ ids }),
        () => forget.mutateAsync({ ids }),
      ),
  };
}

function Side({ clipping, children }: { clipping: Clipping; children: ReactNode }) {
  const { t } = useTranslation(['likeness', 'press']);
  const format = useFormat();
  const { id, title, outletName, day, format: form, url, valueCop } = clipping;
  return (
    <Paper withBorder p="sm" radius="md">
      <Stack gap="xs" h="100%" justify="space-between">
        <Stack gap={4}>
          <Text fw={600}>{title}</Text>
          <Text size="sm">{t('view.place', { outlet: outletName, day: format.day(day) })}</Text>
          <Text size="sm">
            {t('pair.format')}: {t(`press:formats.${form}`)}
          </Text>
          <Text size="sm" component="div">
            {t('pair.value')}: {valueCop === null ? <Absent /> : format.money(valueCop)}
          </Text>
          {url && (
            <Anchor size="sm" href={url} target="_blank" rel="noreferrer">
              {t('pair.link')}
            </Anchor>
          )}
          <AnchorLink to="/free-press" search={{ open: id }} target="_blank" size="sm">
            {t('pair.open')}
          </AnchorLink>
        </Stack>
        {children}
      </Stack>
    </Paper>
  );
}

/** Two appearances side by side, and the ways to resolve that they look alike. */
export function AlikePairDrawer({ pair, onClose }: { pair: Pair; onClose(): void }) {
  const { t } = useTranslation(['likeness', 'ui']);
  const { isBusy, remove, syndicate, keepApart } = useResolving(pair, onClose);
  const { later, earlier, reason } = pair;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('pair.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <Text>{t(`reasons.${reason}`)}.</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {[later, earlier].map((clipping) => (
            <Side key={clipping.id} clipping={clipping}>
              <Button
                variant="default"
                disabled={isBusy}
                aria-label={`${t('pair.remove')}: ${clipping.outletName}`}
                onClick={() => remove(clipping)}
              >
                {t('pair.remove')}
              </Button>
            </Side>
          ))}
        </SimpleGrid>
        <Group justify="flex-end">
          {later.outletId !== earlier.outletId && (
            <Button
              variant="default"
              disabled={isBusy}
              title={t('pair.syndicateHelp')}
              onClick={syndicate}
            >
              {t('pair.syndicate')}
            </Button>
          )}
          <Button disabled={isBusy} onClick={keepApart}>
            {t('pair.apart')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}

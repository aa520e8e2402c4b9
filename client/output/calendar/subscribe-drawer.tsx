import {
  Button,
  CopyButton,
  Drawer,
  Group,
  MultiSelect,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarAddress } from '../../../shared/output/calendar/calendar.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import { api } from '../../app/api.ts';
import { useToday } from '../../app/self.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Show } from '../../ui/states.tsx';
import { showDone, showFailure } from '../../ui/undo-toast.tsx';
import { useKindWords } from '../use-kind-words.ts';

function AddressField({ address }: { address: string }) {
  const { t } = useTranslation('calendar');
  return (
    <Group align="flex-end" wrap="nowrap" gap="xs">
      <TextInput
        label={t('subscribe.address')}
        description={t('subscribe.addressHelp')}
        value={address}
        readOnly
        flex={1}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {t(copied ? 'subscribe.copied' : 'subscribe.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}

/** Makes, makes anew or revokes the person's own address. */
function OwnAddress({ known }: { known: CalendarAddress | null }) {
  const { t } = useTranslation('calendar');
  const { timeZone } = useToday();
  const format = useFormat();
  const words = useKindWords();
  const [kinds, setKinds] = useState<KindId[]>(known?.kinds ?? []);
  const [address, setAddress] = useState<string>();
  const create = useMutation(api.output.createCalendarAddress.mutationOptions());
  const revoke = useMutation(api.output.revokeCalendarAddress.mutationOptions());
  async function make(): Promise<void> {
    try {
      const { secret } = await create.mutateAsync({ kinds });
      setAddress(`${window.location.origin}/calendar/${secret}.ics`);
    } catch (error) {
      showFailure(error);
    }
  }
  async function takeBack(): Promise<void> {
    try {
      await revoke.mutateAsync();
      setAddress(undefined);
      showDone(t('subscribe.revoked'));
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Stack gap="md">
      <Text size="sm">{t('subscribe.text')}</Text>
      {address && <AddressField address={address} />}
      {known && !address && (
        <Text size="sm">
          {t('subscribe.has', { at: format.instant(known.createdAt, timeZone) })}
        </Text>
      )}
      <MultiSelect
        label={t('subscribe.kinds')}
        placeholder={kinds.length === 0 ? t('subscribe.allKinds') : undefined}
        data={words.choices}
        value={kinds}
        onChange={(next) => setKinds(next as KindId[])}
        searchable
        clearable
      />
      {known && (
        <Text size="sm" c="dimmed">
          {t('subscribe.againHelp')}
        </Text>
      )}
      <Group justify="flex-end">
        {known && (
          <Button variant="subtle" color="red" loading={revoke.isPending} onClick={takeBack}>
            {t('subscribe.revoke')}
          </Button>
        )}
        <Button loading={create.isPending} onClick={make}>
          {t(known ? 'subscribe.again' : 'subscribe.create')}
        </Button>
      </Group>
    </Stack>
  );
}

/** How to see the calendar in the program that a person uses. */
export function SubscribeDrawer({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['calendar', 'ui']);
  const query = useQuery(api.output.readCalendarAddress.queryOptions());
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('subscribe.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Show query={query} height={240}>
        {(known) => <OwnAddress known={known} />}
      </Show>
    </Drawer>
  );
}

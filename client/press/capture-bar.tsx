import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { failureMessage } from '../format/failure-message.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import type { RecordForm } from '../ui/use-record-form.ts';
import type { ClippingValues } from './clipping-values.ts';
import type { OutletValues } from './outlet-values.ts';
import { pastedAddresses } from './pasted-addresses.ts';
import { useOutletOptions } from './use-outlet-options.ts';
import { type ReadPage, usePageReading } from './use-page-reading.ts';
import '../words/add-capture-words.ts';

interface CaptureBarProps {
  form: RecordForm<ClippingValues>;
  onAddOutlet(start: Partial<OutletValues>): void;
  onMany(addresses: string[]): void;
  /** Tells which address is read, which may lead on to another. */
  onRead(address: string): void;
}

/** Keeps the picture of the page that was read with the other evidence. */
function PageImage({
  form,
  imageAddress,
}: {
  form: CaptureBarProps['form'];
  imageAddress: string;
}) {
  const { t } = useTranslation('capture');
  const keep = useMutation(api.press.keepPageImage.mutationOptions());
  async function keepImage(): Promise<void> {
    try {
      const file = await keep.mutateAsync({ imageAddress });
      form.fields.setFieldValue('evidence', (before) => [
        ...before.filter(({ id }) => id !== file.id),
        file,
      ]);
      showDone(t('page.imageKept'));
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={keep.isPending}
      disabled={keep.isSuccess}
      onClick={keepImage}
    >
      {t('page.image')}
    </Button>
  );
}

/** What came of reading the page, and what to do next. */
function ReadNotice({
  form,
  page,
  onAddOutlet,
}: Pick<CaptureBarProps, 'form' | 'onAddOutlet'> & { page: ReadPage }) {
  const { t } = useTranslation('capture');
  const { facts, domain, finalAddress } = page;
  const name = facts.siteName ?? domain;
  const isOutletMissing = page.outlet === null && form.fields.values.outletId === null;
  return (
    <Alert color="gray" variant="light" role="status">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{facts.title ? t('page.done') : t('page.noFacts')}</Text>
        {isOutletMissing && (
          <Group gap="xs">
            <Text size="sm">{t('page.noOutlet', { domain })}</Text>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() =>
                onAddOutlet({
                  name,
                  medium: 'digital',
                  website: new URL(finalAddress).origin,
                  domains: [domain],
                })
              }
            >
              {t('page.addOutlet', { name })}
            </Button>
          </Group>
        )}
        {facts.imageAddress && <PageImage form={form} imageAddress={facts.imageAddress} />}
      </Stack>
    </Alert>
  );
}

/** Where one pastes the address of a piece, or of several, so that its page fills in the form. */
export function CaptureBar({ form, onAddOutlet, onMany, onRead }: CaptureBarProps) {
  const { t } = useTranslation('capture');
  const { outlets } = useOutletOptions();
  const reading = usePageReading(form, outlets);
  const { page, failure, isReading } = reading;
  const [typed, setTyped] = useState('');

  function read(address: string): void {
    onRead(address);
    reading.read(address);
  }

  function take(text: string): boolean {
    const addresses = pastedAddresses(text);
    const [only, ...others] = addresses;
    if (only === undefined) return false;
    if (others.length > 0) onMany(addresses);
    else read(only);
    return true;
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>): void {
    const text = event.clipboardData.getData('text');
    if (!take(text)) return;
    event.preventDefault();
    setTyped(pastedAddresses(text)[0] ?? '');
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter' || typed.trim() === '') return;
    // Enter reads here; it saves everywhere else in the form.
    event.preventDefault();
    if (!take(typed)) read(typed.trim());
  }

  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          type="url"
          label={t('page.label')}
          description={t('page.help')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          flex={1}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          error={failure && failureMessage(failure)}
        />
      </Group>
      {typed.trim() !== '' && !page && (
        <Button
          variant="default"
          size="compact-md"
          w="fit-content"
          loading={isReading}
          onClick={() => take(typed) || read(typed.trim())}
        >
          {t('page.read')}
        </Button>
      )}
      {page && <ReadNotice form={form} page={page} onAddOutlet={onAddOutlet} />}
    </Stack>
  );
}

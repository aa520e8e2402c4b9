import {
  Accordion,
  Anchor,
  NativeSelect,
  PasswordInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CredentialField,
  credentialRules,
  needsNoCredential,
} from '../../shared/social/credentials.ts';
import { networkNames } from '../../shared/social/networks.ts';
import type { ConnectionRow } from '../../shared/social/rows.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { ConnectionGuide } from './connection-guide.tsx';
import { networkChoices } from './page-filters.tsx';
import { type ConnectionForm as Form, useConnectionForm } from './use-connection-form.ts';
import { XCostEstimate } from './x-cost.tsx';

interface ConnectionFormProps {
  /** The connection to change; absent for a new one. */
  connection?: ConnectionRow;
  onClose(): void;
  onSaved(connectionId: string): void;
}

const below: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

const fieldNames = ['accessToken', 'apiKey', 'refreshToken', 'clientId', 'clientSecret'] as const;

/** One thing to paste; what is stored of it is not shown, only that it is there. */
function SecretField({
  field,
  form,
  connection,
}: {
  field: CredentialField;
  form: Form;
  connection: ConnectionRow | undefined;
}) {
  const { t } = useTranslation(['connections', 'ui']);
  const name = fieldNames.find((known) => known === field.name) ?? 'accessToken';
  const label = t(`fields.${name}`);
  const isStored = connection?.storedFields.includes(field.name) ?? false;
  const moves = form.fields.values.baseUrl.trim() !== (connection?.baseUrl ?? '');
  const stored = isStored && t(moves ? 'again' : 'keep');
  const input = form.fields.getInputProps(`secret.${field.name}`);
  return (
    <PasswordInput
      label={field.isOptional ? t('optional', { field: label }) : label}
      description={stored || undefined}
      inputWrapperOrder={below}
      required={!field.isOptional && (!isStored || moves)}
      autoComplete="off"
      spellCheck={false}
      visibilityToggleButtonProps={{ 'aria-label': t('show') }}
      aria-invalid={input.error ? true : undefined}
      {...input}
    />
  );
}

function AddressField({ form }: { form: Form }) {
  const { t } = useTranslation('connections');
  const { network, baseUrl } = form.fields.values;
  const isPublic = needsNoCredential(network);
  const [isOpen, setOpen] = useState(baseUrl !== '');
  if (!isPublic && !isOpen) {
    return (
      <Anchor component="button" type="button" size="sm" ta="start" onClick={() => setOpen(true)}>
        {t('otherAddress')}
      </Anchor>
    );
  }
  const help = network === 'mastodon' || network === 'bluesky' ? network : 'other';
  return (
    <TextInput
      label={t('server')}
      description={t(`serverHelp.${help}`)}
      inputWrapperOrder={below}
      type="url"
      inputMode="url"
      placeholder="https://"
      {...form.fields.getInputProps('baseUrl')}
    />
  );
}

function Guide({ form, isNew }: { form: Form; isNew: boolean }) {
  const { t } = useTranslation('connections');
  const { network } = form.fields.values;
  return (
    <Accordion variant="contained" defaultValue={isNew ? 'guide' : null}>
      <Accordion.Item value="guide">
        <Accordion.Control>
          <Text size="sm" fw={600}>
            {t(needsNoCredential(network) ? 'guidePublic' : 'guide')}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <ConnectionGuide network={network} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

/** How a network is connected: what to do to get its key, where to paste it, and the trial once it is saved. */
export function ConnectionForm({ connection, onClose, onSaved }: ConnectionFormProps) {
  const { t } = useTranslation('connections');
  const { timeZone } = useToday();
  const form = useConnectionForm(connection, onSaved);
  const { getInputProps, values } = form.fields;
  const { fields } = credentialRules[values.network];
  return (
    <DrawerForm
      title={connection ? t('edit', { network: networkNames[connection.network] }) : t('connect')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      submitLabel={t('saveAndTry')}
      size="lg"
    >
      {!connection && (
        <NativeSelect
          label={t('network')}
          data={networkChoices}
          data-autofocus
          {...getInputProps('network')}
        />
      )}
      <Guide key={values.network} form={form} isNew={!connection} />
      {fields.map((field) => (
        <SecretField key={field.name} field={field} form={form} connection={connection} />
      ))}
      {fields.some(({ name }) => name === 'refreshToken') && (
        <Text size="xs" c="dimmed">
          {t('renewalHelp')}
        </Text>
      )}
      {values.network === 'linkedin' && (
        <TextInput
          type="date"
          label={t('optional', { field: t('expiresOn') })}
          description={t('expiresOnHelp')}
          inputWrapperOrder={below}
          {...getInputProps('expiresOn')}
        />
      )}
      <AddressField form={form} />
      <TextInput
        label={t('optional', { field: t('label') })}
        description={t('labelHelp')}
        inputWrapperOrder={below}
        {...getInputProps('label')}
      />
      {values.network === 'x' && (
        <Stack gap="xs">
          <XCostEstimate accounts={connection?.pages ?? 1} />
        </Stack>
      )}
    </DrawerForm>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { needsNoCredential } from '../../shared/social/credentials.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import { api } from '../app/api.ts';

interface PageSourceProps {
  network: NetworkId;
  /** What ties a field of the form to an input. */
  getInputProps(name: 'baseUrl' | 'connectionId'): object;
}

/** Where a page is read from: its own server, or one of several connections with its network. */
export function PageSource({ network, getInputProps }: PageSourceProps) {
  const { t } = useTranslation('social');
  const { data = [] } = useQuery(api.social.listConnections.queryOptions());
  if (needsNoCredential(network)) {
    return (
      <TextInput
        type="url"
        label={t('page.server')}
        description={t(`page.serverHelp.${network === 'mastodon' ? 'mastodon' : 'bluesky'}`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={network === 'mastodon' ? 'https://mastodon.social' : undefined}
        {...getInputProps('baseUrl')}
      />
    );
  }
  const connections = data.filter((connection) => connection.network === network);
  if (connections.length < 2) return null;
  const choices = connections.map(({ id, label }, index) => ({
    value: id,
    label: label || t('page.connectionNumber', { number: index + 1 }),
  }));
  return (
    <NativeSelect
      label={t('page.connection')}
      data={[{ value: '', label: t('page.firstConnection') }, ...choices]}
      {...getInputProps('connectionId')}
    />
  );
}

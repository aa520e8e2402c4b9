import { Alert, Button, Divider, Drawer, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { needsNoCredential } from '../../shared/social/credentials.ts';
import { networkNames } from '../../shared/social/networks.ts';
import type { ConnectionRow } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { showFailure, showUndo } from '../ui/undo-toast.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { ConnectionEnd } from './connection-end.tsx';
import { ConnectionState } from './connection-state.tsx';
import { ConnectionTrial } from './connection-trial.tsx';
import { NetworkMark } from './network-mark.tsx';
import { useNetworkFailureWords } from './use-failure-words.ts';
import { useTrial } from './use-trial.ts';
import { XCostEstimate } from './x-cost.tsx';

interface ConnectionDrawerProps {
  connection: ConnectionRow;
  onClose(): void;
  onEdit(): void;
}

function useRemove({ connection, onClose }: ConnectionDrawerProps) {
  const { t } = useTranslation('connections');
  const remove = useMutation(api.social.removeConnection.mutationOptions());
  const restore = useMutation(api.social.restoreConnection.mutationOptions());
  const removeConnection = async () => {
    const { id, version, network } = connection;
    try {
      const at = await remove.mutateAsync({ id, version });
      showUndo(t('removed', { network: networkNames[network] }), () => restore.mutateAsync(at));
      onClose();
    } catch (error) {
      showFailure(error);
    }
  };
  return { removeConnection, isRemoved: remove.isPending || remove.isSuccess };
}

function Facts({ connection }: { connection: ConnectionRow }) {
  const { t } = useTranslation('connections');
  const { network, label, baseUrl } = connection;
  return (
    <Stack gap="xs">
      <Group gap="lg">
        <NetworkMark network={network} />
        <ConnectionState connection={connection} />
      </Group>
      {label !== '' && <Text size="sm">{label}</Text>}
      {baseUrl !== null && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {baseUrl}
        </Text>
      )}
      {!needsNoCredential(network) && (
        <Group gap="xs" align="flex-start">
          <Text size="sm">{t('expires')}:</Text>
          <ConnectionEnd connection={connection} />
        </Group>
      )}
    </Stack>
  );
}

/** A connection: how it fares, its trial, the pages it sees, and its key to replace. */
export function ConnectionDrawer(props: ConnectionDrawerProps) {
  const { connection, onClose, onEdit } = props;
  const { t } = useTranslation(['connections', 'ui']);
  const inWords = useNetworkFailureWords();
  const mayChange = useMayDo('admin');
  const { removeConnection, isRemoved } = useRemove(props);
  const trial = useTrial(connection.id, isRemoved);
  // What the last trial says is said below; a pull may have found out since.
  const result = trial.query.data?.result;
  const lacks = connection.status === 'lacking' && (result?.missingPermissions ?? []).length > 0;
  const isOfTrial = trial.isUnderWay || Boolean(result?.failure) || lacks;
  useFocusBack();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={`${t('one')} · ${networkNames[connection.network]}`}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <Facts connection={connection} />
        {connection.failure && !isOfTrial && (
          <Alert color="red" variant="light">
            {inWords(connection.failure)}
          </Alert>
        )}
        {mayChange && (
          <Group>
            <Button variant="default" onClick={onEdit}>
              {t('replace')}
            </Button>
            <Button variant="subtle" color="red" onClick={removeConnection}>
              {t('ui:remove')}
            </Button>
          </Group>
        )}
        <Divider />
        <ConnectionTrial connection={connection} trial={trial} />
        {connection.network === 'x' && (
          <>
            <Divider />
            <XCostEstimate accounts={connection.pages} />
          </>
        )}
      </Stack>
    </Drawer>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { credentialRules } from '../../shared/social/credentials.ts';
import { type NetworkId, networkNames } from '../../shared/social/networks.ts';
import type { ConnectionRow } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';

type ConnectionValues = {
  network: NetworkId;
  label: string;
  baseUrl: string;
  /** As typed; empty while nobody did. */
  expiresOn: string;
  /** What is pasted, by the names of all networks' fields; never what is stored. */
  secret: Record<string, string>;
};

function valuesOf(connection: ConnectionRow | undefined): ConnectionValues {
  const names = Object.values(credentialRules).flatMap(({ fields }) =>
    fields.map(({ name }) => name),
  );
  return {
    network: connection?.network ?? 'facebook',
    label: connection?.label ?? '',
    baseUrl: connection?.baseUrl ?? '',
    expiresOn: '',
    secret: Object.fromEntries(names.map((name) => [name, ''])),
  };
}

/** What was pasted in the fields that the network has. */
function secretOf({ network, secret }: ConnectionValues): Record<string, string> {
  const given = credentialRules[network].fields.map(({ name }) => [name, secret[name] ?? '']);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** The form of a connection; once it is saved, it is tried. */
export function useConnectionForm(
  connection: ConnectionRow | undefined,
  onSaved: (connectionId: string) => void,
) {
  const { t } = useTranslation('connections');
  const create = useMutation(api.social.createConnection.mutationOptions());
  const update = useMutation(api.social.updateConnection.mutationOptions());
  const request = useMutation(api.social.requestCheck.mutationOptions());
  const saved = { id: connection?.id };
  return useRecordForm({
    initialValues: valuesOf(connection),
    async save(values, overVersion) {
      const { network, label, baseUrl } = values;
      const fields = {
        network,
        label,
        baseUrl: baseUrl.trim() || null,
        expiresOn: (network === 'linkedin' && values.expiresOn) || null,
        secret: secretOf(values),
      };
      if (connection) {
        const { id, version } = connection;
        await update.mutateAsync({ at: { id, version: overVersion ?? version }, fields });
      } else {
        saved.id = (await create.mutateAsync(fields)).id;
      }
      showDone(t('saved', { network: networkNames[network] }));
      // It is saved all the same: the trial can be asked for again.
      await request.mutateAsync({ connectionId: saved.id ?? '' }).catch(showFailure);
    },
    onSaved() {
      if (saved.id !== undefined) onSaved(saved.id);
    },
  });
}

export type ConnectionForm = ReturnType<typeof useConnectionForm>;

import { Checkbox, PasswordInput, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../shared/accounts/roles.ts';
import { type Answers, api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { type RecordForm, useRecordForm } from '../ui/use-record-form.ts';
import { AccountCalendar } from './account-calendar.tsx';

export type Account = Answers['accounts']['listAccounts'][number];

interface AccountValues extends Record<string, unknown> {
  name: string;
  email: string;
  role: Role;
  active: boolean;
  password: string;
}

function valuesOf(account: Account | undefined): AccountValues {
  const { name = '', email = '', role = 'viewer', active = true } = account ?? {};
  return { name, email, role, active, password: '' };
}

function useAccountForm(account: Account | undefined, onClose: () => void) {
  const { t } = useTranslation('admin');
  const add = useMutation(api.accounts.addAccount.mutationOptions());
  const change = useMutation(api.accounts.changeAccount.mutationOptions());
  return useRecordForm<AccountValues>({
    initialValues: valuesOf(account),
    save: ({ name, email, role, active, password }) =>
      account
        ? change.mutateAsync({
            id: account.id,
            name,
            role,
            active,
            password: password || undefined,
          })
        : add.mutateAsync({ name, email, role, password }),
    onSaved() {
      showDone(t(account ? 'accounts.saved' : 'accounts.added', { name: account?.name ?? '' }));
      onClose();
    },
  });
}

function RoleSelect({ form }: { form: RecordForm<AccountValues> }) {
  const { t } = useTranslation(['admin', 'entrance']);
  return (
    <Select
      label={t('accounts.role')}
      data={roles.map((role) => ({ value: role, label: t(`entrance:roles.${role}`) }))}
      allowDeselect={false}
      {...form.fields.getInputProps('role')}
    />
  );
}

/** Who may sign in and as what; a new account gets its first password here. */
export function AccountForm({ account, onClose }: { account?: Account; onClose(): void }) {
  const { t } = useTranslation('admin');
  const { timeZone } = useToday();
  const form = useAccountForm(account, onClose);
  const { getInputProps } = form.fields;
  return (
    <DrawerForm
      title={t(account ? 'accounts.edit' : 'accounts.add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
    >
      <TextInput
        label={t('accounts.name')}
        required
        data-autofocus
        autoComplete="off"
        {...getInputProps('name')}
      />
      <TextInput
        label={t('accounts.email')}
        type="email"
        required
        disabled={account !== undefined}
        autoComplete="off"
        {...getInputProps('email')}
      />
      <RoleSelect form={form} />
      <PasswordInput
        label={t(account ? 'accounts.newPassword' : 'accounts.password')}
        description={t(account ? 'accounts.newPasswordHelp' : 'accounts.passwordHelp')}
        required={account === undefined}
        autoComplete="new-password"
        {...getInputProps('password')}
      />
      {account && (
        <Checkbox
          label={t('accounts.active')}
          description={t('accounts.activeHelp')}
          {...getInputProps('active', { type: 'checkbox' })}
        />
      )}
      {account && <AccountCalendar account={account} />}
    </DrawerForm>
  );
}

import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NetworkId } from '../../shared/social/networks.ts';
import { readPageAddress } from '../../shared/social/page-address.ts';
import type { PageRow } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useDepartments } from '../app/use-departments.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showDone, showFailure, showUndo } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { networkChoices } from './page-filters.tsx';
import { PageNews } from './page-news.tsx';
import { PageSource } from './page-source.tsx';

interface PageFormProps {
  /** The page to change; absent for a new one. */
  page?: PageRow;
  onClose(): void;
}

type PageValues = {
  network: NetworkId;
  handle: string;
  title: string;
  departmentId: string;
  isMain: boolean;
  isPulled: boolean;
  connectionId: string;
  baseUrl: string;
};

function valuesOf(page: PageRow | undefined): PageValues {
  return {
    network: page?.network ?? 'facebook',
    handle: page?.handle ?? '',
    title: page?.title ?? '',
    departmentId: page?.departmentId ?? '',
    isMain: page?.isMain ?? false,
    isPulled: page?.isPulled ?? true,
    connectionId: page?.connectionId ?? '',
    baseUrl: page?.baseUrl ?? '',
  };
}

/** The network's identifier stays with the account: another network or handle is another account. */
function externalIdOf(page: PageRow | undefined, values: PageValues): string | null {
  const isSame =
    page?.network === values.network &&
    page.handle.toLowerCase() === values.handle.trim().replace(/^@/, '').toLowerCase();
  return isSame ? page.externalId : null;
}

function usePageForm({ page, onClose }: PageFormProps) {
  const { t } = useTranslation('social');
  const create = useMutation(api.social.createPage.mutationOptions());
  const update = useMutation(api.social.updatePage.mutationOptions());
  const remove = useMutation(api.social.removePage.mutationOptions());
  return useRecordForm({
    initialValues: valuesOf(page),
    async save(values, overVersion) {
      const fields = {
        ...values,
        departmentId: values.departmentId || null,
        externalId: externalIdOf(page, values),
        connectionId: values.connectionId || null,
        baseUrl: values.baseUrl.trim() || null,
      };
      if (page) {
        const version = overVersion ?? page.version;
        await update.mutateAsync({ at: { id: page.id, version }, fields });
        return showDone(t('page.saved'));
      }
      const at = await create.mutateAsync(fields);
      showUndo(t('page.added', { title: values.title }), () => remove.mutateAsync(at));
    },
    onSaved: onClose,
  });
}

function useRemovePage(): (page: PageRow) => Promise<boolean> {
  const { t } = useTranslation('social');
  const remove = useMutation(api.social.removePage.mutationOptions());
  const restore = useMutation(api.social.restorePage.mutationOptions());
  return async ({ id, version, title }) => {
    try {
      const at = await remove.mutateAsync({ id, version });
      showUndo(t('page.removed', { title }), () => restore.mutateAsync(at));
      return true;
    } catch (error) {
      showFailure(error);
      return false;
    }
  };
}

/** A page: added, changed or removed. */
export function PageForm(props: PageFormProps) {
  const { page, onClose } = props;
  const { t } = useTranslation(['social', 'ui']);
  const { timeZone } = useToday();
  const departments = useDepartments(
    page && { departmentId: page.departmentId, departmentName: page.department },
  );
  const form = usePageForm(props);
  const removePage = useRemovePage();
  const { getInputProps } = form.fields;
  const handleInput = getInputProps('handle');
  // A pasted address says on which network, and on which server, the page is.
  const takeAddress = (text: string) => {
    const named = readPageAddress(text);
    if (named === null) return;
    const { network, handle, baseUrl } = named;
    form.fields.setValues({ network, handle, connectionId: '', baseUrl: baseUrl ?? '' });
  };
  return (
    <DrawerForm
      title={t(page ? 'page.edit' : 'page.add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={
        page && (
          <Button
            variant="subtle"
            color="red"
            mr="auto"
            onClick={async () => (await removePage(page)) && onClose()}
          >
            {t('ui:remove')}
          </Button>
        )
      }
    >
      <NativeSelect
        label={t('page.network')}
        data={networkChoices}
        data-autofocus
        {...getInputProps('network')}
        onChange={({ currentTarget }) => {
          // Another network has other servers and connections.
          const network = currentTarget.value as NetworkId;
          form.fields.setValues({ network, connectionId: '', baseUrl: '' });
        }}
      />
      <TextInput
        label={t('page.handle')}
        description={t('page.handleHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        {...handleInput}
        onBlur={(event) => {
          handleInput.onBlur?.(event);
          takeAddress(event.currentTarget.value);
        }}
      />
      {page && <PageNews page={page} />}
      <PageSource network={form.fields.values.network} getInputProps={getInputProps} />
      <TextInput label={t('page.title')} required {...getInputProps('title')} />
      <NativeSelect
        label={t('page.department')}
        data={[{ value: '', label: t('page.noDepartment') }, ...departments]}
        {...getInputProps('departmentId')}
      />
      <Checkbox label={t('page.isMain')} {...getInputProps('isMain', { type: 'checkbox' })} />
      <Checkbox
        label={t('page.isPulled')}
        description={t('page.isPulledHelp')}
        {...getInputProps('isPulled', { type: 'checkbox' })}
      />
    </DrawerForm>
  );
}

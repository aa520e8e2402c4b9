import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { useMayDo } from '../app/self.tsx';
import { AccountsView } from './accounts-view.tsx';
import { adminViews } from './admin-search.ts';
import { DepartmentsView } from './departments-view.tsx';
import { useAdminSearch } from './use-admin-search.ts';

/** *Administración*: the entity's departments and, for administrators, who may sign in. */
export function AdminPage() {
  const { t } = useTranslation('admin');
  const isAdministrator = useMayDo('admin');
  const [{ view = 'departments' }, change] = useAdminSearch();
  const views = adminViews.filter((one) => one !== 'accounts' || isAdministrator);
  const shown = views.find((one) => one === view) ?? 'departments';
  return (
    <Page title={t('title')} period="none">
      <Tabs
        value={shown}
        onChange={(name) =>
          change({
            view: views.find((one) => one === name),
            search: undefined,
            removed: undefined,
          })
        }
      >
        <Tabs.List aria-label={t('views.label')} mb="md">
          {views.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`views.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown}>
          {shown === 'departments' ? <DepartmentsView /> : <AccountsView />}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

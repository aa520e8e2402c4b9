import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { useMayDo } from '../app/self.tsx';
import { ViewTabs } from '../ui/view-tabs.tsx';
import { AccountsView } from './accounts-view.tsx';
import { adminViews } from './admin-search.ts';
import { DepartmentsView } from './departments-view.tsx';
import { useAdminSearch } from './use-admin-search.ts';

const ImportsView = lazy(() => import('../imports/imports-view.tsx'));

const SheetsView = lazy(() => import('../imports/sheets/sheets-view.tsx'));

const viewParts = {
  departments: DepartmentsView,
  accounts: AccountsView,
  imports: ImportsView,
  sheets: SheetsView,
};

/**
 * *Administración*: the entity's departments, imports and, for administrators, who may sign in; for the
 * press team, its spreadsheets alone.
 */
export function AdminPage() {
  const { t } = useTranslation('admin');
  const isAdministrator = useMayDo('admin');
  const [{ view = 'departments' }, change] = useAdminSearch();
  const isOfOffice = useMayDo('admin', 'coordinator');
  const mayImportSheets = useMayDo('admin', 'coordinator', 'press');
  const isOffered = {
    departments: isOfOffice || !mayImportSheets,
    accounts: isAdministrator,
    imports: isOfOffice,
    sheets: mayImportSheets,
  };
  const views = adminViews.filter((one) => isOffered[one]);
  const shown = views.find((one) => one === view) ?? views[0] ?? 'departments';
  const View = viewParts[shown];
  return (
    <Page title={t('title')} period="none">
      <ViewTabs
        label={t('views.label')}
        views={views.map((one) => ({ view: one, label: t(`views.${one}`) }))}
        view={shown}
        onView={(next) =>
          change({ view: next, search: undefined, removed: undefined, open: undefined })
        }
      >
        <View />
      </ViewTabs>
    </Page>
  );
}

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { useMayDo } from '../app/self.tsx';
import { ViewTabs } from '../ui/view-tabs.tsx';
import { indicatorViews, useIndicatorsSearch } from './indicators-search.ts';
import { IndicatorsView } from './indicators-view.tsx';
import '../words/add-indicators-words.ts';

const TablesView = lazy(() => import('./tables/tables-view.tsx'));
const views = { indicators: IndicatorsView, tables: TablesView };

/** *Indicadores*: what the plans ask of each year and what was reached of it. */
export function IndicatorsPage() {
  const { t } = useTranslation('indicators');
  const mayWrite = useMayDo('admin', 'coordinator');
  const [{ view = 'indicators' }, change] = useIndicatorsSearch();
  const View = views[view];
  const isIndicators = view === 'indicators';
  return (
    <Page
      title={t('title')}
      description={t('description')}
      period={isIndicators ? 'months' : 'none'}
      action={
        mayWrite &&
        isIndicators && (
          <Button
            leftSection={<IconPlus size={18} stroke={1.6} />}
            onClick={() => change({ open: 'new' })}
          >
            {t('add')}
          </Button>
        )
      }
    >
      <ViewTabs
        label={t('views.label')}
        views={indicatorViews.map((one) => ({ view: one, label: t(`views.${one}`) }))}
        view={view}
        onView={(next) =>
          change({
            view: next,
            search: undefined,
            open: undefined,
            table: undefined,
            period: undefined,
          })
        }
      >
        <View />
      </ViewTabs>
    </Page>
  );
}

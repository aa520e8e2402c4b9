import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { useMayDo } from '../app/self.tsx';
import { ViewTabs } from '../ui/view-tabs.tsx';
import { indicatorViews, useIndicatorsSearch } from './indicators-search.ts';
import { IndicatorsView } from './indicators-view.tsx';
import '../words/add-indicators-words.ts';

const views = { indicators: IndicatorsView };
const offered = indicatorViews.filter((view): view is keyof typeof views => view in views);

/** *Indicadores*: what the plans ask of each year and what was reached of it. */
export function IndicatorsPage() {
  const { t } = useTranslation('indicators');
  const mayWrite = useMayDo('admin', 'coordinator');
  const [{ view = 'indicators' }, change] = useIndicatorsSearch();
  const shown = offered.find((one) => one === view) ?? 'indicators';
  const View = views[shown];
  const isIndicators = shown === 'indicators';
  return (
    <Page
      title={t('title')}
      description={t('description')}
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
        views={offered.map((one) => ({ view: one, label: t(`views.${one}`) }))}
        view={shown}
        onView={(next) =>
          change({ view: next, search: undefined, open: undefined, table: undefined })
        }
      >
        <View />
      </ViewTabs>
    </Page>
  );
}

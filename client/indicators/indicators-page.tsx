import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { useMayDo } from '../app/self.tsx';
import { LoadingState } from '../ui/states.tsx';
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
      <Tabs
        value={shown}
        onChange={(name) =>
          change({
            view: offered.find((one) => one === name),
            search: undefined,
            open: undefined,
            table: undefined,
          })
        }
      >
        <Tabs.List aria-label={t('views.label')} mb="md">
          {offered.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`views.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown}>
          <Suspense fallback={<LoadingState height={400} />}>
            <View />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

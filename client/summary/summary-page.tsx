import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';

export function SummaryPage() {
  const { t } = useTranslation('summary');
  return <Page title={t('title')} />;
}

import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';

export function OutputPage() {
  const { t } = useTranslation('output');
  return <Page title={t('title')} />;
}

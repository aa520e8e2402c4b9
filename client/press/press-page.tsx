import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';

export function PressPage() {
  const { t } = useTranslation('press');
  return <Page title={t('title')} />;
}

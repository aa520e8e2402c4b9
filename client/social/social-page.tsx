import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';

export function SocialPage() {
  const { t } = useTranslation('social');
  return <Page title={t('title')} />;
}

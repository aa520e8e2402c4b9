import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';

export function AdminPage() {
  const { t } = useTranslation('admin');
  return <Page title={t('title')} period="none" />;
}

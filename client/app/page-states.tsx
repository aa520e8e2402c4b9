import { Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** An address that no page has. */
export function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <Stack align="flex-start" maw={480}>
      <Title order={1}>{t('notFoundTitle')}</Title>
      <Text>{t('notFoundText')}</Text>
      <Button component={Link} to="/">
        {t('goHome')}
      </Button>
    </Stack>
  );
}

/** A page that threw; the rest of the program goes on. */
export function BrokenPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation('app');
  return (
    <Stack align="flex-start" maw={480} role="alert">
      <Title order={1}>{t('brokenTitle')}</Title>
      <Text>{t('brokenText')}</Text>
      <Text size="sm" c="dimmed">
        {error instanceof Error ? error.message : String(error)}
      </Text>
      <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
    </Stack>
  );
}

/** While the code of a page comes. */
export function PageLoading() {
  const { t } = useTranslation('ui');
  return (
    <Center mih={320} role="status" aria-label={t('loading')}>
      <Loader color="gray" />
    </Center>
  );
}

import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ClientFailure, failureMessage } from '../format/failure-message.ts';

/** What is shown when the server does not answer at the start. */
export function UnreachablePage({ failure, retry }: { failure: ClientFailure; retry(): void }) {
  const { t } = useTranslation('failures');
  return (
    <Center mih="100dvh" component="main" p="md">
      <Stack maw={420} align="flex-start" role="alert">
        <Title order={1}>{t('title')}</Title>
        <Text>{failureMessage(failure)}</Text>
        <Button onClick={retry}>{t('retry')}</Button>
      </Stack>
    </Center>
  );
}

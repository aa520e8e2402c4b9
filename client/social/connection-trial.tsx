import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { networkNames } from '../../shared/social/networks.ts';
import type { ConnectionCheck, ConnectionRow } from '../../shared/social/rows.ts';
import { AnchorLink } from '../app/anchor-link.tsx';
import { useMayDo, useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Show } from '../ui/states.tsx';
import { ReachablePages } from './reachable-pages.tsx';
import { useNetworkFailureWords } from './use-failure-words.ts';
import type { Trial } from './use-trial.ts';

/** A trial that waits longer than this has probably nobody to make it. */
const slowAfterSeconds = 15;

function UnderWay({ network }: Pick<ConnectionRow, 'network'>) {
  const { t } = useTranslation('connections');
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Alert variant="light">
      <Stack gap={6}>
        <Text size="sm" role="status">
          {seconds >= slowAfterSeconds
            ? t('trial.slow')
            : t('trial.running', { network: networkNames[network], seconds })}
        </Text>
        <Progress value={100} animated aria-label={t('trial.progress')} />
      </Stack>
    </Alert>
  );
}

type Result = NonNullable<ConnectionCheck['result']>;

function Works({ network, result }: { network: ConnectionRow['network']; result: Result }) {
  const { t } = useTranslation(['connections', 'social']);
  const { pages, missingPermissions } = result;
  const isAny = ['x', 'youtube', 'mastodon', 'bluesky'].includes(network);
  const sees =
    pages.length > 0
      ? t('trial.sees', { count: pages.length })
      : t(isAny ? 'trial.seesAny' : 'trial.seesNone', { network: networkNames[network] });
  const isPartial = missingPermissions.length > 0;
  const Icon = isPartial ? IconAlertTriangle : IconCircleCheck;
  const color = isPartial ? 'var(--mantine-color-error)' : 'var(--altavoz-good)';
  return (
    <Group gap={8} wrap="nowrap" align="flex-start" role="status">
      <Icon size={20} stroke={1.6} aria-hidden color={color} style={{ flexShrink: 0 }} />
      <Stack gap="xs">
        <Text size="sm">
          <Text span fw={600} inherit>
            {t(isPartial ? 'trial.worksPartly' : 'trial.works')}
            {pages.length > 0 ? ':' : '.'}
          </Text>{' '}
          {sees}{' '}
          {isAny && (
            <AnchorLink to="/redes" search={{ view: 'pages' }} inherit>
              {t('trial.goToPages')}
            </AnchorLink>
          )}
        </Text>
        {isPartial && (
          <Text size="sm">
            {t('trial.missing', { permissions: missingPermissions.join(', ') })}{' '}
            {t('social:health.acts.permit')}
          </Text>
        )}
      </Stack>
    </Group>
  );
}

function Fails({ failure }: { failure: NonNullable<Result['failure']> }) {
  const { t } = useTranslation('connections');
  const inWords = useNetworkFailureWords();
  return (
    <Alert color="red" variant="light" role="alert" title={t('trial.fails')}>
      {inWords(failure)}
    </Alert>
  );
}

function Outcome({ connection, check }: { connection: ConnectionRow; check: ConnectionCheck }) {
  const { t } = useTranslation('connections');
  const { timeZone } = useToday();
  const format = useFormat();
  const mayAdd = useMayDo('admin', 'coordinator');
  const { result, checkedAt } = check;
  if (check.status === 'asked') return <UnderWay network={connection.network} />;
  if (!result || checkedAt === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('trial.none')}
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      {result.failure ? (
        <Fails failure={result.failure} />
      ) : (
        <Works network={connection.network} result={result} />
      )}
      <Text size="xs" c="dimmed">
        {t('trial.at', { at: format.instant(checkedAt, timeZone) })}
      </Text>
      {result.pages.length > 0 && (
        <ReachablePages connectionId={connection.id} pages={result.pages} mayAdd={mayAdd} />
      )}
    </Stack>
  );
}

/** The trial of a connection: its button, how far it is, and what it found, with the pages to add. */
export function ConnectionTrial({
  connection,
  trial,
}: {
  connection: ConnectionRow;
  trial: Trial;
}) {
  const { t } = useTranslation('connections');
  const mayTry = useMayDo('admin');
  return (
    <Stack gap="sm">
      {mayTry && (
        <Group>
          <Button variant="default" onClick={trial.start} loading={trial.isUnderWay}>
            {t(trial.query.data?.result ? 'trial.again' : 'trial.now')}
          </Button>
        </Group>
      )}
      <Show query={trial.query} height={80}>
        {(check) => <Outcome connection={connection} check={check} />}
      </Show>
    </Stack>
  );
}

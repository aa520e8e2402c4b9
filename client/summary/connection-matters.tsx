import { useTranslation } from 'react-i18next';
import { dayInZone } from '../../shared/calendar/day.ts';
import { daysUntil } from '../../shared/social/connection-expiry.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { AnchorLink } from '../app/anchor-link.tsx';
import { useSelf, useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Matter } from './matter.tsx';
import type { Attention } from './use-attention.ts';

type Connection = Attention['deadConnections'][number];

const nameOf = ({ network, label }: Connection) =>
  label === '' ? networkNames[network] : `${networkNames[network]} (${label})`;

function SeeConnection({ connection }: { connection: Connection }) {
  const { t } = useTranslation('summary');
  return (
    <AnchorLink to="/redes" search={{ view: 'connections', connection: connection.id }} inherit>
      {t('attention.seeConnection')}
    </AnchorLink>
  );
}

/** A connection that the network no longer lets in. */
export function DeadConnection({ connection }: { connection: Connection }) {
  const { t } = useTranslation('summary');
  return (
    <Matter text={t('attention.token', { network: nameOf(connection) })}>
      <SeeConnection connection={connection} />
    </Matter>
  );
}

/** A connection whose key ends soon, or has ended. */
export function EndingConnection({ connection, stage }: Attention['endingConnections'][number]) {
  const { t } = useTranslation('summary');
  const format = useFormat();
  const { timeZone } = useToday();
  const { now } = useSelf();
  const { expiresAt } = connection;
  if (expiresAt === null) return null;
  const facts = {
    network: nameOf(connection),
    day: format.day(dayInZone(new Date(expiresAt), timeZone)),
  };
  const text =
    stage === 'ended'
      ? t('attention.tokenEnded', facts)
      : t('attention.tokenEnds', { ...facts, count: daysUntil(expiresAt, new Date(now)) });
  return (
    <Matter text={text}>
      <SeeConnection connection={connection} />
    </Matter>
  );
}

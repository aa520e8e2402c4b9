import { Center, Loader } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../format/failure-message.ts';
import { type Entrance, readEntrance, readSelf, type Self } from './ask-server.ts';
import { EntrancePage } from './entrance-page.tsx';
import { UnreachablePage } from './unreachable-page.tsx';

const SignedIn = lazy(() => import('../app/signed-in.tsx'));

type Place =
  | { at: 'arriving' }
  | { at: 'outside'; entrance: Entrance }
  | { at: 'inside'; self: Self }
  | { at: 'unreachable'; failure: ClientFailure };

async function findPlace(): Promise<Place> {
  const self = await readSelf();
  if ('data' in self) return { at: 'inside', self: self.data };
  if (self.failure.code !== 'not_signed_in') return { at: 'unreachable', failure: self.failure };
  const entrance = await readEntrance();
  if ('data' in entrance) return { at: 'outside', entrance: entrance.data };
  return { at: 'unreachable', failure: entrance.failure };
}

function Waiting() {
  const { t } = useTranslation('entrance');
  return (
    <Center mih="100dvh" role="status" aria-label={t('loading')}>
      <Loader color="gray" />
    </Center>
  );
}

/** Shows the entrance to whoever has no session; the rest of the program loads only afterwards. */
export function Door() {
  const [place, setPlace] = useState<Place>({ at: 'arriving' });
  const arrive = useCallback(() => {
    findPlace().then(setPlace);
  }, []);
  useEffect(arrive, [arrive]);

  if (place.at === 'arriving') return <Waiting />;
  if (place.at === 'unreachable') return <UnreachablePage failure={place.failure} retry={arrive} />;
  if (place.at === 'outside') return <EntrancePage entrance={place.entrance} onEnter={arrive} />;
  return (
    <Suspense fallback={<Waiting />}>
      <SignedIn self={place.self} />
    </Suspense>
  );
}

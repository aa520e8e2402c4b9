import { Center, Loader } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientFailure } from '../format/failure-message.ts';
import { type Entrance, readEntrance, type Self } from './ask-server.ts';
import { EntrancePage } from './entrance-page.tsx';
import { UnreachablePage } from './unreachable-page.tsx';

const SignedIn = lazy(() => import('../app/signed-in.tsx'));

type Place =
  | { at: 'arriving' }
  | { at: 'outside'; entrance: Entrance }
  | { at: 'inside'; self: Self }
  | { at: 'unreachable'; failure: ClientFailure };

async function findPlace(): Promise<Place> {
  const outcome = await readEntrance();
  if ('failure' in outcome) return { at: 'unreachable', failure: outcome.failure };
  const { self } = outcome.data;
  return self ? { at: 'inside', self } : { at: 'outside', entrance: outcome.data };
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

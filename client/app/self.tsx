import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Role } from '../../shared/accounts/roles.ts';
import { dayInZone, monthOf } from '../../shared/calendar/day.ts';
import type { Self } from '../entrance/ask-server.ts';
import { api } from './api.ts';

const SelfContext = createContext<Self | null>(null);

/** Keeps who is signed in, and asks again now and then so that today stays today. */
export function SelfProvider({ self, children }: { self: Self; children: ReactNode }) {
  const { data } = useQuery(
    api.accounts.readSelf.queryOptions(undefined, {
      initialData: self,
      staleTime: 5 * 60_000,
      refetchInterval: 10 * 60_000,
    }),
  );
  return <SelfContext value={data}>{children}</SelfContext>;
}

/** Who is signed in. */
export function useSelf(): Self {
  const self = useContext(SelfContext);
  if (!self) throw new Error('useSelf needs a SelfProvider above');
  return self;
}

/** Today and this month by the server's clock in the office's time zone. */
export function useToday(): { day: string; month: string; timeZone: string } {
  const { now, timeZone } = useSelf();
  return useMemo(() => {
    const day = dayInZone(new Date(now), timeZone);
    return { day, month: monthOf(day), timeZone };
  }, [now, timeZone]);
}

/** Whether the person's role is one of these: what they may not do is not offered. */
export function useMayDo(...roles: Role[]): boolean {
  return (roles as string[]).includes(useSelf().role);
}

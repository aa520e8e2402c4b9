import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpLink } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../server/http/router.ts';
import { failureOf } from '../format/failure-message.ts';
import { askForChoices } from './asked-choices.ts';
import { askToSignInAgain } from './session-end.ts';

const passing = new Set(['no_connection', 'database_busy', 'database_unreachable']);

function watchSession(error: unknown): void {
  if (failureOf(error).code === 'not_signed_in') askToSignInAgain();
}

/** Keeps the answers on screen; every successful write makes them all be asked for again, which is cheap. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watchSession }),
  mutationCache: new MutationCache({
    onError: watchSession,
    onSuccess: () => {
      queryClient.invalidateQueries();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && passing.has(failureOf(error).code),
    },
    // A write without network fails at once, so that what was typed stays before the person.
    mutations: { networkMode: 'always' },
  },
});

const client = createTRPCClient<AppRouter>({ links: [askForChoices, httpLink({ url: '/trpc' })] });

/** The server's procedures: `useQuery(api.output.readMonthMatrix.queryOptions({ from, to }))`. */
export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/** What each procedure takes and gives: `Answers['social']['listPages'][number]`. */
export type Inputs = inferRouterInputs<AppRouter>;
export type Answers = inferRouterOutputs<AppRouter>;

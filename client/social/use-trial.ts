import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../app/api.ts';
import { showFailure } from '../ui/undo-toast.tsx';

const lookAgainMs = 700;

/**
 * The trial of a connection: asks for it, follows it while it is under way, and knows the last one.
 * Nothing is asked of a connection that is being removed.
 */
export function useTrial(connectionId: string, isRemoved: boolean) {
  const client = useQueryClient();
  const request = useMutation(api.social.requestCheck.mutationOptions());
  const query = useQuery(
    api.social.readCheck.queryOptions(
      { connectionId },
      {
        enabled: !isRemoved,
        staleTime: 0,
        refetchInterval: ({ state }) => state.data?.status === 'asked' && lookAgainMs,
      },
    ),
  );
  const isUnderWay = query.data?.status === 'asked';
  const wasUnderWay = useRef(false);
  useEffect(() => {
    // What a trial found is told by the other screens too.
    if (wasUnderWay.current && !isUnderWay) client.invalidateQueries();
    wasUnderWay.current = isUnderWay;
  }, [isUnderWay, client]);
  return {
    query,
    isUnderWay,
    async start() {
      try {
        await request.mutateAsync({ connectionId });
      } catch (error) {
        showFailure(error);
      }
    },
  };
}

export type Trial = ReturnType<typeof useTrial>;

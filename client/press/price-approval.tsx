import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/accounts/roles.ts';
import { approverRoles, handOf, type ListedApproval } from '../../shared/press/approval.ts';
import type { PriceKind } from '../../shared/press/price-detail.ts';
import { api } from '../app/api.ts';
import { useMayDo, useSelf } from '../app/self.tsx';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import '../words/add-price-words.ts';

/** Whether somebody may approve a price, and why not, or why all the same. */
interface Standing {
  mayApprove: boolean;
  why: string | undefined;
}

type Self = Parameters<typeof handOf>[1] & { role: Role | 'system' };

/** What a person may do about a price that nobody approved, in words. */
export function standingOf(price: ListedApproval, self: Self, t: TFunction<'prices'>): Standing {
  const isApprover = (approverRoles as readonly string[]).includes(self.role);
  if (!isApprover) return { mayApprove: false, why: t('approval.byOthers') };
  const hand = handOf(price, self);
  if (!hand) return { mayApprove: true, why: undefined };
  const rest = price.hasOtherApprover ? 'own' : 'alone';
  return { mayApprove: rest === 'alone', why: t(`approval.${rest}.${hand}`) };
}

type Priced = ListedApproval & { id: string; version: number };

/** Approves a price as it is seen. */
function Approve({ price, of }: { price: Priced; of: PriceKind }) {
  const { t } = useTranslation('prices');
  const rate = useMutation(api.press.approveRate.mutationOptions());
  const policy = useMutation(api.press.approveFlatPolicy.mutationOptions());
  const approve = of === 'rate' ? rate : policy;
  async function run(): Promise<void> {
    try {
      await approve.mutateAsync({ id: price.id, version: price.version });
      showDone(t('approval.approved'));
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      w="fit-content"
      loading={approve.isPending}
      onClick={run}
    >
      {t('approval.approve')}
    </Button>
  );
}

interface PriceApprovalProps {
  price: Priced;
  of: PriceKind;
  /** In a list, which is not to say in every row what holds for whoever reads it. */
  isInList?: boolean;
}

/** Who approved a price; the way to approve it; or why it is for somebody else to approve. */
export function PriceApproval({ price, of, isInList }: PriceApprovalProps) {
  const { t } = useTranslation('prices');
  const self = useSelf();
  const isApprover = useMayDo(...approverRoles);
  if (price.approvedBy !== null) return t('approval.by', { name: price.approvedBy });
  if (!isApprover && isInList) return t('approval.pending');
  const { mayApprove, why } = standingOf(price, self, t);
  return (
    <Stack gap={4}>
      {mayApprove ? <Approve price={price} of={of} /> : t('approval.pending')}
      {why && (
        <Text size="xs" c="dimmed">
          {why}
        </Text>
      )}
    </Stack>
  );
}

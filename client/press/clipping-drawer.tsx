import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthOf } from '../../shared/calendar/day.ts';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { Show } from '../ui/states.tsx';
import { ClippingDetails } from './clipping-details.tsx';
import { ClippingForm } from './clipping-form.tsx';
import type { Clipping } from './clipping-values.ts';
import { useMonthState } from './use-month-state.ts';

/** An appearance on record: the form for who may write, its facts for who reads. */
function OpenedClipping({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation(['press', 'ui']);
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [kept, setKept] = useState<{ clipping: Clipping; isClosed: boolean }>();
  // Nothing of an earlier opening: the form starts from what is stored now.
  const query = useQuery(api.press.readClipping.queryOptions({ id }, { gcTime: 0 }));
  const { month, isKnown } = useMonthState(query.data && monthOf(query.data.day));
  // What was opened stays under what is typed, whatever is asked again meanwhile.
  if (!kept && query.data && isKnown) {
    setKept({ clipping: query.data, isClosed: month?.state === 'closed' });
  }

  async function reload(): Promise<void> {
    const fresh = await query.refetch();
    if (fresh.data) setKept({ clipping: fresh.data, isClosed: false });
  }

  if (!kept) {
    return (
      <Drawer
        opened
        onClose={onClose}
        position="right"
        size="lg"
        title={t('clipping.edit')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Show query={query} height={480}>
          {() => null}
        </Show>
      </Drawer>
    );
  }
  const { clipping, isClosed } = kept;
  if (!mayWrite || clipping.isRemoved || isClosed) {
    return <ClippingDetails clipping={query.data ?? clipping} month={month} onClose={onClose} />;
  }
  const { version } = clipping;
  return <ClippingForm key={version} clipping={clipping} onClose={onClose} onReload={reload} />;
}

/** The drawer of an appearance, or of a new one. */
export function ClippingDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  if (id !== 'new') return <OpenedClipping id={id} onClose={onClose} />;
  return mayWrite ? <ClippingForm onClose={onClose} /> : null;
}

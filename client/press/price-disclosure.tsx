import { Anchor, Paper, Stack } from '@mantine/core';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceAsked } from '../../shared/press/price-detail.ts';
import { LoadingState } from '../ui/states.tsx';

const PriceDetails = lazy(() => import('./price-details.tsx'));

/**
 * Opens the price behind a value where it is explained. What explains a value stands in a drawer or
 * beside a form already, which would close with any drawer over it.
 */
export function PriceDisclosure({ of, id }: PriceAsked) {
  const { t } = useTranslation('press');
  const place = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack gap="xs" mt="xs">
      <Anchor
        component="button"
        type="button"
        size="sm"
        w="fit-content"
        ms={4}
        mih={24}
        aria-expanded={isOpen}
        aria-controls={place}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'price.hide' : 'price.show')}
      </Anchor>
      <div id={place} hidden={!isOpen}>
        {isOpen && (
          <Paper withBorder radius="md" p="sm" bg="var(--mantine-color-body)">
            <Suspense fallback={<LoadingState height={420} />}>
              <PriceDetails of={of} id={id} />
            </Suspense>
          </Paper>
        )}
      </div>
    </Stack>
  );
}

import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PriceAsked } from '../../shared/press/price-detail.ts';
import PriceDetails from './price-details.tsx';
import '../words/add-price-words.ts';

interface PriceDrawerProps extends PriceAsked {
  onClose(): void;
  /** Offered to who may change it. */
  onEdit?: () => void;
}

/** A price of the list, to be read. */
export function PriceDrawer({ of, id, onClose, onEdit }: PriceDrawerProps) {
  const { t } = useTranslation(['prices', 'ui']);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t(`prices:detail.titles.${of}`)}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        {onEdit && (
          <Group justify="flex-end">
            <Button variant="default" onClick={onEdit}>
              {t('ui:edit')}
            </Button>
          </Group>
        )}
        <PriceDetails of={of} id={id} />
      </Stack>
    </Drawer>
  );
}

import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutletReach } from '../../shared/press/outlet-reach.ts';
import { mostRevalued } from '../../shared/press/revaluation.ts';
import type { Question } from '../app/asked-choices.ts';
import { useFormat } from '../format/use-format.ts';
import { OutletReachFacts } from './outlet-reach-facts.tsx';
import '../words/add-price-words.ts';

interface OutletReachDialogProps {
  reach: OutletReach;
  answer: Question['answer'];
}

/** Asks whether the appearances of open months follow a change of their outlet, with what would change. */
export default function OutletReachDialog({ reach, answer }: OutletReachDialogProps) {
  const { t } = useTranslation(['prices', 'ui']);
  const format = useFormat();
  const { outlets, appearances, seal, isTooLarge } = reach;
  const choose = (follows: boolean) => answer({ reach: { seal, follows } });
  const [name = ''] = outlets;
  return (
    <Modal
      opened
      onClose={() => answer()}
      title={
        outlets.length === 1
          ? t('prices:reach.title', { name })
          : t('prices:reach.titleOfMany', { count: outlets.length })
      }
      size="lg"
      zIndex={400}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="sm">
        <OutletReachFacts reach={reach} />
        {isTooLarge ? (
          <Alert color="red" variant="light" role="alert">
            {t('prices:reach.tooMany', { most: format.number(mostRevalued) })}
          </Alert>
        ) : (
          <Text size="sm">{t('prices:reach.ifFollow')}</Text>
        )}
        <Text size="sm">{t('prices:reach.ifStay')}</Text>
        <Group justify="flex-end">
          <Button variant="subtle" onClick={() => answer()}>
            {t('prices:reach.cancel')}
          </Button>
          <Button variant="default" onClick={() => choose(false)}>
            {t('prices:reach.stay')}
          </Button>
          {!isTooLarge && (
            <Button onClick={() => choose(true)} data-autofocus>
              {t('prices:reach.follow', { count: appearances })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

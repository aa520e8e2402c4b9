import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Coverage, netTone, shareOfCount } from '../../shared/press/coverage.ts';
import { useFormat } from '../format/use-format.ts';
import { Figure, Figures } from '../ui/figure.tsx';
import { useSeeClippings } from './use-see-clippings.ts';

function Note({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}

/** How much was said, in which tone, with which messages, and whom it may have reached. */
export function CoverageFigures({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation(['coverage', 'press']);
  const format = useFormat();
  const see = useSeeClippings();
  const { total, withMessage, reach } = coverage;
  return (
    <Figures>
      <Figure label={t('figures.count')} value={total.count || null}>
        <Note>{t('figures.outlets', { count: reach.outlets })}</Note>
        {total.count > 0 && (
          <Anchor component="button" type="button" size="sm" onClick={() => see({})}>
            {t('press:summary.seeRows')}
          </Anchor>
        )}
      </Figure>
      <Figure label={t('figures.netTone')} value={netTone(total)} write={format.share}>
        <Note>{t('figures.netToneHelp')}</Note>
      </Figure>
      <Figure
        label={t('figures.messages')}
        value={shareOfCount(withMessage, total.count)}
        write={format.share}
      >
        <Note>
          {t('figures.messagesOf', {
            count: withMessage,
            total: format.number(total.count),
          })}
        </Note>
      </Figure>
      <Figure label={t('figures.reach')} value={reach.people}>
        <Note>{t('figures.reachHelp')}</Note>
        {reach.withoutAudience > 0 && (
          <Note>{t('figures.unknownAudience', { count: reach.withoutAudience })}</Note>
        )}
      </Figure>
    </Figures>
  );
}

import { Alert, Checkbox, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isSyndication } from '../../shared/press/likeness.ts';
import type { RecordVersion } from '../../shared/records.ts';
import { AnchorLink } from '../app/anchor-link.tsx';
import { type Answers, api, type Inputs } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import '../words/add-likeness-words.ts';

type Asked = Inputs['press']['findLikeness'];
type Alike = Answers['press']['findLikeness'][number];

interface LikenessNoticeProps {
  /** What is typed, as far as it decides what it looks like; an outlet and a day at least. */
  values: Asked;
  /** The appearances in other outlets that are to be marked as the same text on saving. */
  syndicated: readonly RecordVersion[];
  onSyndicated(ats: RecordVersion[]): void;
}

/** Asks once the person pauses, and only when there is something to compare by. */
function useLikeness(values: Asked): Alike[] {
  const [settled] = useDebouncedValue(values, 400);
  const hasSigns = Boolean(settled.title || settled.url || settled.evidenceIds?.length);
  const canAsk = settled.outletId !== '' && settled.day !== '' && hasSigns;
  const { data } = useQuery(
    api.press.findLikeness.queryOptions(settled, { enabled: canAsk, retry: false }),
  );
  return canAsk ? (data ?? []) : [];
}

function AlikeItem({ alike, children }: { alike: Alike; children?: ReactNode }) {
  const { t } = useTranslation('likeness');
  const format = useFormat();
  const { id, title, outletName, day } = alike.clipping;
  const place = t('view.place', { outlet: outletName, day: format.day(day) });
  return (
    <List.Item>
      {t(`reasons.${alike.reason}`)}: «{title}» ({place}).{' '}
      <AnchorLink to="/free-press" search={{ open: id }} target="_blank" inherit>
        {t('notice.open')}
      </AnchorLink>
      {children}
    </List.Item>
  );
}

/** Tells, while one types, which appearances on record look like this one, before there are two of it. */
export function LikenessNotice({ values, syndicated, onSyndicated }: LikenessNoticeProps) {
  const { t } = useTranslation('likeness');
  const found = useLikeness(values);
  if (found.length === 0) return null;
  const twice = found.filter(({ reason }) => !isSyndication(reason));
  const elsewhere = found.filter(({ reason }) => isSyndication(reason));
  return (
    <Alert variant="light" color="gray" title={t('notice.title')} role="status" data-likeness>
      <Stack gap="xs">
        <List size="sm" spacing="xs">
          {twice.map((alike) => (
            <AlikeItem key={alike.clipping.id} alike={alike} />
          ))}
          {elsewhere.map((alike) => {
            const { id, version } = alike.clipping;
            const others = syndicated.filter((one) => one.id !== id);
            return (
              <AlikeItem key={id} alike={alike}>
                <Checkbox
                  mt={4}
                  label={t('notice.syndicate')}
                  checked={syndicated.length > others.length}
                  onChange={({ currentTarget }) =>
                    onSyndicated(currentTarget.checked ? [...others, { id, version }] : others)
                  }
                />
              </AlikeItem>
            );
          })}
        </List>
        {twice.length > 0 && <Text size="sm">{t('notice.duplicate')}</Text>}
      </Stack>
    </Alert>
  );
}

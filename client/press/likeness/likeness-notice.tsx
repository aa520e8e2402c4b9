import { Alert, Checkbox, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../app/anchor-link.tsx';
import { useFormat } from '../../format/use-format.ts';
import { isDoubt, type LikenessChoice, type Sign, undecided } from './signs.ts';
import '../../words/add-likeness-words.ts';

interface LikenessNoticeProps {
  signs: readonly Sign[];
  choice: LikenessChoice;
  onChoice(choice: LikenessChoice): void;
  /** Whether it is a new one, which is stored only once it is said to be another. */
  isNew: boolean;
}

function SignItem({ sign, children }: { sign: Sign; children?: ReactNode }) {
  const { t } = useTranslation('likeness');
  const format = useFormat();
  const { title, outletName, day, reason, of, number } = sign;
  const place = day ? t('view.place', { outlet: outletName, day: format.day(day) }) : outletName;
  return (
    <List.Item>
      {number !== undefined && t('notice.inList', { number })}
      {t(`reasons.${reason}`)}: «{title}»{place && ` (${place})`}.{' '}
      {of === 'record' && (
        <AnchorLink to="/free-press" search={{ open: sign.id }} target="_blank" inherit>
          {t('notice.open')}
        </AnchorLink>
      )}
      {children}
    </List.Item>
  );
}

/** Tells what an appearance looks like before there are two of it, and takes the choice of the person. */
export function LikenessNotice({ signs, choice, onChoice, isNew }: LikenessNoticeProps) {
  const { t } = useTranslation('likeness');
  if (signs.length === 0) return null;
  const doubts = signs.filter(isDoubt);
  const isOfInbox = signs.every(({ of }) => of === 'entry');
  const isTwice = doubts.some(({ of }) => of !== 'entry');
  const syndicate = (id: string, isChosen: boolean) => {
    const others = choice.syndicated.filter((one) => one !== id);
    onChoice({ ...choice, syndicated: isChosen ? [...others, id] : others });
  };
  return (
    <Alert
      variant="light"
      color="gray"
      title={t(isOfInbox ? 'notice.inInbox' : 'notice.title')}
      role="status"
      data-likeness
    >
      <Stack gap="xs">
        <List size="sm" spacing="xs">
          {signs.map((sign) => (
            <SignItem key={sign.id} sign={sign}>
              {sign.reason === 'same_text_elsewhere' && (
                <Checkbox
                  mt={4}
                  label={t('notice.syndicate')}
                  checked={choice.syndicated.includes(sign.id)}
                  onChange={({ currentTarget }) => syndicate(sign.id, currentTarget.checked)}
                />
              )}
            </SignItem>
          ))}
        </List>
        {isTwice && <Text size="sm">{t('notice.duplicate')}</Text>}
        {isNew && doubts.length > 0 && (
          <Checkbox
            label={t(isTwice ? 'notice.apart' : 'notice.anyway')}
            checked={undecided(signs, choice).length === 0}
            onChange={({ currentTarget }) =>
              onChoice({
                ...choice,
                apart: currentTarget.checked ? doubts.map(({ id }) => id) : [],
              })
            }
          />
        )}
      </Stack>
    </Alert>
  );
}

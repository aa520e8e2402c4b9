import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DetailField } from '../../shared/output/detail-fields.ts';
import type { OutputItemDetail } from '../../shared/output/rows.ts';
import { useToday } from '../app/self.tsx';
import { EvidencePreview } from '../evidence/evidence-preview.tsx';
import { useFormat } from '../format/use-format.ts';
import { Fact } from '../ui/fact.tsx';
import { placeText } from './place-text.ts';
import { useKindWords } from './use-kind-words.ts';
import { useKinds } from './use-kinds.ts';

function useDetailText(): (field: DetailField, value: unknown) => string | null {
  const { t } = useTranslation('output');
  const { say } = useKindWords();
  const format = useFormat();
  return ({ words }, value) => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean') return value ? t('form.yes') : t('form.no');
    if (typeof value === 'number') return format.number(value);
    const choice = words.choices?.[String(value)];
    return choice ? say(choice) : String(value);
  };
}

/** Everything about an item, to read. */
export function ItemFacts({ item }: { item: OutputItemDetail }) {
  const { t } = useTranslation('output');
  const { timeZone } = useToday();
  const format = useFormat();
  const words = useKindWords();
  const { byId } = useKinds();
  const detailText = useDetailText();
  return (
    <Stack gap="sm">
      <Stack component="dl" gap="sm" m={0}>
        <Fact label={t('form.kind')}>{words.one(item.kind)}</Fact>
        <Fact label={t('form.title')}>{item.title}</Fact>
        <Fact label={t('form.day')}>{format.day(item.day)}</Fact>
        <Fact label={t('state.label')}>
          {[t(`state.${item.state}`), item.stateReason].filter(Boolean).join(': ')}
        </Fact>
        <Fact label={t('form.department')}>{item.departmentName}</Fact>
        <Fact label={t('form.hours')}>
          {[item.startsAt, item.endsAt].filter((hour) => hour !== null).join(' – ') || null}
        </Fact>
        <Fact label={t('form.place')}>{placeText(item)}</Fact>
        <Fact label={t('form.responsible')}>{item.responsible}</Fact>
        {byId.get(item.kind)?.fields.map((field) => (
          <Fact key={field.name} label={words.say(field.words.label)}>
            {detailText(field, item.details[field.name])}
          </Fact>
        ))}
        <Fact label={t('form.url')}>
          {item.url && (
            <Anchor href={item.url} target="_blank" rel="noreferrer">
              {item.url}
            </Anchor>
          )}
        </Fact>
        <Fact label={t('form.notes')}>{item.notes}</Fact>
      </Stack>
      {item.evidence.length > 0 && <EvidencePreview files={item.evidence} />}
      <Text size="sm" c="dimmed">
        {t('form.updated', {
          by: item.updatedBy ?? t('form.somebody'),
          at: format.instant(item.updatedAt, timeZone),
        })}
      </Text>
    </Stack>
  );
}

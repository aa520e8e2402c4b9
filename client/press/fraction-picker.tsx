import { Group, Radio, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fraction, fractions } from '../../shared/press/measures.ts';
import '../words/add-capture-words.ts';
import styles from './fraction-picker.module.css';

const [width, height] = [30, 42];

/** How wide and how high each part is drawn, of a page of 30 × 42. */
const drawn: Record<Fraction, readonly [width: number, height: number]> = {
  '1': [30, 42],
  '1/2': [30, 21],
  '1/3': [30, 14],
  '1/4': [15, 21],
  '1/8': [15, 10.5],
  '1/16': [7.5, 10.5],
};

function PagePicture({ fraction }: { fraction: Fraction }) {
  const [wide, high] = drawn[fraction];
  return (
    <svg width={width + 2} height={height + 2} aria-hidden="true" focusable="false">
      <rect x={1} y={1} width={wide} height={high} fill="var(--mantine-primary-color-filled)" />
      <rect x={1} y={1} width={width} height={height} fill="none" stroke="currentColor" />
    </svg>
  );
}

interface FractionPickerProps {
  value: Fraction;
  error?: ReactNode;
  onChange(fraction: Fraction): void;
}

/** The part of a page that an appearance took, chosen by its picture. */
export function FractionPicker({ value, error, onChange }: FractionPickerProps) {
  const { t } = useTranslation('capture');
  return (
    <Radio.Group
      label={t('size.fraction')}
      value={value}
      error={error}
      onChange={(next) => onChange(next as Fraction)}
    >
      <Group gap="xs" mt={6}>
        {fractions.map((fraction) => (
          <Radio.Card key={fraction} value={fraction} p="xs" w="auto" className={styles.card}>
            <Stack gap={4} align="center">
              <PagePicture fraction={fraction} />
              <Text size="xs">{t(`size.fractions.${fraction}`)}</Text>
            </Stack>
          </Radio.Card>
        ))}
      </Group>
    </Radio.Group>
  );
}

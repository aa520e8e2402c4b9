import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchFieldProps {
  value: string;
  /** Called once the person pauses. */
  onChange(value: string): void;
  label?: string;
  placeholder?: string;
}

/** Searches while typing; the key `/` comes here. */
export function SearchField({ value, onChange, label, placeholder }: SearchFieldProps) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const tell = useDebouncedCallback(onChange, 250);

  function change(text: string): void {
    setTyped(text);
    tell(text);
  }

  return (
    <TextInput
      type="search"
      data-page-search
      aria-label={label ?? t('search')}
      placeholder={placeholder ?? t('search')}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed !== '' && <CloseButton size="sm" aria-label={t('clear')} onClick={() => change('')} />
      }
      maxLength={200}
      miw={220}
    />
  );
}

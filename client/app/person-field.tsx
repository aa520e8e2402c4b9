import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { betterName, personKey } from '../../shared/people.ts';
import { api } from './api.ts';

const mostOffered = 8;
const settlesAfterMs = 150;
const longestSearch = 160;

interface PersonFieldProps extends Omit<AutocompleteProps, 'data' | 'filter' | 'limit'> {
  value?: string;
  onChange?(name: string): void;
  /** Called with the name as it is known when the field is left. */
  onSettle?(name: string): void;
}

/**
 * The name of a person: those that records name are offered while one types, accents and case aside, and
 * who is known under another way to write the name gets that one.
 */
export function PersonField({ onFocus, onBlur, onSettle, ...props }: PersonFieldProps) {
  const typed = props.value ?? '';
  const [isTyping, setTyping] = useState(false);
  const [search] = useDebouncedValue(typed.trim().slice(0, longestSearch), settlesAfterMs);
  const { data } = useQuery(
    api.accounts.listPeople.queryOptions(
      { search, pageSize: mostOffered },
      { enabled: isTyping, placeholderData: keepPreviousData },
    ),
  );
  const takeKnown: AutocompleteProps['onBlur'] = (event) => {
    const known = data?.rows.find((name) => personKey(name) === personKey(typed));
    const isKnown = known !== undefined && betterName(known, typed) === known;
    const settled = isKnown ? known : typed;
    setTyping(false);
    if (settled !== typed) props.onChange?.(settled);
    onSettle?.(settled);
    onBlur?.(event);
  };
  return (
    <Autocomplete
      {...props}
      onFocus={(event) => {
        setTyping(true);
        onFocus?.(event);
      }}
      onBlur={takeKnown}
      data={data?.rows ?? []}
      // The server has looked for what is typed.
      filter={({ options }) => options}
    />
  );
}

import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { betterName, personKey } from '../../shared/people.ts';
import { foldForSearch } from '../../shared/records.ts';
import { api } from './api.ts';

const mostOffered = 8;

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
export function PersonField({ onBlur, onSettle, ...props }: PersonFieldProps) {
  const { data } = useQuery(api.accounts.listPeople.queryOptions());
  const takeKnown: AutocompleteProps['onBlur'] = (event) => {
    const typed = props.value ?? '';
    const known = data?.find((name) => personKey(name) === personKey(typed));
    const isKnown = known !== undefined && betterName(known, typed) === known;
    const settled = isKnown ? known : typed;
    if (settled !== typed) props.onChange?.(settled);
    onSettle?.(settled);
    onBlur?.(event);
  };
  return (
    <Autocomplete
      {...props}
      onBlur={takeKnown}
      data={data ?? []}
      limit={mostOffered}
      filter={({ options, search }) => {
        const folded = foldForSearch(search).trim();
        return options.filter(
          (option) => 'label' in option && foldForSearch(option.label).includes(folded),
        );
      }}
    />
  );
}

import {
  knownByInput,
  type OwnField,
  type OwnKindFields,
} from '../../../shared/output/own-kind.ts';
import type { KindRow } from '../../../shared/output/rows.ts';
import { fieldName } from '../../ui/field-name.ts';

/** A field of a kind as the form holds it. */
export interface FieldValues {
  /** Tells fields apart on screen, also before they have a name. */
  key: string;
  /** What its stored values are called; absent until it is first saved. */
  name: string | null;
  label: string;
  input: OwnField['input'];
  /** One choice a line. */
  choices: string;
  isRequired: boolean;
  /** When it is known; empty: as its input suggests. */
  known: OwnField['known'] | '';
}

/** What the form of a kind holds. */
export type KindValues = {
  labelOne: string;
  labelMany: string;
  isActive: boolean;
  fields: FieldValues[];
};

/** A field to fill in. */
export function emptyField(): FieldValues {
  const key = crypto.randomUUID();
  return { key, name: null, label: '', input: 'line', choices: '', isRequired: false, known: '' };
}

/** The form of a kind: of a new one where there is none yet. */
export function kindValues(kind: KindRow | undefined): KindValues {
  if (!kind) return { labelOne: '', labelMany: '', isActive: true, fields: [] };
  return {
    labelOne: kind.label.one.es,
    labelMany: kind.label.many.es,
    isActive: kind.isActive,
    fields: kind.fields.map(({ name, words, input, choices, isRequired, known }) => ({
      key: name,
      name,
      label: words.label.es,
      input,
      choices: choices.join('\n'),
      isRequired,
      known,
    })),
  };
}

/** What is sent. A field keeps its name for good, so that what was stored under it stays readable. */
export function sentKind({ labelOne, labelMany, isActive, fields }: KindValues): OwnKindFields {
  const taken = new Set(fields.flatMap(({ name }) => (name === null ? [] : [name])));
  const sent = fields.map(({ name, label, input, choices, isRequired, known: said }): OwnField => {
    const own = name ?? fieldName(label, taken);
    taken.add(own);
    const lines = choices.split('\n').map((line) => line.trim());
    const offered = input === 'choice' ? lines.filter((line) => line !== '') : [];
    const known = said || knownByInput[input];
    return { name: own, label, input, choices: offered, isRequired, known };
  });
  return { labelOne, labelMany, isActive, position: 0, fields: sent };
}

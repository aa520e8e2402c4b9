import { expect, test } from 'vitest';
import { emptyField, kindValues, sentKind } from '../../../client/output/kinds/kind-values.ts';
import { OwnKindFields, ownDetailFields } from '../../../shared/output/own-kind.ts';

const asked = (label: string, part: object = {}) => ({ ...emptyField(), label, ...part });

test('a new kind names its fields after what they are called, each differently', () => {
  const sent = sentKind({
    ...kindValues(undefined),
    labelOne: 'Cuña radial',
    labelMany: 'Cuñas radiales',
    fields: [
      asked('Emisora'),
      asked('¿Cuántas emisiones?', { input: 'number', isRequired: true }),
      asked('emisora '),
      asked('2.ª franja', { input: 'choice', choices: 'Mañana\n\n Tarde \n' }),
      asked('日本'),
    ],
  });
  expect(sent.fields.map(({ name }) => name)).toEqual([
    'emisora',
    'cuantas_emisiones',
    'emisora_2',
    'dato_2_franja',
    'dato',
  ]);
  expect(sent.fields[3]?.choices).toEqual(['Mañana', 'Tarde']);
  expect(OwnKindFields.safeParse(sent).success).toBe(true);
});

test('a field that is called otherwise keeps the name under which its values are stored', () => {
  const fields = ownDetailFields([
    {
      name: 'emisora',
      label: 'Emisora',
      input: 'line',
      choices: [],
      isRequired: true,
      known: 'planned',
    },
  ]);
  const label = { one: { es: 'Cuña', en: 'Cuña' }, many: { es: 'Cuñas', en: 'Cuñas' } };
  const kind = { id: 'own_a' as const, version: 3, label, fields, isOwn: true, isActive: false };
  const values = kindValues(kind);
  const renamed = values.fields.map((field) => ({ ...field, label: 'Estación' }));
  expect(sentKind({ ...values, fields: [...renamed, asked('Emisora')] })).toEqual({
    labelOne: 'Cuña',
    labelMany: 'Cuñas',
    isActive: false,
    position: 0,
    fields: [
      {
        name: 'emisora',
        label: 'Estación',
        input: 'line',
        choices: [],
        isRequired: true,
        known: 'planned',
      },
      {
        name: 'emisora_2',
        label: 'Emisora',
        input: 'line',
        choices: [],
        isRequired: false,
        known: 'planned',
      },
    ],
  });
});

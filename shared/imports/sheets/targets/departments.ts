import type { SheetTarget } from '../target.ts';

/** The departments of the entity. */
export const departmentsTarget: SheetTarget = {
  id: 'departments',
  columns: [
    {
      id: 'name',
      type: 'text',
      isRequired: true,
      synonyms: ['dependencia', 'secretaria', 'oficina', 'area', 'nombre', 'department', 'name'],
    },
  ],
};

import type { SheetTarget } from '../target.ts';
import { optionalColumn } from './optional-column.ts';

/** Indicators of a plan with their target of a year and what came of it, as reports print them. */
export const indicatorsTarget: SheetTarget = {
  id: 'indicators',
  columns: [
    {
      id: 'name',
      type: 'text',
      isRequired: true,
      synonyms: ['indicador', 'nombre del indicador', 'nombre', 'indicator', 'name'],
    },
    {
      id: 'plan',
      type: 'choice',
      isRequired: true,
      synonyms: ['plan', 'tipo de plan'],
      choices: {
        development_plan: ['plan de desarrollo', 'desarrollo', 'pdm', 'development plan'],
        action_plan: ['plan de accion', 'accion', 'action plan'],
      },
    },
    {
      id: 'unit',
      type: 'choice',
      isRequired: true,
      synonyms: ['unidad', 'unidad de medida', 'unit'],
      choices: {
        number: ['numero', 'num', 'nro', 'n', 'cantidad', 'number'],
        percent: ['porcentaje', 'porcentual', 'por ciento', 'percent', 'percentage'],
        pesos: ['pesos', 'cop', 'valor en pesos'],
      },
    },
    optionalColumn('code', 'text', 'codigo', 'cod', 'code'),
    optionalColumn('year', 'year', 'ano', 'vigencia', 'year'),
    optionalColumn('target', 'number', 'meta', 'meta del ano', 'programado', 'target'),
    optionalColumn(
      'achieved',
      'number',
      'ejecutado',
      'logro',
      'logrado',
      'ejecucion',
      'resultado',
      'achieved',
    ),
    optionalColumn(
      'printedProgress',
      'text',
      'avance',
      'avance fisico',
      'porcentaje de avance',
      'cumplimiento',
      'progress',
    ),
    optionalColumn('budgetCop', 'money', 'presupuesto', 'presupuestado', 'apropiado', 'budget'),
    optionalColumn('investedCop', 'money', 'invertido', 'inversion', 'pagado', 'invested'),
    optionalColumn(
      'printedFinancial',
      'text',
      'avance financiero',
      'ejecucion financiera',
      'financial progress',
    ),
    optionalColumn('source', 'text', 'fuente', 'source'),
  ],
};

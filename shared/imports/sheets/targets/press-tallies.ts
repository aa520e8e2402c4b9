import type { SheetTarget } from '../target.ts';

/** Months' totals of free press by channel, as the printed table has them. */
export const pressTalliesTarget: SheetTarget = {
  id: 'press_tallies',
  columns: [
    {
      id: 'month',
      type: 'month',
      isRequired: true,
      goesOn: true,
      synonyms: ['mes', 'periodo', 'month'],
    },
    {
      id: 'channel',
      type: 'choice',
      isRequired: true,
      goesOn: true,
      synonyms: ['canal', 'medio', 'tipo de medio', 'channel'],
      choices: {
        press: ['prensa', 'prensa escrita', 'medios escritos', 'press', 'print'],
        broadcast_digital: [
          'radio television y digitales',
          'radio television y digital',
          'radio tv y digitales',
          'radio tv y medios digitales',
          'radio television y medios digitales',
          'audiovisuales y digitales',
          'radio y television',
          'broadcast and digital',
        ],
      },
    },
    {
      id: 'count',
      type: 'count',
      isRequired: true,
      synonyms: ['cantidad', 'numero', 'apariciones', 'notas', 'count'],
    },
    {
      id: 'valueCop',
      type: 'money',
      isRequired: false,
      synonyms: ['valor', 'valor cop', 'valor en pesos', 'valor free press', 'value'],
    },
    { id: 'source', type: 'text', isRequired: false, synonyms: ['fuente', 'source'] },
  ],
  cross: { axes: ['month', 'channel'], measures: ['count', 'valueCop'] },
};

import type { FileCell } from '../../shared/files/file-cell.ts';
import type { Measures } from '../../shared/press/measures.ts';
import type { FrozenValuation } from '../../shared/press/rows.ts';
import { fileWords, yesOrNo } from './file-words.ts';

const { units } = fileWords;

interface Measured {
  valuation: FrozenValuation;
}

/** A measure, where the appearance is measured so; sizes are decimal text of few digits. */
function measure(name: string) {
  return ({ valuation }: Measured): FileCell => {
    const found: unknown = Reflect.get(valuation.inputs.measures, name);
    return found === undefined || found === null ? null : Number(found);
  };
}

function shareOf({ share }: Measures): FileCell {
  return { share: Number(share) };
}

/** The columns of a file that say the size by which an appearance was valued. */
export const measureColumns: readonly { header: string; cell(row: Measured): FileCell }[] = [
  { header: 'Medida', cell: ({ valuation }) => units[valuation.inputs.measures.unit] },
  { header: 'Ancho cm', cell: measure('widthCm') },
  { header: 'Alto cm', cell: measure('heightCm') },
  { header: 'Columnas', cell: measure('columns') },
  { header: 'Segundos', cell: measure('seconds') },
  {
    header: 'Fracción de página',
    cell: ({ valuation: { inputs } }) =>
      inputs.measures.unit === 'page_fraction' ? inputs.measures.fraction : null,
  },
  { header: 'Vistas', cell: measure('views') },
  {
    header: 'Parte sobre la entidad (%)',
    cell: ({ valuation }) => shareOf(valuation.inputs.measures),
  },
  {
    header: 'Medida estimada',
    cell: ({ valuation }) => yesOrNo(valuation.inputs.measures.isEstimated),
  },
  {
    header: 'Razón del valor a mano',
    cell: ({ valuation: { inputs } }) =>
      inputs.measures.unit === 'manual' ? inputs.measures.reason : null,
  },
];

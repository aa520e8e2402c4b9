import { writeNumber } from '../../shared/numbers/write-number.ts';
import type { Measures } from '../../shared/press/measures.ts';

const decimal = (text: string) => writeNumber(text, 'es-CO');

function sizeWords(measures: Measures): string {
  switch (measures.unit) {
    case 'note':
      return 'Nota';
    case 'page_area':
      return `${decimal(measures.widthCm)} × ${decimal(measures.heightCm)} cm`;
    case 'page_fraction':
      return `${measures.fraction} de página`;
    case 'column_cm':
      return `${decimal(measures.columns)} columnas × ${decimal(measures.heightCm)} cm`;
    case 'second':
      return `${decimal(measures.seconds)} s`;
    case 'cpm':
      return measures.views === null
        ? 'Visualizaciones estimadas'
        : `${decimal(measures.views)} visualizaciones`;
    case 'manual':
      return `Valor asignado: ${measures.reason}`;
  }
}

/** The size of an appearance in the words of files: its measure, the part that is the entity's, and whether it was judged by eye. */
export function measureWords(measures: Measures): string {
  const parts = [sizeWords(measures)];
  if (!/^1(\.0+)?$/.test(measures.share))
    parts.push(`parte de la entidad ${decimal(measures.share)}`);
  if (measures.isEstimated) parts.push('medida estimada');
  return parts.join('; ');
}

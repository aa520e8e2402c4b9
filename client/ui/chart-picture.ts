import type { ChartSeries } from './chart-series.ts';
import { seriesColors } from './series-colors.ts';

/** A chart on its own, away from the screen that explains it. */
export interface Picture {
  title: string;
  /** The unit, and what has to be known to read it. */
  note: string;
  /** The drawing itself, of `width` by `height` px. */
  drawing: string;
  width: number;
  height: number;
  /** Named above the drawing; empty where the drawing names them itself. */
  legend: readonly Pick<ChartSeries, 'label' | 'color'>[];
  /** Under the drawing, a line each: what its marks are. */
  footnotes: readonly string[];
}

const margin = 24;
const lineHeight = 20;
const letterWidth = 7.2;
const font = 'font-family="Inter, Arial, sans-serif"';

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

interface Placed {
  label: string;
  fill: string;
  x: number;
  line: number;
}

/** Puts the names of the series side by side, on as many lines as they need. */
function placeLegend(legend: Picture['legend'], width: number): Placed[] {
  let x = 0;
  let line = 0;
  return legend.map(({ label, color }) => {
    const room = 20 + label.length * letterWidth + 20;
    if (x > 0 && x + room > width) {
      x = 0;
      line += 1;
    }
    const place = { label, fill: seriesColors[color].light, x, line };
    x += room;
    return place;
  });
}

/** A picture that can stand in a report: title, unit, legend and drawing on white. */
export function composePicture(picture: Picture): string {
  const { title, note, drawing, width, height, legend, footnotes } = picture;
  const placed = placeLegend(legend, width);
  const legendTop = margin + 2 * lineHeight + 8;
  const legendLines = (placed.at(-1)?.line ?? -1) + 1;
  const drawingTop = legendTop + legendLines * lineHeight;
  const notesTop = drawingTop + height + lineHeight;
  const size = {
    width: width + 2 * margin,
    height: drawingTop + height + footnotes.length * lineHeight + margin,
  };
  const notes = footnotes.map(
    (words, index) =>
      `<text x="${margin}" y="${notesTop + index * lineHeight}" ${font} font-size="12" fill="#566068">${escapeXml(words)}</text>`,
  );
  const names = placed.map(({ label, fill, x, line }) => {
    const y = legendTop + line * lineHeight;
    return (
      `<rect x="${margin + x}" y="${y}" width="12" height="12" rx="2" fill="${fill}"/>` +
      `<text x="${margin + x + 18}" y="${y + 11}" ${font} font-size="13" fill="#30373d">${escapeXml(label)}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    `<text x="${margin}" y="${margin + 14}" ${font} font-size="18" font-weight="600" fill="#1c2125">${escapeXml(title)}</text>`,
    `<text x="${margin}" y="${margin + 14 + lineHeight}" ${font} font-size="13" fill="#566068">${escapeXml(note)}</text>`,
    ...names,
    `<g transform="translate(${margin} ${drawingTop})">${drawing}</g>`,
    ...notes,
    '</svg>',
  ].join('');
}

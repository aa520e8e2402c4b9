import type { Inputs } from '../app/api.ts';

/** What the list of a month's review can be narrowed to: the appearances behind one figure. */
type Narrowed = Omit<
  Inputs['press']['listReviewClippings'],
  'month' | 'search' | 'page' | 'pageSize'
>;

const names = [
  'matter',
  'channel',
  'medium',
  'outletId',
  'tone',
  'grade',
  'underContract',
] as const;
export type FigureName = (typeof names)[number];

/** The figure that is open, as the address of the page has it: `matter:unvalued`. */
export function figureText(name: FigureName, key: string): string {
  return `${name}:${key}`;
}

/** What a figure of the address asks of the list; nothing of what is malformed. */
export function readFigure(
  text: string | undefined,
): { name: FigureName; key: string } | undefined {
  const at = text?.indexOf(':') ?? -1;
  const name = names.find((one) => one === text?.slice(0, at));
  const key = text?.slice(at + 1);
  return name && key ? { name, key } : undefined;
}

/** The part of the list's input that a figure stands for. */
export function narrowedTo(text: string | undefined): Narrowed {
  const figure = readFigure(text);
  if (!figure) return {};
  return { [figure.name]: figure.key } as Narrowed;
}

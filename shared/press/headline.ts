import type { Tone } from './schemas.ts';

/**
 * The tones of the headline. What nobody classified is not of it, nor a month's total, of which
 * nobody knows the tone: these count in all tones alone. Nothing is ever subtracted.
 */
export const headlineTones = ['positive', 'neutral'] as const satisfies readonly Tone[];

/** Whether a tone is of the headline; absent or empty where nobody classified it. */
export function isHeadline({ tone }: { tone: string | null }): boolean {
  return headlineTones.some((one) => one === tone);
}

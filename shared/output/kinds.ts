import { z } from 'zod';
import type { Details, OutputKind } from './kind.ts';
import { communityMeeting } from './kinds/community-meeting.ts';
import { event } from './kinds/event.ts';
import { graphicPiece } from './kinds/graphic-piece.ts';
import { institutionalVideo } from './kinds/institutional-video.ts';
import { photoCoverage } from './kinds/photo-coverage.ts';
import { printRun } from './kinds/print-run.ts';
import { programmeEpisode } from './kinds/programme-episode.ts';

const listed = [
  event,
  communityMeeting,
  photoCoverage,
  graphicPiece,
  institutionalVideo,
  programmeEpisode,
  printRun,
] as const;

export const OutputKindId = z.enum(listed.map((kind) => kind.id));
export type OutputKindId = z.infer<typeof OutputKindId>;

/** A listed kind; the details of any of them are text, numbers, flags or null. */
export interface ListedKind extends Omit<OutputKind<OutputKindId>, 'details' | 'words'> {
  details: z.ZodType<Details, unknown> & { shape: z.ZodRawShape };
  words: Record<string, OutputKind['words'][string]>;
}

/** Every kind of output, in the order in which reports list them. */
export const outputKinds: readonly ListedKind[] = listed;

const byId = new Map(outputKinds.map((kind) => [kind.id, kind]));

/** The kind of an id. */
export function outputKind(id: OutputKindId): ListedKind {
  const kind = byId.get(id);
  if (!kind) throw new Error(`no output kind ${id}`);
  return kind;
}

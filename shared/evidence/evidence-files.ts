/** A file kept as evidence. */
export interface EvidenceFile {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
}

/** The largest file that is kept as evidence. */
export const largestEvidenceBytes = 50 * 1024 * 1024;

/** The kinds of files that are kept, by what they hold, with the endings their names may have. */
export const evidenceTypes: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a', 'mp4'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/aac': ['aac'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/wav': ['wav'],
  'audio/flac': ['flac'],
  'video/mp4': ['mp4', 'm4v', 'm4a'],
  'video/quicktime': ['mov', 'qt'],
  'video/webm': ['webm', 'weba'],
  'video/ogg': ['ogv', 'ogg'],
};

/** What a screen can show of a file without opening another program. */
export type EvidenceView = 'image' | 'pdf' | 'audio' | 'video' | 'download';

/** How a file is shown; a picture that browsers cannot draw is downloaded. */
export function viewOfEvidence(mediaType: string): EvidenceView {
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType === 'image/heic') return 'download';
  const [family] = mediaType.split('/');
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'download';
}

/**
 * Whether the ending of a name says something else than what the file holds; no ending, or one of
 * digits alone as in `Recorte 3.11`, says nothing.
 */
export function isNameLying(name: string, mediaType: string): boolean {
  const ending = /\.([a-z0-9]{1,10})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  return /[a-z]/.test(ending) && evidenceTypes[mediaType]?.includes(ending) === false;
}

/** The name of a file as it is kept: the last part of a path, without control characters, of a bearable length. */
export function keptFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cs}\p{Cf}]/gu, '').trim();
  if (plain === '') return 'archivo';
  if (plain.length <= 160) return plain;
  const ending = /\.[a-z0-9]{1,10}$/i.exec(plain)?.[0] ?? '';
  return plain.slice(0, 160 - ending.length) + ending;
}

import { fileTypeFromBuffer } from 'file-type';

/** What the start of a file says that it holds, as a media type; absent where nothing known. Pure: the reader's. */
export async function findMediaType({
  head,
}: {
  head: Uint8Array;
}): Promise<{ mediaType: string | undefined }> {
  return { mediaType: (await fileTypeFromBuffer(head))?.mime };
}

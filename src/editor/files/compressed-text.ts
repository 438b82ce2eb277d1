import { normaliseText, textId } from '../../core/text/text-id';

/** A text's bytes as they are stored: normalised, UTF-8, gzip. */
export async function compress(text: string): Promise<Uint8Array> {
  const stream = new Blob([normaliseText(text)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The text with this id from its stored bytes; `undefined` when they are damaged. Never throws. */
export async function decompress(bytes: Uint8Array, id: string): Promise<string | undefined> {
  try {
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
    const text = await new Response(stream).text();
    return textId(text) === id ? text : undefined;
  } catch {
    return undefined;
  }
}

import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** How many hex digits of the blob id a sidecar writes. */
export const TEXT_ID_LENGTH = 12;

/** The text as it is identified and counted: no BOM, CRLF and lone CR as LF. */
export function normaliseText(text: string): string {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return bare.includes('\r') ? bare.replace(/\r\n?/g, '\n') : bare;
}

/**
 * The id by which a version of a text is known: the first 12 hex digits of git's blob id (SHA-1 over `blob LEN\0` and
 * the bytes) of the normalised text as UTF-8. A checkout with other line ends or a BOM has the same id.
 */
export function textId(text: string): string {
  const bytes = new TextEncoder().encode(normaliseText(text));
  const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
  const digest = sha1.create().update(head).update(bytes).digest();
  return bytesToHex(digest).slice(0, TEXT_ID_LENGTH);
}

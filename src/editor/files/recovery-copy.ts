import { textId } from '../../core/text/text-id';

const SEAL = '\n# whole: ';

/** A text with a last line that says what it must be, so that a copy that was cut off can be told from a whole one. */
export function sealed(text: string): string {
  return `${text}${SEAL}${textId(text)}\n`;
}

/** The text of a sealed copy; `undefined` when the copy is not whole. */
export function unsealed(copy: string): string | undefined {
  const seal = copy.lastIndexOf(SEAL);
  if (seal < 0) return undefined;
  const text = copy.slice(0, seal);
  return copy === sealed(text) ? text : undefined;
}

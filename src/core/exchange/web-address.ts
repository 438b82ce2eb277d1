import { asMarkdown } from '../translation';

/** True for a whole `http` or `https` address without blanks. */
export function isWebAddress(value: string): boolean {
  if (/\s/.test(value)) return false;
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** Words as Markdown that shows them letter by letter; a whole web address as a link to it. */
export function addressAsMarkdown(words: string): string {
  return isWebAddress(words) && !/[<>]/.test(words) ? `<${words}>` : asMarkdown(words);
}

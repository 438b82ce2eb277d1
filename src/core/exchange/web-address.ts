/** True for a whole `http` or `https` address without blanks. */
export function isWebAddress(value: string): boolean {
  if (/\s/.test(value)) return false;
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

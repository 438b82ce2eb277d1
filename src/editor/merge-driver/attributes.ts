/** What is merged entry by entry, as `.gitattributes` has it. */
const LINES = ['*.annotations.yaml merge=glossator', 'glossary.yaml merge=glossator'];

/**
 * The lines to add at the end of a `.gitattributes` so that git hands annotation files and glossaries to the driver; empty when it
 * does already. A line of the researcher's own that names another driver for them stays, and ours comes after it.
 */
export function missingAttributes(text: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const said = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, ' ')));
  const missing = LINES.filter((line) => !said.has(line));
  if (missing.length === 0) return '';
  const start = text === '' || text.endsWith('\n') ? '' : eol;
  return start + missing.map((line) => line + eol).join('');
}

/** The version of the format that this program reads and writes: the number behind `glossator:`. */
export const FORMAT_VERSION = 1;

/** One step from a version of the format to the next. */
export interface Migration {
  readonly from: number;
  /** Answers the text in version `from + 1`. */
  readonly step: (text: string) => string;
}

/** All steps, oldest first. There is one version yet, so there is no step. */
const MIGRATIONS: readonly Migration[] = [];

/**
 * Brings a sidecar of an older version up to `FORMAT_VERSION`, step by step; a text of the present or a higher version
 * is answered as it is. The caller keeps a copy of the old text before it writes the new one.
 */
export function migrate(text: string, version: number, migrations: readonly Migration[] = MIGRATIONS): string {
  let current = text;
  let at = version;
  for (const { from, step } of migrations) {
    if (from !== at) continue;
    current = step(current);
    at++;
  }
  return current;
}

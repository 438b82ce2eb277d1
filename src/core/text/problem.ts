import type { Range } from './range';

export type Severity = 'error' | 'warning' | 'information';

/**
 * Something that a person should look at, as a value: core finds it, the editor words it.
 *
 * `code` is stable and is what the editor localises by; `message` is plain English for the command line and the log.
 * `range` is in UTF-16 code units of the text that was read; absent when the problem is about the file as a whole.
 */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range?: Range;
}

import type { Problem } from '../text/problem';
import { findConflictMarker } from './conflict-markers';

/** Signs that the file is not what was once written, which YAML alone would let pass. */
export function damage(text: string): Problem[] {
  const problems: Problem[] = [];
  const start = findConflictMarker(text);
  if (start >= 0) {
    const end = text.indexOf('\n', start);
    const message = 'The file has conflict markers; it is not written until the two sides are merged.';
    const range = { start, end: end < 0 ? text.length : end };
    problems.push({ code: 'conflict-markers', severity: 'error', message, range });
  }
  // eslint-disable-next-line no-control-regex
  const control = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/);
  if (control >= 0) {
    const message = 'The file has a control character here, as damaged files do; it is not written until that is gone.';
    problems.push({
      code: 'control-character',
      severity: 'error',
      message,
      range: { start: control, end: control + 1 },
    });
  }
  return problems;
}

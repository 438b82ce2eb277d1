/** The few assertions a suite in the web worker host needs: `node:assert` is not to be had there. */

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** Throws unless `condition` is truthy. */
export function ok(condition: unknown, message = 'expected a truthy value'): asserts condition {
  if (!condition) throw new Error(message);
}

/** Throws unless the two are the same value (`Object.is`). */
export const equal = (actual: unknown, expected: unknown, message = ''): void =>
  ok(Object.is(actual, expected), `${message} ${show(actual)} is not ${show(expected)}`.trim());

/** Throws unless the two have the same JSON text. */
export const sameJson = (actual: unknown, expected: unknown, message = ''): void =>
  ok(show(actual) === show(expected), `${message} ${show(actual)} is not ${show(expected)}`.trim());

/** Throws unless `text` contains a match of `pattern`. */
export const match = (text: string, pattern: RegExp): void =>
  ok(pattern.test(text), `${show(text)} does not match ${String(pattern)}`);

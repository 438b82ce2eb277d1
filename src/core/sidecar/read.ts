import type { ParsedSidecar, ParseOptions } from './parsed';

/** Reads a sidecar. Never throws and never hangs, whatever the text is. */
export function parseSidecar(text: string, options: ParseOptions = {}): ParsedSidecar {
  const steps = parseSidecarInSteps(text, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, yielding after every few milliseconds of work, so that a host can do something else between. */
// eslint-disable-next-line require-yield
export function* parseSidecarInSteps(_text: string, _options: ParseOptions = {}): Generator<void, ParsedSidecar> {
  throw new Error('not built yet');
}

import type { StoredFormat, StoredText } from './store-port';

/** A file longer than this is parsed in steps, so that the host can do something else between. */
const LONG = 200_000;

type Readable<Parsed extends StoredText> = Pick<StoredFormat<Parsed, never>, 'parseInSteps'>;

/** Parses a text without a pause. */
export function parseAtOnce<Parsed extends StoredText>(format: Readable<Parsed>, text: string): Parsed {
  const steps = format.parseInSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Parses a text; a long one with pauses, in which anything may happen. */
export async function parseBetweenOtherWork<Parsed extends StoredText>(
  format: Readable<Parsed>,
  text: string,
): Promise<Parsed> {
  if (text.length < LONG) return parseAtOnce(format, text);
  const steps = format.parseInSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

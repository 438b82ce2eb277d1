import {
  newId,
  type Annotation,
  type ChargeDetails,
  type LayerId,
  type Rejection,
  type RejectionScope,
  type Selector,
  type Stamp,
} from '../../core/annotation/annotation';
import type { Mention } from '../../core/recognition';

/** The present moment as sidecars write it. */
export function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}

export function stamp(by: string): Stamp {
  return { by, at: now() };
}

/** A new annotation, made now. */
export function newAnnotation(
  author: string,
  type: LayerId,
  selector: Selector,
  body: Partial<Annotation> = {},
): Annotation {
  return { ...body, id: newId(), author, type, selector, created: now() };
}

/** A new rejection, made now. */
export function newRejection(author: string, type: LayerId, selector: Selector, scope: RejectionScope): Rejection {
  return { id: newId(), author, type, selector, scope, created: now() };
}

/** The annotation with changed fields, stamped when somebody other than its author changes it. */
export function revised(annotation: Annotation, by: string, fields: Partial<Annotation>): Annotation {
  const next = { ...annotation, ...fields };
  return annotation.author === by ? next : { ...next, modified: stamp(by) };
}

/** What the text says of a suggested charge, as an accepted annotation carries it; `undefined` when it says nothing. */
export function chargeDetails(mention: Mention, text: string): ChargeDetails | undefined {
  const { charge } = mention;
  if (!charge) return undefined;
  const fact = (range: { start: number; end: number } | undefined) =>
    range && { quote: text.slice(range.start, range.end) };
  const details: ChargeDetails = {
    ...(charge.stage && { stage: charge.stage }),
    ...(charge.penalty && { penalty: fact(charge.penalty) }),
    ...(charge.law && { law: fact(charge.law) }),
    ...(charge.against && { against: fact(charge.against) }),
    ...(charge.reportedBy && { reportedBy: fact(charge.reportedBy) }),
  };
  return Object.keys(details).length > 0 ? details : undefined;
}

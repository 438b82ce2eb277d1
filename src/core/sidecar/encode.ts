import type {
  Annotation,
  ChargeDetails,
  ChargeFact,
  FieldConflict,
  Rejection,
  Reply,
  Selector,
  SourceMetadata,
  Stamp,
} from '../annotation/annotation';
import type { YamlValue, YamlValueMap } from '../yaml/node';
import { SOURCE_KEYS } from './vocabulary';

/** What an entry of a sidecar can be. */
export type Entry =
  | { readonly kind: 'annotation'; readonly value: Annotation }
  | { readonly kind: 'reply'; readonly value: Reply }
  | { readonly kind: 'rejection'; readonly value: Rejection };

/** The keys and values of an entry, in the order in which they are written; what is absent has no key. */
export function encodeEntry(entry: Entry): YamlValueMap {
  switch (entry.kind) {
    case 'annotation':
      return encodeAnnotation(entry.value);
    case 'reply':
      return encodeReply(entry.value);
    case 'rejection':
      return encodeRejection(entry.value);
  }
}

function encodeAnnotation(annotation: Annotation): YamlValueMap {
  return present([
    ['type', annotation.type],
    ['quote', quoteValue(annotation.selector.quote)],
    ['entity', annotation.entity],
    ['charge', annotation.charge && encodeCharge(annotation.charge)],
    ['text', annotation.text],
    ['rendering', annotation.rendering],
    ['literal', annotation.literal],
    [
      'alternatives',
      annotation.alternatives?.map(({ text, why }) =>
        present([
          ['text', text],
          ['why', why],
        ]),
      ),
    ],
    ['explanation', annotation.explanation],
    ['authority', annotation.authority],
    ['state', annotation.state],
    ['rendered', annotation.rendered && encodeStamp(annotation.rendered)],
    [
      'earlier',
      annotation.earlier?.map(({ text, by, at }) =>
        present([
          ['text', text],
          ['by', by],
          ['at', at],
        ]),
      ),
    ],
    [
      'accepted',
      annotation.accepted?.map(({ rule, why }) =>
        present([
          ['rule', rule],
          ['why', why],
        ]),
      ),
    ],
    ['kept', annotation.kept],
    ['created', annotation.created],
    ['modified', annotation.modified && encodeStamp(annotation.modified)],
    ['conflicts', annotation.conflicts?.map(encodeConflict)],
    ['position', encodePosition(annotation.selector)],
  ]);
}

function encodeReply(reply: Reply): YamlValueMap {
  return present([
    ['reply_to', reply.replyTo],
    ['text', reply.text],
    ['created', reply.created],
    ['modified', reply.modified && encodeStamp(reply.modified)],
    ['conflicts', reply.conflicts?.map(encodeConflict)],
  ]);
}

function encodeRejection(rejection: Rejection): YamlValueMap {
  return present([
    ['type', rejection.type],
    ['quote', quoteValue(rejection.selector.quote)],
    ['scope', rejection.scope],
    ['created', rejection.created],
    ['conflicts', rejection.conflicts?.map(encodeConflict)],
    ['position', encodePosition(rejection.selector)],
  ]);
}

/** The keys of `source:`. */
export function encodeSource(source: SourceMetadata): YamlValueMap {
  return present([
    ...SOURCE_KEYS.map(([key, property]): [string, YamlValue | undefined] => [key, source[property]]),
    ['conflicts', source.conflicts?.length ? source.conflicts.map(encodeConflict) : undefined],
  ]);
}

function encodeCharge(charge: ChargeDetails): YamlValueMap {
  return present([
    ['stage', charge.stage],
    ['penalty', charge.penalty && encodeFact(charge.penalty)],
    ['law', charge.law && encodeFact(charge.law)],
    ['against', charge.against && encodeFact(charge.against)],
    ['reported_by', charge.reportedBy && encodeFact(charge.reportedBy)],
  ]);
}

function encodeFact(fact: ChargeFact): YamlValueMap {
  if ('added' in fact) return new Map([['added', fact.added]]);
  const several = fact.selector !== undefined && fact.selector.quote.length > 1;
  return present([
    ['quote', several ? quoteValue(fact.selector.quote) : fact.quote],
    ['position', fact.selector && encodePosition(fact.selector)],
  ]);
}

function encodePosition(selector: Selector): YamlValueMap | undefined {
  const position = present([
    ['text', selector.textId],
    ['parts', selector.parts?.map(({ start, end }) => [start, end])],
    ['before', selector.before],
    ['after', selector.after],
    ['rival', selector.rival],
    ['line_repeats', selector.lineRepeats],
  ]);
  return position.size === 0 ? undefined : position;
}

function encodeStamp({ by, at }: Stamp): YamlValueMap {
  return new Map([
    ['by', by],
    ['at', at],
  ]);
}

/** A record of `conflicts:`. */
export function encodeConflict({ field, ours, theirs, base }: FieldConflict): YamlValueMap {
  return new Map<string, YamlValue>([
    ['field', field],
    ['ours', fromPlain(ours)],
    ['theirs', fromPlain(theirs)],
    ['base', fromPlain(base)],
  ]);
}

function quoteValue(quote: readonly string[]): YamlValue {
  return quote.length === 1 ? quote[0]! : quote;
}

/** Plain objects and lists as YAML values; what is neither, nor a scalar, becomes null. */
export function fromPlain(value: unknown): YamlValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, inner]) => [key, fromPlain(inner)]));
  }
  return null;
}

function present(pairs: readonly (readonly [string, YamlValue | undefined])[]): YamlValueMap {
  const map = new Map<string, YamlValue>();
  for (const [key, value] of pairs) if (value !== undefined) map.set(key, value);
  return map;
}

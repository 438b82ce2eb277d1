import {
  type AcceptedInconsistency,
  type Alternative,
  type Annotation,
  CHARGE_STAGES,
  type ChargeDetails,
  type ChargeFact,
  type EarlierRendering,
  type FieldConflict,
  NOTE_STATES,
  type Rejection,
  REJECTION_SCOPES,
  type Reply,
  type Selector,
  type SourceMetadata,
  type Stamp,
} from '../annotation/annotation';
import { asCodePoints, type CodePointRange } from '../text/code-points';
import type { Problem, Severity } from '../text/problem';
import {
  isListValue,
  isMapValue,
  pairOf,
  valueOf,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlValue,
} from '../yaml/node';
import type { Entry } from './encode';
import { SOURCE_KEYS, type SectionName } from './vocabulary';

/** Turns what YAML says into annotations; what can't be used is reported and left out. */
export class Decoder {
  readonly problems: Problem[] = [];

  /** The entry; absent when it lacks what makes it one. */
  entry(section: SectionName, author: string, pair: YamlPair): Entry | undefined {
    const map = pair.value;
    if (map.kind !== 'map') {
      this.report('bad-value', 'error', `The entry "${pair.key}" should consist of keys with values.`, pair);
      return undefined;
    }
    if (section === 'rejected') return this.rejection(author, pair, map);
    return pairOf(map, 'reply_to') === undefined ? this.annotation(author, pair, map) : this.reply(author, pair, map);
  }

  private annotation(author: string, pair: YamlPair, map: YamlMap): Entry | undefined {
    const type = this.required(map, 'type', pair);
    const selector = this.selector(map, pair);
    const value: Mutable<Annotation> = { id: pair.key, author, type: type ?? '', selector: selector ?? { quote: [] } };
    for (const field of map.pairs) this.annotationField(value, field);
    return type === undefined || selector === undefined ? undefined : { kind: 'annotation', value };
  }

  private annotationField(into: Mutable<Annotation>, field: YamlPair): void {
    switch (field.key) {
      case 'entity':
      case 'text':
      case 'rendering':
      case 'literal':
      case 'explanation':
      case 'authority':
        return set(into, field.key, this.string(field));
      case 'created':
        return set(into, 'created', this.time(field));
      case 'modified':
      case 'rendered':
        return set(into, field.key, this.stamp(field));
      case 'state':
        return set(into, 'state', this.oneOf(field, NOTE_STATES));
      case 'charge':
        return set(into, 'charge', this.charge(field));
      case 'alternatives':
        return set(
          into,
          'alternatives',
          this.list(field, (item) => this.alternative(item)),
        );
      case 'earlier':
        return set(
          into,
          'earlier',
          this.list(field, (item) => this.earlier(item)),
        );
      case 'accepted':
        return set(
          into,
          'accepted',
          this.list(field, (item) => this.accepted(item)),
        );
      case 'kept':
        return set(into, 'kept', this.boolean(field));
      case 'conflicts':
        return set(into, 'conflicts', this.conflicts(field));
    }
  }

  private reply(author: string, pair: YamlPair, map: YamlMap): Entry | undefined {
    const replyTo = this.required(map, 'reply_to', pair);
    const text = this.required(map, 'text', pair);
    if (replyTo === undefined || text === undefined) return undefined;
    const value: Mutable<Reply> = { id: pair.key, author, replyTo, text };
    this.madeAndDisputed(map, value);
    const modified = pairOf(map, 'modified');
    if (modified) set(value, 'modified', this.stamp(modified));
    return { kind: 'reply', value };
  }

  private rejection(author: string, pair: YamlPair, map: YamlMap): Entry | undefined {
    const type = this.required(map, 'type', pair);
    const selector = this.selector(map, pair);
    const scopePair = pairOf(map, 'scope');
    const scope = scopePair && this.oneOf(scopePair, REJECTION_SCOPES);
    if (type === undefined || selector === undefined) return undefined;
    const value: Mutable<Rejection> = { id: pair.key, author, type, selector, scope: scope ?? 'here' };
    this.madeAndDisputed(map, value);
    return { kind: 'rejection', value };
  }

  private madeAndDisputed(map: YamlMap, into: Mutable<Reply> | Mutable<Rejection>): void {
    const created = pairOf(map, 'created');
    if (created) set(into, 'created', this.time(created));
    const conflicts = pairOf(map, 'conflicts');
    if (conflicts) set(into, 'conflicts', this.conflicts(conflicts));
  }

  /** What `source:` says. */
  source(pair: YamlPair): SourceMetadata {
    const source: Mutable<SourceMetadata> = {};
    if (isNull(pair.value)) return source;
    if (pair.value.kind !== 'map') {
      this.report('bad-value', 'warning', 'source: should consist of keys with values.', pair);
      return source;
    }
    for (const [key, property] of SOURCE_KEYS) {
      const field = pairOf(pair.value, key);
      if (field === undefined) continue;
      if (property === 'parallel') set(source, 'parallel', this.strings(field));
      else set(source, property, this.string(field));
    }
    const conflicts = pairOf(pair.value, 'conflicts');
    if (conflicts) set(source, 'conflicts', this.conflicts(conflicts));
    return source;
  }

  private selector(map: YamlMap, entry: YamlPair): Selector | undefined {
    const quotePair = pairOf(map, 'quote');
    if (quotePair === undefined || isNull(quotePair.value)) {
      this.report('missing-key', 'error', `The entry "${entry.key}" has no quote.`, entry);
      return undefined;
    }
    const quote = this.strings(quotePair, 'error');
    if (quote === undefined) return undefined;
    const positionPair = pairOf(map, 'position');
    return { quote, ...(positionPair && this.position(positionPair)) };
  }

  private position(pair: YamlPair): Omit<Selector, 'quote'> {
    const position: Mutable<Omit<Selector, 'quote'>> = {};
    if (isNull(pair.value)) return position;
    if (pair.value.kind !== 'map') {
      this.report('bad-value', 'warning', 'position: should consist of keys with values.', pair);
      return position;
    }
    for (const field of pair.value.pairs) {
      if (field.key === 'text') set(position, 'textId', this.textId(field));
      else if (field.key === 'parts') set(position, 'parts', this.parts(field));
      else if (field.key === 'before' || field.key === 'after') set(position, field.key, this.string(field));
      else if (field.key === 'rival') set(position, 'rival', this.score(field));
      else if (field.key === 'line_repeats') set(position, 'lineRepeats', this.boolean(field));
    }
    return position;
  }

  private textId(field: YamlPair): string | undefined {
    const text = this.string(field);
    if (text === undefined || /^[0-9a-f]{12}$/.test(text)) return text;
    return this.bad(field, '12 hex digits, the id of a version of the text');
  }

  private parts(field: YamlPair): readonly CodePointRange[] | undefined {
    const value = valueOf(field.value);
    if (value === null) return undefined;
    if (isListValue(value) && value.length > 0 && value.every(isOffsetPair)) {
      return value.map(([start, end]) => ({ start: asCodePoints(start), end: asCodePoints(end) }));
    }
    return this.bad(field, 'a list of [start, end] in code points');
  }

  private score(field: YamlPair): number | undefined {
    const value = valueOf(field.value);
    if (value === null) return undefined;
    return typeof value === 'number' && value >= 0 && value <= 1 ? value : this.bad(field, 'a number from 0 to 1');
  }

  private charge(field: YamlPair): ChargeDetails | undefined {
    const map = this.map(field);
    if (map === undefined) return undefined;
    const charge: Mutable<ChargeDetails> = {};
    for (const detail of map.pairs) {
      if (detail.key === 'stage') set(charge, 'stage', this.oneOf(detail, CHARGE_STAGES));
      else if (detail.key === 'reported_by') set(charge, 'reportedBy', this.fact(detail));
      else if (detail.key === 'penalty' || detail.key === 'law' || detail.key === 'against') {
        set(charge, detail.key, this.fact(detail));
      }
    }
    return charge;
  }

  private fact(field: YamlPair): ChargeFact | undefined {
    if (isNull(field.value)) return undefined;
    const map = field.value.kind === 'map' ? field.value : undefined;
    const added = map && pairOf(map, 'added');
    const quotePair = map && pairOf(map, 'quote');
    if (map === undefined || (added === undefined) === (quotePair === undefined)) {
      return this.bad(field, '{ quote: ... }, the words of the source, or { added: ... }, the words of the researcher');
    }
    if (added !== undefined) {
      const text = this.string(added);
      return text === undefined ? undefined : { added: text };
    }
    const quote = this.strings(quotePair!);
    if (quote === undefined) return undefined;
    const positionPair = pairOf(map, 'position');
    const said = quote.join(' … ');
    if (positionPair === undefined && quote.length === 1) return { quote: said };
    return { quote: said, selector: { quote, ...(positionPair && this.position(positionPair)) } };
  }

  private alternative(item: YamlValue): Alternative | undefined {
    if (typeof item === 'string') return { text: item };
    if (!isMapValue(item)) return undefined;
    const text = item.get('text');
    const why = item.get('why') ?? undefined;
    if (typeof text !== 'string' || (why !== undefined && typeof why !== 'string')) return undefined;
    return why === undefined ? { text } : { text, why };
  }

  private earlier(item: YamlValue): EarlierRendering | undefined {
    if (!isMapValue(item)) return undefined;
    const [text, by, at] = [item.get('text'), item.get('by'), item.get('at')];
    return typeof text === 'string' && typeof by === 'string' && typeof at === 'string' ? { text, by, at } : undefined;
  }

  private accepted(item: YamlValue): AcceptedInconsistency | undefined {
    if (!isMapValue(item)) return undefined;
    const [rule, why] = [item.get('rule'), item.get('why')];
    return typeof rule === 'string' && typeof why === 'string' ? { rule, why } : undefined;
  }

  private conflicts(field: YamlPair): readonly FieldConflict[] | undefined {
    return this.list(field, (item) => {
      const name = isMapValue(item) ? item.get('field') : undefined;
      if (!isMapValue(item) || typeof name !== 'string') return undefined;
      const side = (key: string): unknown => toPlain(item.get(key) ?? null);
      return { field: name, ours: side('ours'), theirs: side('theirs'), base: side('base') };
    });
  }

  private list<T>(field: YamlPair, item: (value: YamlValue) => T | undefined): readonly T[] | undefined {
    const value = valueOf(field.value);
    if (value === null) return undefined;
    const items = isListValue(value) ? value.map(item) : [undefined];
    const good = items.filter((one) => one !== undefined);
    if (good.length < items.length) this.bad(field, `a list of ${field.key} with their keys`);
    return isListValue(value) ? good : undefined;
  }

  private stamp(field: YamlPair): Stamp | undefined {
    const map = this.map(field);
    if (map === undefined) return undefined;
    const [by, at] = ['by', 'at'].map((key) => {
      const pair = pairOf(map, key);
      return pair && this.string(pair);
    });
    return by === undefined || at === undefined ? this.bad(field, '{ by: ..., at: ... }') : { by, at };
  }

  private time(field: YamlPair): string | undefined {
    const text = this.string(field);
    if (text === undefined || (/^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)))) return text;
    return this.bad(field, 'a time such as "2026-11-21T20:15:00Z"');
  }

  private boolean(field: YamlPair): boolean | undefined {
    const value = valueOf(field.value);
    return typeof value === 'boolean' ? value : value === null ? undefined : this.bad(field, 'true or false');
  }

  private oneOf<T extends string>(field: YamlPair, words: readonly T[]): T | undefined {
    const text = this.string(field);
    const word = words.find((candidate) => candidate === text);
    return word ?? (text === undefined ? undefined : this.bad(field, `one of ${words.join(', ')}`));
  }

  private map(field: YamlPair): YamlMap | undefined {
    if (field.value.kind === 'map') return field.value;
    return isNull(field.value) ? undefined : this.bad(field, 'keys with values');
  }

  /** A string, or several; a plain number or word is taken as it was typed. */
  private strings(field: YamlPair, severity: Severity = 'warning'): readonly string[] | undefined {
    if (field.value.kind === 'scalar') {
      const one = this.string(field);
      return one === undefined ? undefined : [one];
    }
    if (field.value.kind === 'list' && field.value.items.length > 0) {
      const texts = field.value.items.map((item) => (item.kind === 'scalar' && !isNull(item) ? item.text : undefined));
      if (texts.every((text) => text !== undefined)) return texts;
    }
    return this.bad(field, 'a text or a list of texts', severity);
  }

  private string(field: YamlPair): string | undefined {
    if (isNull(field.value)) return undefined;
    return field.value.kind === 'scalar' ? field.value.text : this.bad(field, 'a text');
  }

  private required(map: YamlMap, key: string, entry: YamlPair): string | undefined {
    const pair = pairOf(map, key);
    const text = pair?.value.kind === 'scalar' && !isNull(pair.value) ? pair.value.text : undefined;
    if (text !== undefined && text !== '') return text;
    if (pair === undefined) this.report('missing-key', 'error', `The entry "${entry.key}" has no ${key}.`, entry);
    else this.bad(pair, 'a text', 'error');
    return undefined;
  }

  private bad(field: YamlPair, expected: string, severity: Severity = 'warning'): undefined {
    const node = field.value;
    const range = node.end > node.start ? node : { start: field.keyStart, end: field.keyEnd };
    this.problems.push({
      code: 'bad-value',
      severity,
      message: `${field.key}: should be ${expected}.`,
      range: { start: range.start, end: range.end },
    });
    return undefined;
  }

  private report(code: string, severity: Severity, message: string, at: YamlPair): void {
    this.problems.push({ code, severity, message, range: { start: at.keyStart, end: at.keyEnd } });
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function set<T extends object, K extends keyof T>(into: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) into[key] = value;
}

function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function isOffsetPair(value: YamlValue): value is readonly [number, number] {
  if (!isListValue(value) || value.length !== 2) return false;
  const [start, end] = value;
  return (
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    (start as number) >= 0 &&
    (start as number) < (end as number)
  );
}

/** A YAML value as plain objects and lists. */
export function toPlain(value: YamlValue): unknown {
  if (isMapValue(value)) return Object.fromEntries([...value].map(([key, inner]) => [key, toPlain(inner)]));
  return isListValue(value) ? value.map(toPlain) : value;
}

import { TokenKind } from '../text/tokens';
import { LABEL_COUNT, type Labelled } from './chain';
import { mix } from './hashing';
import { CueField, CueKind, type Passage, type Run } from './passage';
import { Shape } from './shape';

/** The first pass over a passage: `LABEL_COUNT` numbers for each token of its runs, run after run. */
export interface Reading {
  readonly emissions: Float32Array;
  readonly marginals: Float64Array;
}

/** How sure the first pass must be of a token to speak for the same word elsewhere. */
const CLEAR = 0.85;

/** What the clear occurrences of a word in a document say, as counts in the bytes of one number. */
const PERSON = 1;
const PLACE = 1 << 7;
const NONE = 1 << 14;
/** It ends a person's name of several words. */
const SURNAME = 1 << 21;
const MOST = 127;

/**
 * What the words around a run say, one bit each: a title, an organisation's or a place's word just before it; an organisation's just
 * after or some words before it; a title, or an organisation's word, in an apposition.
 */
function cueBits(run: Run): number {
  const { title, organisation, place } = CueKind;
  const field = (at: number): number => (run.cues >> at) & 7;
  const apposition = field(CueField.apposition);
  return (
    (field(CueField.before) & (title | organisation | place)) |
    (field(CueField.after) & organisation ? 8 : 0) |
    (field(CueField.near) & organisation ? 16 : 0) |
    (apposition & title ? 32 : 0) |
    (apposition & organisation ? 64 : 0)
  );
}
const CUE_BITS = 7;

const countOf = (counts: number, unit: number): number => (counts / unit) & MOST;

/**
 * What a document says of each word: how often it is clearly a person, a place or neither, and whether it also stands in lower case.
 * Counts are integers, so that taking a paragraph out and putting it back leaves no trace.
 */
export class DocumentContext {
  private readonly counts = new Map<number, Int32Array>();
  private readonly lowerCase = new Map<number, number>();
  /** When what is said of a word changed last. */
  private readonly changes = new Map<number, number>();
  private time = 0;

  /** A moment between two changes, for `hasChanged`. */
  get now(): number {
    return this.time;
  }

  /** Whether anything that is said of the words in the passage's runs may have changed after the moment. */
  hasChanged(passage: Passage, since: number): boolean {
    if (since === this.time) return false;
    for (const run of passage.runs)
      for (let i = run.start; i < run.end; i++) if ((this.changes.get(passage.hash[i]!) ?? 0) > since) return true;
    return false;
  }

  /** Adds what a passage says, or with `sign` -1 takes it away again. */
  add(passage: Passage, reading: Reading, sign: 1 | -1 = 1): void {
    const { tokens, hash } = passage;
    this.time++;
    for (let i = 0; i < tokens.count; i++) {
      if (
        (tokens.kind[i]! & (TokenKind.word | TokenKind.capital)) === TokenKind.word &&
        tokens.end[i]! - tokens.start[i]! > 1
      ) {
        const before = this.lowerCase.get(hash[i]!) ?? 0;
        this.lowerCase.set(hash[i]!, before + sign);
        // Only whether it stands in lower case at all is ever asked.
        if (before === 0 || before + sign === 0) this.changes.set(hash[i]!, this.time);
      }
    }
    let at = 0;
    for (const run of passage.runs) {
      const cues = cueBits(run);
      for (let i = run.start; i < run.end; i++, at++) {
        const vote = voteOf(passage, reading, at, i);
        if (vote === 0 && cues === 0) continue;
        this.changes.set(hash[i]!, this.time);
        let counts = this.counts.get(hash[i]!);
        if (!counts) this.counts.set(hash[i]!, (counts = new Int32Array(4 + CUE_BITS)));
        for (let bit = 0; bit < CUE_BITS; bit++) if (cues & (1 << bit)) counts[4 + bit]! += sign;
        if (vote & PERSON) counts[0]! += sign;
        if (vote & PLACE) counts[1]! += sign;
        if (vote & NONE) counts[2]! += sign;
        if (vote & SURNAME) counts[3]! += sign;
      }
    }
  }

  /** Which cues stand around the word anywhere in the document, as `cueBits` numbers them. */
  cues(hash: number): number {
    const counts = this.counts.get(hash);
    let cues = 0;
    if (counts) for (let bit = 0; bit < CUE_BITS; bit++) if (counts[4 + bit]! > 0) cues |= 1 << bit;
    return cues;
  }

  /** How many occurrences other than the one that votes `own` are clearly of the type: 0 person, 1 place. */
  others(hash: number, own: number, type: 0 | 1): number {
    return (this.counts.get(hash)?.[type] ?? 0) - countOf(own, type === 0 ? PERSON : PLACE);
  }

  /** A summary of what occurrences other than the one that votes `own` say of a word. */
  summary(hash: number, own: number): number {
    const counts = this.counts.get(hash);
    const lower = (this.lowerCase.get(hash) ?? 0) > 0 ? 1 : 0;
    if (!counts) return lower;
    const bucket = (kind: number, unit: number) => {
      const others = counts[kind]! - countOf(own, unit);
      return others <= 0 ? 0 : others === 1 ? 1 : 2;
    };
    return (
      lower +
      2 * (bucket(0, PERSON) + 3 * (bucket(1, PLACE) + 3 * (bucket(2, NONE) + 3 * Math.min(1, bucket(3, SURNAME)))))
    );
  }
}

/** What one occurrence says of its word: 0 when it isn't clear. `at` counts run tokens, `i` all tokens. */
function voteOf(passage: Passage, reading: Reading, at: number, i: number): number {
  if ((passage.tokens.kind[i]! & TokenKind.capital) === 0) return 0;
  const { marginals } = reading;
  const m = at * LABEL_COUNT;
  const person = marginals[m + 1]! + marginals[m + 2]! + marginals[m + 3]! + marginals[m + 4]!;
  if (person > CLEAR) return PERSON | (marginals[m + 3]! > CLEAR ? SURNAME : 0);
  if (marginals[m]! > CLEAR) return passage.sentenceStart[i] || passage.shape[i] === Shape.shouted ? 0 : NONE;
  return 1 - person - marginals[m]! > CLEAR ? PLACE : 0;
}

/** Whether other occurrences in the document are clearly of the type (0 person, 1 place) of a span of the passage. */
export function isSeenElsewhere(passage: Passage, reading: Reading, context: DocumentContext, span: Labelled): boolean {
  let at = 0;
  for (const run of passage.runs) {
    if (span.start < run.end) {
      const last = span.end - 1;
      const own = voteOf(passage, reading, at + last - run.start, last);
      return context.others(passage.hash[last]!, own, span.type) > 0;
    }
    at += run.end - run.start;
  }
  return false;
}

/** Best group (0 none, 1 person, 2 place) times 4 plus how sure the first pass is. */
function firstOpinion(reading: Reading, at: number): number {
  const m = at * LABEL_COUNT;
  const { marginals } = reading;
  const none = marginals[m]!;
  const person = marginals[m + 1]! + marginals[m + 2]! + marginals[m + 3]! + marginals[m + 4]!;
  const place = 1 - none - person;
  const top = Math.max(none, person, place);
  return (top === none ? 0 : top === person ? 4 : 8) + (top > 0.95 ? 3 : top > 0.8 ? 2 : top > 0.6 ? 1 : 0);
}

/** Templates of the second pass begin here, clear of those of the first. */
const FIRST_TEMPLATE = 1000;

/** Writes the features of the second pass for token `i` of `run`; `at` is the run's first token in `reading`. */
export function contextFeatures(
  passage: Passage,
  reading: Reading,
  at: number,
  run: Run,
  i: number,
  context: DocumentContext,
  out: Int32Array,
): number {
  let n = 0;
  let template = FIRST_TEMPLATE;
  const put = (value: number): void => {
    out[n++] = mix(Math.imul(++template, 0x9e3779b1) ^ value);
  };
  const length = run.end - run.start;
  const summaryAt = (k: number): number =>
    k < 0 || k >= length
      ? 255
      : context.summary(passage.hash[run.start + k]!, voteOf(passage, reading, at + k, run.start + k));
  const opinionAt = (k: number): number => (k < 0 || k >= length ? 15 : firstOpinion(reading, at + k));
  const own = summaryAt(i);
  const opinion = opinionAt(i);
  const before = summaryAt(i - 1);
  const after = summaryAt(i + 1);
  const token = run.start + i;
  const look = passage.shape[token] === Shape.shouted ? 2 : passage.sentenceStart[token]!;
  const place = (i === 0 ? 1 : 0) + (i === length - 1 ? 2 : 0);
  put(own);
  put(own * 16 + opinion);
  put(own * 4 + look);
  put(own * 4 + place);
  put(before);
  put(after);
  put((own * 16 + opinion) * 4 + place);
  put((own * 16 + opinionAt(i - 1)) * 16 + opinionAt(i + 1));
  put(before * 256 + own);
  put(own * 256 + after);
  put((opinion * 4 + look) * 4 + place);
  const cues = context.cues(passage.hash[token]!);
  const beside = cues & 7;
  put(beside);
  put(beside * 16 + opinion);
  put(beside * 256 + own);
  put(cues >> 3);
  put((cues >> 3) * 16 + opinion);
  return n;
}

/** A number that changes when what the document says of a passage's words changes. */
export function contextSignature(passage: Passage, reading: Reading, context: DocumentContext): number {
  let signature = 1;
  let at = 0;
  for (const run of passage.runs) {
    for (let i = run.start; i < run.end; i++, at++) {
      const summary = context.summary(passage.hash[i]!, voteOf(passage, reading, at, i));
      signature = mix(Math.imul(signature, 31) ^ (summary * 128 + context.cues(passage.hash[i]!)));
    }
  }
  return signature;
}

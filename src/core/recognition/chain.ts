/** Labels of the chain: O, then begin, inside, end, single of persons and of places (BIOES). */
export const LABELS = ['O', 'B-P', 'I-P', 'E-P', 'S-P', 'B-L', 'I-L', 'E-L', 'S-L'] as const;
export const LABEL_COUNT = LABELS.length;

const closed = [0, 3, 4, 7, 8];
const opening = [0, 1, 4, 5, 8];

/** The label pairs that may follow one another; `O` stands before the first token and after the last. */
export const ALLOWED: readonly (readonly number[])[] = LABELS.map((_, from) => {
  if (closed.includes(from)) return opening;
  const type = from < 5 ? 0 : 4;
  return [type + 2, type + 3];
});

/** For each label the labels that may come before it. */
export const BEFORE: readonly (readonly number[])[] = LABELS.map((_, to) =>
  LABELS.map((_, from) => from).filter((from) => ALLOWED[from]!.includes(to)),
);

/** True for labels that may be the last of a run. */
export const CLOSED: readonly boolean[] = LABELS.map((_, label) => closed.includes(label));

/** A labelled span of a run, in tokens from the run's start. */
export interface Labelled {
  readonly start: number;
  readonly end: number;
  /** 0 person, 1 place. */
  readonly type: 0 | 1;
  readonly probability: number;
}

/**
 * A first-order chain over one run: exact marginals with the forward-backward algorithm and the best path with Viterbi's. Scores are
 * scaled per token, so that long runs neither overflow nor vanish. One instance is reused for all runs.
 */
export class Chain {
  length = 0;
  private capacity = 0;
  private forward = new Float64Array(0);
  private backward = new Float64Array(0);
  private potential = new Float64Array(0);
  private scale = new Float64Array(0);
  private best = new Float64Array(0);
  private back = new Uint8Array(0);
  private readonly transition: Float64Array;

  /** `transitions` are log scores, `LABEL_COUNT` squared, row = label before. */
  constructor(private readonly transitions: Float64Array) {
    this.transition = transitions.map((score) => Math.exp(score));
  }

  /** Takes over transitions that were changed in place. */
  retune(): void {
    for (let k = 0; k < this.transition.length; k++) this.transition[k] = Math.exp(this.transitions[k]!);
  }

  private reserve(length: number): void {
    if (length <= this.capacity) return;
    this.capacity = Math.max(16, length * 2);
    const cells = this.capacity * LABEL_COUNT;
    this.forward = new Float64Array(cells);
    this.backward = new Float64Array(cells);
    this.potential = new Float64Array(cells);
    this.best = new Float64Array(cells);
    this.back = new Uint8Array(cells);
    this.scale = new Float64Array(this.capacity);
  }

  /** Computes marginals for `length` tokens with log scores `emissions` from `offset` on. */
  run(emissions: Float32Array | Float64Array, offset: number, length: number): void {
    this.reserve(length);
    this.length = length;
    const { forward, backward, potential, scale, transition } = this;
    const L = LABEL_COUNT;
    for (let t = 0; t < length; t++) {
      let top = -Infinity;
      for (let y = 0; y < L; y++) top = Math.max(top, emissions[offset + t * L + y]!);
      for (let y = 0; y < L; y++) potential[t * L + y] = Math.exp(emissions[offset + t * L + y]! - top);
    }
    for (let t = 0; t < length; t++) {
      let sum = 0;
      for (let y = 0; y < L; y++) {
        let total = 0;
        if (t === 0) total = opening.includes(y) ? transition[y]! : 0;
        else for (const from of BEFORE[y]!) total += forward[(t - 1) * L + from]! * transition[from * L + y]!;
        total *= potential[t * L + y]!;
        forward[t * L + y] = total;
        sum += total;
      }
      scale[t] = sum;
      for (let y = 0; y < L; y++) forward[t * L + y]! /= sum;
    }
    for (let y = 0; y < L; y++) backward[(length - 1) * L + y] = CLOSED[y] ? transition[y * L]! : 0;
    for (let t = length - 2; t >= 0; t--) {
      for (let y = 0; y < L; y++) {
        let total = 0;
        for (const to of ALLOWED[y]!)
          total += transition[y * L + to]! * potential[(t + 1) * L + to]! * backward[(t + 1) * L + to]!;
        backward[t * L + y] = total / scale[t + 1]!;
      }
    }
  }

  /** Total of `forward x backward` at a token: the same at every token of the run. */
  private get partition(): number {
    let z = 0;
    const at = (this.length - 1) * LABEL_COUNT;
    for (let y = 0; y < LABEL_COUNT; y++) z += this.forward[at + y]! * this.backward[at + y]!;
    return z;
  }

  /** Probability of each label of each token, written to `out` (`length x LABEL_COUNT`). */
  marginals(out: Float64Array): void {
    const z = this.partition;
    for (let c = 0; c < this.length * LABEL_COUNT; c++) out[c] = (this.forward[c]! * this.backward[c]!) / z;
  }

  /** Adds `weight` times the expected transitions to `out` (`LABEL_COUNT` squared). */
  expectTransitions(out: Float64Array, weight: number): void {
    const L = LABEL_COUNT;
    const z = this.partition;
    const { forward, backward, potential, scale, transition } = this;
    for (let y = 0; y < L; y++) {
      out[y]! += (weight * forward[y]! * backward[y]!) / z;
      out[y * L]! += (weight * forward[(this.length - 1) * L + y]! * backward[(this.length - 1) * L + y]!) / z;
    }
    for (let t = 1; t < this.length; t++) {
      for (let from = 0; from < L; from++) {
        const head = forward[(t - 1) * L + from]! / (scale[t]! * z);
        if (head === 0) continue;
        for (const to of ALLOWED[from]!) {
          out[from * L + to]! +=
            weight * head * transition[from * L + to]! * potential[t * L + to]! * backward[t * L + to]!;
        }
      }
    }
  }

  /** Log of the normaliser less the sum of each token's top score, which `run` took out. */
  get logPartition(): number {
    let sum = Math.log(this.partition);
    for (let t = 0; t < this.length; t++) sum += Math.log(this.scale[t]!);
    return sum;
  }

  /** Probability that the tokens from `start` to `end` are one name of `type`, all paths considered. */
  spanProbability(start: number, end: number, type: 0 | 1): number {
    const L = LABEL_COUNT;
    const first = type * 4 + 1;
    const { forward, backward, potential, scale, transition } = this;
    const label = (t: number): number =>
      end - start === 1 ? first + 3 : t === start ? first : t === end - 1 ? first + 2 : first + 1;
    let p = forward[start * L + label(start)]!;
    for (let t = start + 1; t < end; t++) {
      p *= (transition[label(t - 1) * L + label(t)]! * potential[t * L + label(t)]!) / scale[t]!;
    }
    return Math.min(1, (p * backward[(end - 1) * L + label(end - 1)]!) / this.partition);
  }

  /** The spans of the most likely path of the last `run`, with their probabilities. */
  decode(emissions: Float32Array | Float64Array, offset: number): Labelled[] {
    const L = LABEL_COUNT;
    const { best, back, transitions, length } = this;
    for (let t = 0; t < length; t++) {
      for (let y = 0; y < L; y++) {
        let top = -Infinity;
        let source = 0;
        if (t === 0) top = opening.includes(y) ? transitions[y]! : -Infinity;
        else
          for (const from of BEFORE[y]!) {
            const score = best[(t - 1) * L + from]! + transitions[from * L + y]!;
            if (score > top) {
              top = score;
              source = from;
            }
          }
        best[t * L + y] = top + emissions[offset + t * L + y]!;
        back[t * L + y] = source;
      }
    }
    let label = 0;
    let top = -Infinity;
    for (let y = 0; y < L; y++) {
      const score = CLOSED[y] ? best[(length - 1) * L + y]! + transitions[y * L]! : -Infinity;
      if (score > top) {
        top = score;
        label = y;
      }
    }
    const spans: Labelled[] = [];
    let end = length;
    for (let t = length - 1; t >= 0; t--) {
      if (label === 3 || label === 4 || label === 7 || label === 8) end = t + 1;
      if (label === 1 || label === 4 || label === 5 || label === 8) {
        const type = label < 5 ? 0 : 1;
        spans.push({ start: t, end, type, probability: this.spanProbability(t, end, type) });
      }
      label = back[t * L + label]!;
    }
    return spans.reverse();
  }
}

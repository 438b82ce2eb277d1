import { TokenKind } from '../text/tokens';
import { Chain, LABEL_COUNT, type Labelled } from './chain';
import { Known, NAME_BITS, PLACE_BITS } from './gazetteer';
import { MOST_FEATURES, tokenFeatures } from './features';
import { contextFeatures, type DocumentContext, type Reading } from './document-context';
import type { RecognitionModel } from './model-file';
import { CueField, CueKind, type Passage, type Run } from './passage';

/** A span that is more likely wrong than right is no suggestion, though it lies on the likeliest path. */
const LEAST_PROBABILITY = 0.5;

/** A word that no list knows, just before `movement` or `party`, is an organisation's name more often than a place's. */
const LEAST_BEFORE_ORGANISATION = 0.7;

/** Runs the two passes of the chain over passages. */
export class Tagger {
  private readonly features = new Int32Array(MOST_FEATURES);
  private readonly sums = new Int32Array(LABEL_COUNT);
  private readonly chains: readonly [Chain, Chain];
  private second = new Float32Array(32 * LABEL_COUNT);

  constructor(private readonly model: RecognitionModel) {
    this.chains = [new Chain(model.transitions[0]), new Chain(model.transitions[1])];
  }

  /** First pass: scores of every token that may belong to a name, and what each looks like on its own. */
  read(text: string, passage: Passage, language: number): Reading {
    const { weights, unit } = this.model;
    let tokens = 0;
    for (const run of passage.runs) tokens += run.end - run.start;
    const emissions = new Float32Array(tokens * LABEL_COUNT);
    const marginals = new Float64Array(tokens * LABEL_COUNT);
    const { features, sums } = this;
    let at = 0;
    for (const run of passage.runs) {
      const offset = at * LABEL_COUNT;
      for (let i = run.start; i < run.end; i++, at++) {
        const count = tokenFeatures(text, passage, i, run, language, features);
        sums.fill(0);
        weights.addTo(sums, features, count);
        for (let y = 0; y < LABEL_COUNT; y++) emissions[at * LABEL_COUNT + y] = sums[y]! * unit;
      }
      this.chains[0].run(emissions, offset, run.end - run.start);
      this.chains[0].marginals(marginals.subarray(offset, at * LABEL_COUNT));
    }
    return { emissions, marginals };
  }

  /** Second pass: names of the passage in the light of the whole document. Token indices are the passage's. */
  decide(passage: Passage, reading: Reading, context: DocumentContext): Labelled[] {
    const { weights, unit } = this.model;
    const { features, sums } = this;
    const found: Labelled[] = [];
    let at = 0;
    for (const run of passage.runs) {
      const length = run.end - run.start;
      if (this.second.length < length * LABEL_COUNT) this.second = new Float32Array(length * LABEL_COUNT * 2);
      for (let i = 0; i < length; i++) {
        const count = contextFeatures(passage, reading, at, run, i, context, features);
        sums.fill(0);
        weights.addTo(sums, features, count);
        for (let y = 0; y < LABEL_COUNT; y++) {
          this.second[i * LABEL_COUNT + y] = reading.emissions[(at + i) * LABEL_COUNT + y]! + sums[y]! * unit;
        }
      }
      this.chains[1].run(this.second, 0, length);
      for (const span of this.chains[1].decode(this.second, 0)) {
        const probability = this.calibrate(span.probability);
        if (probability < leastProbability(passage, run, span)) continue;
        const end = span.end + run.start;
        const start = span.start + run.start;
        found.push({ ...span, start: span.type === 0 ? afterOpener(passage, start, end) : start, end, probability });
      }
      at += length;
    }
    return found;
  }

  private calibrate(probability: number): number {
    const [slope, intercept] = this.model.calibration;
    const p = Math.min(1 - 1e-6, Math.max(1e-6, probability));
    return 1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + intercept)));
  }
}

/**
 * Where the name begins in a person's span from token `start` to `end`: behind a word that no list of names knows, only begins
 * the sentence and is tied to the name (`Vrienden van Willem Terpstra`); it is an ordinary word, or a whole name follows.
 */
function afterOpener({ tokens, known, sentenceStart }: Passage, start: number, end: number): number {
  const bits = Math.max(0, known[start]!);
  if (!sentenceStart[start] || (bits & NAME_BITS) !== 0) return start;
  let name = start + 1;
  while (name < end && (tokens.kind[name]! & TokenKind.capital) === 0) name++;
  if (name === start + 1 || name === end) return start;
  const whole = end - name > 1 && (Math.max(0, known[name]!) & Known.firstName) !== 0;
  return whole || (bits & Known.common) !== 0 ? name : start;
}

function leastProbability(passage: Passage, run: Run, span: Labelled): number {
  const last = run.start + span.end - 1;
  const beforeOrganisation =
    span.type === 1 &&
    last === run.end - 1 &&
    span.end - span.start === 1 &&
    ((run.cues >> CueField.after) & CueKind.organisation) !== 0 &&
    (Math.max(0, passage.known[last]!) & PLACE_BITS) === 0;
  return beforeOrganisation ? LEAST_BEFORE_ORGANISATION : LEAST_PROBABILITY;
}

/** Training of the linear-chain conditional random field (Lafferty et al. 2001) by AdaGrad with L1 and L2 penalties. */
import { ALLOWED, Chain, LABEL_COUNT } from '../src/core/recognition/chain';

/** One run: features of token t are `features[offsets[t]..offsets[t + 1]]`, as columns of the weight matrix. */
export interface Example {
  readonly labels: Uint8Array;
  readonly offsets: Int32Array;
  readonly features: Int32Array;
  /** Scores that are given and not learned (`length x LABEL_COUNT`); absent means none. */
  readonly given?: Float32Array;
  readonly weight: number;
}

export interface TrainingOptions {
  readonly featureCount: number;
  readonly epochs: number;
  readonly rate: number;
  /** Penalties per epoch and occurrence-weighted parameter. */
  readonly l1: number;
  readonly l2: number;
  readonly seed?: number;
}

export interface ChainWeights {
  /** `featureCount x LABEL_COUNT`. */
  readonly weights: Float32Array;
  readonly transitions: Float64Array;
}

/** A token whose labels are all this close to the truth teaches nothing: leaving it out halves the time. */
const SETTLED = 0.001;
const NEGLIGIBLE = 0.0002;

/** Emission scores of one example. */
export function score(example: Example, weights: Float32Array, out: Float64Array): void {
  const { offsets, features, given } = example;
  const length = example.labels.length;
  for (let t = 0; t < length; t++) {
    for (let y = 0; y < LABEL_COUNT; y++) out[t * LABEL_COUNT + y] = given ? given[t * LABEL_COUNT + y]! : 0;
    for (let f = offsets[t]!; f < offsets[t + 1]!; f++) {
      const row = features[f]! * LABEL_COUNT;
      for (let y = 0; y < LABEL_COUNT; y++) out[t * LABEL_COUNT + y]! += weights[row + y]!;
    }
  }
}

/**
 * Learns weights, averaged over the second half of the epochs (Polyak 1992); the order of examples is shuffled by a fixed generator, so that the outcome is
 * the same every time.
 */
export function trainChain(examples: readonly Example[], options: TrainingOptions): ChainWeights {
  const { featureCount, epochs, rate, l1, l2 } = options;
  const weights = new Float32Array(featureCount * LABEL_COUNT);
  const squares = new Float32Array(featureCount * LABEL_COUNT).fill(1e-2);
  const transitions = new Float64Array(LABEL_COUNT * LABEL_COUNT);
  const transitionSquares = new Float64Array(LABEL_COUNT * LABEL_COUNT).fill(1e-2);
  const weightSum = new Float32Array(featureCount * LABEL_COUNT);
  const transitionSum = new Float64Array(LABEL_COUNT * LABEL_COUNT);
  const averaged = Math.ceil(epochs / 2);
  const frequency = new Float32Array(featureCount);
  for (const example of examples) for (const feature of example.features) frequency[feature]! += 1;

  const random = generator(options.seed ?? 1);
  const order = examples.map((_, k) => k);
  let emissions = new Float64Array(64 * LABEL_COUNT);
  let marginals = new Float64Array(64 * LABEL_COUNT);
  const chain = new Chain(transitions);
  const expected = new Float64Array(LABEL_COUNT * LABEL_COUNT);

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const k of order) {
      const example = examples[k]!;
      const { labels, offsets, features, weight } = example;
      const length = labels.length;
      if (emissions.length < length * LABEL_COUNT) {
        emissions = new Float64Array(length * LABEL_COUNT * 2);
        marginals = new Float64Array(length * LABEL_COUNT * 2);
      }
      score(example, weights, emissions);
      chain.retune();
      chain.run(emissions, 0, length);
      chain.marginals(marginals);
      expected.fill(0);
      chain.expectTransitions(expected, 1);
      let previous = 0;
      for (let t = 0; t < length; t++) {
        const gold = labels[t]!;
        expected[previous * LABEL_COUNT + gold]! -= 1;
        previous = gold;
        const at = t * LABEL_COUNT;
        marginals[at + gold]! -= 1;
        let error = 0;
        for (let y = 0; y < LABEL_COUNT; y++) error = Math.max(error, Math.abs(marginals[at + y]!));
        if (error < SETTLED) continue;
        for (let f = offsets[t]!; f < offsets[t + 1]!; f++) {
          const feature = features[f]!;
          const row = feature * LABEL_COUNT;
          const share = 1 / frequency[feature]!;
          for (let y = 0; y < LABEL_COUNT; y++) {
            const off = marginals[at + y]!;
            if (off < NEGLIGIBLE && off > -NEGLIGIBLE) continue;
            const w = weights[row + y]!;
            const gradient = weight * off + l2 * share * w;
            const square = (squares[row + y]! += gradient * gradient);
            const step = rate / Math.sqrt(square);
            const moved = w - step * gradient;
            const shrink = step * l1 * share;
            weights[row + y] = moved > shrink ? moved - shrink : moved < -shrink ? moved + shrink : 0;
          }
        }
      }
      expected[previous * LABEL_COUNT]! -= 1;
      ALLOWED.forEach((following, from) => {
        for (const to of following) {
          const at = from * LABEL_COUNT + to;
          const gradient = weight * expected[at]!;
          const square = (transitionSquares[at]! += gradient * gradient);
          transitions[at]! -= (rate / Math.sqrt(square)) * gradient;
        }
      });
    }
    if (epoch >= epochs - averaged) {
      for (let k = 0; k < weights.length; k++) weightSum[k]! += weights[k]! / averaged;
      for (let k = 0; k < transitions.length; k++) transitionSum[k]! += transitions[k]! / averaged;
    }
  }
  return { weights: weightSum, transitions: transitionSum };
}

/** A small generator of pseudo-random numbers in [0, 1) (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let k = order.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
}

/**
 * The mean of several trainings that see the examples in different orders. The objective is convex, so the mean is as good a solution as
 * any of them, and what the order of the examples did to each (a point of F1 and more) averages out.
 */
export function trainChains(examples: readonly Example[], options: TrainingOptions, orders: number): ChainWeights {
  const mean = trainChain(examples, { ...options, seed: 1 });
  for (let seed = 2; seed <= orders; seed++) {
    const next = trainChain(examples, { ...options, seed });
    for (let k = 0; k < mean.weights.length; k++) mean.weights[k]! += next.weights[k]!;
    for (let k = 0; k < mean.transitions.length; k++) mean.transitions[k]! += next.transitions[k]!;
  }
  for (let k = 0; k < mean.weights.length; k++) mean.weights[k]! /= orders;
  for (let k = 0; k < mean.transitions.length; k++) mean.transitions[k]! /= orders;
  return mean;
}

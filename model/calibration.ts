import { Chain, LABEL_COUNT } from '../src/core/recognition/chain';
import { score, type ChainWeights, type Example } from './conditional-random-field';

/** Slope and intercept of a logistic on the log odds of found spans (Platt 1999), by Newton's method. */
export function fitCalibration(examples: readonly Example[], learned: ChainWeights): [number, number] {
  const chain = new Chain(learned.transitions);
  const odds: number[] = [];
  const right: number[] = [];
  for (const example of examples) {
    const length = example.labels.length;
    const scores = new Float64Array(length * LABEL_COUNT);
    score(example, learned.weights, scores);
    chain.run(scores, 0, length);
    for (const span of chain.decode(scores, 0)) {
      const p = Math.min(1 - 1e-6, Math.max(1e-6, span.probability));
      odds.push(Math.log(p / (1 - p)));
      right.push(isGold(example.labels, span) ? 1 : 0);
    }
  }
  let slope = 1;
  let intercept = 0;
  for (let round = 0; round < 25; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (let k = 0; k < odds.length; k++) {
      const x = odds[k]!;
      const p = 1 / (1 + Math.exp(-(slope * x + intercept)));
      const v = p * (1 - p);
      g0 += (p - right[k]!) * x;
      g1 += p - right[k]!;
      h00 += v * x * x;
      h01 += v * x;
      h11 += v;
    }
    const det = h00 * h11 - h01 * h01;
    slope -= (h11 * g0 - h01 * g1) / det;
    intercept -= (h00 * g1 - h01 * g0) / det;
  }
  return [slope, intercept];
}

function isGold(labels: Uint8Array, span: { start: number; end: number; type: 0 | 1 }): boolean {
  const base = span.type * 4 + 1;
  const first = labels[span.start];
  if (span.end - span.start === 1) return first === base + 3;
  return first === base && labels[span.end - 1] === base + 2;
}

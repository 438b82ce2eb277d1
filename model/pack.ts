/** Writes the model file (model/FORMAT.md): the same inputs give the same bytes. */
import { LABEL_COUNT } from '../src/core/recognition/chain';
import { FEATURE_BITS, FORMAT_VERSION, MAGIC } from '../src/core/recognition/model-file';
import type { GazetteerTable } from './gazetteer-table';

export interface Learned {
  /** Weights per feature hash. */
  readonly features: ReadonlyMap<number, Float32Array>;
  readonly transitions: readonly [Float64Array, Float64Array];
  readonly calibration: readonly [number, number];
}

/** Weights above this are cut to it, so that one unit stays small. */
const LARGEST_WEIGHT = 4;

export function packModel(table: GazetteerTable, learned: Learned): Uint8Array {
  const bytes: number[] = [];
  const scratch = new DataView(new ArrayBuffer(4));
  const u16 = (value: number) => bytes.push(value & 255, (value >>> 8) & 255);
  const u32 = (value: number) => (u16(value), u16(value >>> 16));
  const f32 = (value: number) => {
    scratch.setFloat32(0, value, true);
    u32(scratch.getUint32(0, true));
  };
  const unit = LARGEST_WEIGHT / 127;
  const rows = quantise(learned.features, unit);
  u32(MAGIC);
  u32(FORMAT_VERSION);
  u32(table.fingerprints.length);
  u32(table.combinations.length);
  u32(table.common.length);
  u32(rows.length);
  f32(unit);
  learned.calibration.forEach(f32);
  for (const matrix of learned.transitions) matrix.forEach(f32);
  table.combinations.forEach(u16);
  table.fingerprints.forEach(u16);
  table.kinds.forEach((kind) => bytes.push(kind));
  table.common.forEach((octet) => bytes.push(octet));
  let previous = 0;
  for (const [hash, row] of rows) {
    for (let gap = hash - previous; ; gap >>>= 7) {
      if (gap < 128) {
        bytes.push(gap);
        break;
      }
      bytes.push((gap & 127) | 128);
    }
    previous = hash;
    let present = 0;
    row.forEach((weight, y) => (present |= weight === 0 ? 0 : 1 << y));
    u16(present);
    for (const weight of row) if (weight !== 0) bytes.push(weight & 255);
  }
  return Uint8Array.from(bytes);
}

/** Rows in order of hash; features whose kept bits fall together are summed. */
function quantise(features: ReadonlyMap<number, Float32Array>, unit: number): (readonly [number, Int8Array])[] {
  const sums = new Map<number, Float32Array>();
  for (const [hash, weights] of features) {
    const key = hash & ((1 << FEATURE_BITS) - 1);
    const sum = sums.get(key);
    if (sum) for (let y = 0; y < LABEL_COUNT; y++) sum[y]! += weights[y]!;
    else sums.set(key, weights.slice());
  }
  return [...sums]
    .map(([hash, weights]) => {
      const row = Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w / unit))));
      return [hash, row] as const;
    })
    .filter(([, row]) => row.some((weight) => weight !== 0))
    .sort(([a], [b]) => a - b);
}

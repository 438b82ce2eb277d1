import { LABEL_COUNT } from './chain';
import { Gazetteer } from './gazetteer';

/** First bytes of a model file: "GLNR" and the version of the layout (model/FORMAT.md). */
export const MAGIC = 0x524e4c47;
export const FORMAT_VERSION = 1;

/** Bits of a feature's hash that are kept. */
export const FEATURE_BITS = 28;
const FEATURE_MASK = (1 << FEATURE_BITS) - 1;

/** Weights of the features, found by hash; rows hold one 8-bit weight per label. */
export class WeightTable {
  private readonly mask: number;
  private readonly fingerprints: Uint16Array;
  private readonly rows: Int8Array;

  constructor(hashes: Int32Array, rows: Int8Array) {
    let size = 1 << 13;
    while (size * 0.6 < hashes.length) size *= 2;
    this.mask = size - 1;
    this.fingerprints = new Uint16Array(size);
    this.rows = new Int8Array(size * LABEL_COUNT);
    for (let k = 0; k < hashes.length; k++) {
      const hash = hashes[k]!;
      let slot = hash & this.mask;
      while (this.fingerprints[slot] !== 0) slot = (slot + 1) & this.mask;
      this.fingerprints[slot] = hash >>> 12 || 1;
      for (let y = 0; y < LABEL_COUNT; y++) this.rows[slot * LABEL_COUNT + y] = rows[k * LABEL_COUNT + y]!;
    }
  }

  /** Adds the weights of `count` features to `sums` (one per label). */
  addTo(sums: Int32Array, features: Int32Array, count: number): void {
    const { mask, fingerprints, rows } = this;
    for (let f = 0; f < count; f++) {
      const hash = features[f]! & FEATURE_MASK;
      const fingerprint = hash >>> 12 || 1;
      let slot = hash & mask;
      for (;;) {
        const found = fingerprints[slot]!;
        if (found === 0) break;
        if (found === fingerprint) {
          const row = slot * LABEL_COUNT;
          sums[0]! += rows[row]!;
          sums[1]! += rows[row + 1]!;
          sums[2]! += rows[row + 2]!;
          sums[3]! += rows[row + 3]!;
          sums[4]! += rows[row + 4]!;
          sums[5]! += rows[row + 5]!;
          sums[6]! += rows[row + 6]!;
          sums[7]! += rows[row + 7]!;
          sums[8]! += rows[row + 8]!;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
  }
}

/** What a model file holds. */
export interface RecognitionModel {
  readonly gazetteer: Gazetteer;
  readonly weights: WeightTable;
  /** What one unit of an 8-bit weight is worth. */
  readonly unit: number;
  /** Transition scores of the first and second pass. */
  readonly transitions: readonly [Float64Array, Float64Array];
  /** Slope and intercept of the logistic that turns a span's marginal (as log odds) into a probability. */
  readonly calibration: readonly [number, number];
}

/** Reads a packed model; throws `RangeError` when `bytes` is none or of another version. */
export function readModel(bytes: Uint8Array): RecognitionModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const u32 = () => view.getUint32((at += 4) - 4, true);
  const f32 = () => view.getFloat32((at += 4) - 4, true);
  if (bytes.length < 32 || u32() !== MAGIC) throw new RangeError('not a model of the recogniser');
  const version = u32();
  if (version !== FORMAT_VERSION) throw new RangeError(`model version ${version}, expected ${FORMAT_VERSION}`);
  const gazetteerSize = u32();
  const combinationCount = u32();
  const commonSize = u32();
  const featureCount = u32();
  const unit = f32();
  const calibration = [f32(), f32()] as const;
  const floats = () => Float64Array.from({ length: LABEL_COUNT * LABEL_COUNT }, f32);
  const transitions = [floats(), floats()] as const;
  // A copy, also of a Node buffer, whose own `slice` would share its memory; hosts of VS Code are little-endian.
  const octets = (count: number) => Uint8Array.prototype.slice.call(bytes, at, (at += count));
  const shorts = (count: number) => new Uint16Array(octets(2 * count).buffer);
  const combinations = shorts(combinationCount);
  const gazetteer = new Gazetteer(shorts(gazetteerSize), octets(gazetteerSize), combinations, octets(commonSize));

  const hashes = new Int32Array(featureCount);
  const rows = new Int8Array(featureCount * LABEL_COUNT);
  let hash = 0;
  for (let k = 0; k < featureCount; k++) {
    let gap = 0;
    let shift = 0;
    let octet: number;
    do {
      octet = bytes[at++]!;
      gap |= (octet & 127) << shift;
      shift += 7;
    } while (octet > 127);
    hash += gap;
    hashes[k] = hash;
    const present = view.getUint16(at, true);
    at += 2;
    for (let y = 0; y < LABEL_COUNT; y++) if (present & (1 << y)) rows[k * LABEL_COUNT + y] = view.getInt8(at++);
  }
  return { gazetteer, weights: new WeightTable(hashes, rows), unit, transitions, calibration };
}

/** Bounds on what is read, so that no file can stop the host. Lengths are in UTF-16 code units. */
export interface ReadingLimits {
  /** A longer text is not read at all. */
  readonly text: number;
  /** The longest piece that is given to `yaml` in one go: it needs about 1 µs for each unit, more for some shapes. */
  readonly piece: number;
  /** Nested collections. */
  readonly depth: number;
  /** Nodes that aliases (`*a`) may stand for, all together. */
  readonly aliased: number;
}

/** A sidecar of 50,000 annotations has some 18 million units. */
export const READING_LIMITS: ReadingLimits = {
  text: 64 * 1024 * 1024,
  piece: 512 * 1024,
  depth: 32,
  aliased: 1000,
};

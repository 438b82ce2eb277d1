/**
 * How long after a document became clean its save is told, at most, in milliseconds. Twice, because a host that was busy
 * for that long has the message waiting when the first wait is over.
 */
const SAVE_GRACE = 50;

/**
 * A document that becomes clean was saved, or else reverted or reloaded: only a save announces itself and is confirmed.
 * Somebody else's text must not be taken for typing, nor typing for somebody else's text.
 */
export class SaveOrReload {
  private announced = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onReload: () => void) {}

  willSave(): void {
    this.announced = true;
  }

  saved(): void {
    this.announced = false;
    clearTimeout(this.timer);
  }

  /** The document has unsaved changes now, or has none any more. */
  became(dirty: boolean): void {
    clearTimeout(this.timer);
    if (dirty || this.announced) return;
    this.timer = setTimeout(() => {
      this.timer = setTimeout(this.onReload, SAVE_GRACE);
    }, SAVE_GRACE);
  }

  /** The text changed: a save that was announced before it may have failed. */
  changed(): void {
    this.announced = false;
    clearTimeout(this.timer);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}

/** Work that lasted this long, in milliseconds, lets the host have its turn: half of what it may be kept from its other work. */
const SLICE = 5;

/** Small pieces of work are done together until they lasted so long, in milliseconds. */
const PORTION = 2;

/** Shares the host with everything else: pieces of work, from any number of tasks side by side, in turns. */
export class Turns {
  private worked = 0;
  private next: Promise<void> | undefined;

  /** Does a piece of work, after the host's turn when enough was done since the last. */
  async take<Result>(work: () => Result): Promise<Result> {
    while (this.worked >= SLICE) await (this.next ??= this.rest());
    return this.measure(work);
  }

  /** The same for work that says itself where it may be interrupted. */
  async takeSteps<Result>(steps: Generator<unknown, Result>): Promise<Result> {
    for (;;) {
      const step = await this.take(() => steps.next());
      if (step.done) return step.value;
    }
  }

  /** The same for one small piece of work on each item: several go into one turn. */
  async takeEach<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
    await this.takeSteps(inPortions(items, work));
  }

  private measure<Result>(work: () => Result): Result {
    const since = performance.now();
    try {
      return work();
    } finally {
      this.worked += performance.now() - since;
    }
  }

  private async rest(): Promise<void> {
    await turn();
    this.worked = 0;
    this.next = undefined;
  }
}

function* inPortions<Item>(items: Iterable<Item>, work: (item: Item) => void): Generator<void, void> {
  let since = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - since < PORTION) continue;
    yield;
    since = performance.now();
  }
}

/** Node's hosts come back at once; a web worker's timer waits a few milliseconds. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

import type * as vscode from 'vscode';

/**
 * So many milliseconds after a turn's first piece of work the host has its turn: a third of what it may be kept from its
 * other work, since a piece of work may end late, and files are read and garbage is collected besides.
 */
const SLICE = 3;

/** Small pieces of work are done together until they lasted so long, in milliseconds. */
const PORTION = 1;

/** Shares the host with everything else: pieces of work, from any number of tasks side by side, in turns. */
export class Turns {
  /** When the first piece of work of this turn began, and the host's next turn; absent while nothing was done in this one. */
  private current: { readonly began: number; readonly next: Promise<void> } | undefined;

  /** Does a piece of work, after the host's turn when this one has lasted long enough. */
  async take<Result>(work: () => Result): Promise<Result> {
    while (this.current && performance.now() - this.current.began >= SLICE) await this.current.next;
    this.current ??= { began: performance.now(), next: turn().then(() => (this.current = undefined)) };
    return work();
  }

  /** The same for work that says itself where it may be interrupted. */
  async takeSteps<Result>(steps: Generator<unknown, Result>): Promise<Result> {
    for (;;) {
      const step = await this.take(() => steps.next());
      if (step.done) return step.value;
    }
  }

  /** The same until the token is cancelled: then the work is left as it is, and the answer is `undefined`. */
  async takeStepsUnless<Result>(
    token: vscode.CancellationToken | undefined,
    steps: Generator<unknown, Result>,
  ): Promise<Result | undefined> {
    while (!token?.isCancellationRequested) {
      const step = await this.take(() => steps.next());
      if (step.done) return step.value;
    }
    return undefined;
  }

  /** The same for one small piece of work on each item: several go into one turn. */
  async takeEach<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
    await this.takeSteps(inPortions(items, work));
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

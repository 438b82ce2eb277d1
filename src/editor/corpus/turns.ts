import type * as vscode from 'vscode';

/**
 * So many milliseconds after a turn's first piece of work the host has its turn: a quarter of what it may be kept from its
 * other work, since a piece of work may end late, and files are read and garbage is collected besides.
 */
const SLICE = 2.5;

/** A turn that has begun. */
interface Turn {
  readonly began: number;
  /** The end of the host's turn behind it. */
  readonly next: Promise<void>;
}

/** Shares the host with everything else: pieces of work, from any number of tasks side by side, in turns. */
export class Turns {
  /** Absent while nothing was done in this turn. */
  private current: Turn | undefined;

  /** Does a piece of work, after the host's turn when this one has lasted long enough. */
  async take<Result>(work: () => Result): Promise<Result> {
    while (this.current && this.isOver) await this.current.next;
    this.begin();
    return work();
  }

  /** Waits for the host's next turn, whatever was done in this one: the editor may just have worked long for an answer of its own. */
  async rest(): Promise<void> {
    await this.begin().next;
  }

  /** The same as `take` for work that says itself where it may be interrupted. */
  async takeSteps<Result>(steps: Generator<unknown, Result>): Promise<Result> {
    for (;;) {
      const step = await this.take(() => this.stepsOfTurn(steps));
      if (step.done) return step.value;
    }
  }

  /** The same until the token is cancelled: then the work is left as it is, and the answer is `undefined`. */
  async takeStepsUnless<Result>(
    token: vscode.CancellationToken | undefined,
    steps: Generator<unknown, Result>,
  ): Promise<Result | undefined> {
    while (!token?.isCancellationRequested) {
      const step = await this.take(() => this.stepsOfTurn(steps));
      if (step.done) return step.value;
    }
    return undefined;
  }

  /** The same for one small piece of work on each item: several go into one turn. */
  async takeEach<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
    await this.takeSteps(oneByOne(items, work));
  }

  private begin(): Turn {
    return (this.current ??= {
      began: performance.now(),
      next: hostsTurn().then(() => (this.current = undefined)),
    });
  }

  private get isOver(): boolean {
    return this.current !== undefined && performance.now() - this.current.began >= SLICE;
  }

  /** As many steps as this turn has time for, at least one. */
  private stepsOfTurn<Result>(steps: Generator<unknown, Result>): IteratorResult<unknown, Result> {
    for (;;) {
      const step = steps.next();
      if (step.done || this.isOver) return step;
    }
  }
}

function* oneByOne<Item>(items: Iterable<Item>, work: (item: Item) => void): Generator<void, void> {
  for (const item of items) {
    work(item);
    yield;
  }
}

/**
 * Everything that waits in the host is done once. Node does what was asked for “immediately” behind the files and messages that
 * came in, in the same round: only behind a second one has it looked at those again, so that no round holds two turns. A web
 * worker's timer waits a few milliseconds.
 */
function hostsTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(() => setImmediate(resolve));
    else setTimeout(resolve, 0);
  });
}

/** Where a command writes to. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** A subcommand: answers the exit code. */
export interface Command {
  readonly usage: string;
  run(args: readonly string[], output: Output): number | Promise<number>;
}

/** The exit code for wrong arguments and for what could not be done at all. */
export const FAILED = 2;

/** Where a command writes to. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** A subcommand: answers the exit code. */
export interface Command {
  readonly usage: string;
  /** What it does and what its exit codes mean, in a line or two. */
  readonly summary: string;
  run(args: readonly string[], output: Output): number | Promise<number>;
}

/** Runs the program to its end: its exit code is the answer, or `FAILED` with what went wrong on the error output. */
export function runProgram(program: (output: Output) => number | Promise<number>): void {
  const output: Output = {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
  };
  Promise.resolve()
    .then(() => program(output))
    .then(
      (code) => {
        // Not `process.exit`, which may cut off what is still on its way into a pipe.
        process.exitCode = code;
      },
      (problem: unknown) => {
        output.error(`${problem instanceof Error ? problem.message : String(problem)}\n`);
        process.exitCode = FAILED;
      },
    );
}

/** The exit code for wrong arguments and for what could not be done at all. */
export const FAILED = 2;

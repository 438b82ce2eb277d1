import { check } from './cli/check';
import { type Command, FAILED } from './cli/command';
import { merge } from './cli/merge';
import { recognize } from './cli/recognize';

/** The command line for batch work and continuous integration: one file of `cli/` for each subcommand. */
const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['recognize', recognize],
  ['check', check],
  ['merge', merge],
]);

async function main(args: readonly string[]): Promise<number> {
  const output = {
    out: (text: string): void => void process.stdout.write(text),
    error: (text: string): void => void process.stderr.write(text),
  };
  const command = COMMANDS.get(args[0] ?? '');
  if (command === undefined) {
    const usages = [...COMMANDS.values()].map(({ usage }) => `  node cli.js ${usage}\n`);
    output.error(`usage:\n${usages.join('')}`);
    return FAILED;
  }
  return command.run(args.slice(1), output);
}

main(process.argv.slice(2)).then(
  (code) => {
    // Not `process.exit`, which may cut off what is still on its way into a pipe.
    process.exitCode = code;
  },
  (problem: unknown) => {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
    process.exitCode = FAILED;
  },
);

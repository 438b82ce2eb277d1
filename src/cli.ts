import { check } from './cli/check';
import { type Command, FAILED, runProgram } from './cli/command';
import { merge } from './cli/merge';
import { recognize } from './cli/recognize';

/** The command line for batch work and continuous integration: one file of `cli/` for each subcommand. */
const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['recognize', recognize],
  ['check', check],
  ['merge', merge],
]);

runProgram((output) => {
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS.get(name);
  if (command !== undefined) return command.run(args, output);
  const usages = [...COMMANDS.values()].map(({ usage }) => `  node cli.js ${usage}\n`);
  output.error(`usage:\n${usages.join('')}`);
  return FAILED;
});

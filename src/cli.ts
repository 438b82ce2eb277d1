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
  const asksForHelp = ['help', '--help', '-h'].includes(name) || args.includes('--help') || args.includes('-h');
  if (command !== undefined && !asksForHelp) return command.run(args, output);
  const told = command === undefined ? [...COMMANDS.values()] : [command];
  const usages = told.map(({ usage, summary }) => `  node cli.js ${usage}\n      ${summary}\n`);
  const tell = asksForHelp ? output.out : output.error;
  tell(`usage:\n${usages.join('')}`);
  return asksForHelp ? 0 : FAILED;
});

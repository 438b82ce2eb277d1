import { runProgram } from './cli/command';
import { merge } from './cli/merge';

/**
 * What git runs to merge annotation files and glossaries, with `%O %A %B %P`: the command line's `merge` alone, small enough to
 * ship in the extension, which copies it to where updates leave it.
 */
runProgram((output) => merge.run(process.argv.slice(2), output));

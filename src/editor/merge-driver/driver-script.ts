/** The file that git starts, in the extension's storage, and the program beside it. */
export const SCRIPT = 'merge-driver.sh';
export const PROGRAM = 'merge-driver.js';

/**
 * The script that git's own shell runs with the base, ours, theirs and the name of a file that both sides changed. It runs the
 * program beside it in the editor's Node, or in one that is installed; where neither is to be had, git merges line by line as it
 * would have without us.
 * @param node the program that runs the extension host
 */
export function driverScript(node: string): string {
  const editor = quoted(forShell(node));
  return `#!/bin/sh
# Merges Glossator's annotation files and glossaries entry by entry. Written by Glossator, and written anew with its updates.
program="$(dirname "$0")/${PROGRAM}"
if [ -x ${editor} ]; then
  ELECTRON_RUN_AS_NODE=1
  export ELECTRON_RUN_AS_NODE
  exec ${editor} "$program" "$@"
fi
if command -v node >/dev/null 2>&1; then
  exec node "$program" "$@"
fi
exec git merge-file "$2" "$1" "$3"
`;
}

/**
 * What git's configuration says of the driver: `%O` and the like are filled in by git. Where the script is gone git merges line by
 * line: it would take a driver that can't be run for a conflict in which ours is all there is.
 */
export function driverCommand(script: string): string {
  const path = quoted(forShell(script).replaceAll('%', '%%'));
  return `if [ -f ${path} ]; then sh ${path} %O %A %B %P; else git merge-file %A %O %B; fi`;
}

/** Git's shell on Windows knows forward slashes. */
function forShell(path: string): string {
  return path.replaceAll('\\', '/');
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

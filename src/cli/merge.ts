import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hasConflictMarkers, mergeSidecars, withConflictMarkers } from '../core/sidecar';
import type { Problem } from '../core/text/problem';
import { isGlossary, mergeGlossaries } from '../core/translation';
import { type Command, FAILED } from './command';

const USAGE = 'merge BASE OURS THEIRS [NAME]';

/**
 * Merges sidecars, or glossaries, as a git merge driver does (`glossator merge %O %A %B %P`): writes OURS; exit code 1 when something needs a person.
 * NAME is what messages call the file: git hands a driver copies under names of its own. A BASE that is empty or absent means that there is none. When a version can't be read, OURS gets
 * conflict markers with both versions in them; when not even that is safe, OURS stays as it is and the exit code is 2.
 */
export const merge: Command = {
  usage: USAGE,
  summary:
    'Merges annotation files, or glossaries, into OURS, as a git merge driver does. Exit code 1 when a person has to look, 2 when nothing was merged.',
  run(args, { out, error }) {
    const [basePath, oursPath, theirsPath, name = oursPath] = args;
    if (basePath === undefined || oursPath === undefined || theirsPath === undefined || args.length > 4) {
      error(`usage: ${USAGE}\n`);
      return FAILED;
    }
    const base = existsSync(basePath) ? readText(basePath) : undefined;
    const ours = readText(oursPath);
    const theirs = readText(theirsPath);
    if (ours === undefined || theirs === undefined) {
      const [side, path] = ours === undefined ? ['OURS', oursPath] : ['THEIRS', theirsPath];
      const reason = isFile(path)
        ? `can't be read as UTF-8; nothing was merged. Save that version as UTF-8 and merge again.`
        : `(${path}) is no file; nothing was merged.`;
      error(`${name}: ${side} ${reason}\n`);
      return FAILED;
    }
    const { text, conflicts, problems, notices } = mergeTexts(base, ours, theirs);
    for (const { message, severity } of problems) error(`${name}: ${severity}: ${message}\n`);
    for (const notice of notices) out(`${name}: ${notice}\n`);
    for (const { field, entry } of conflicts)
      out(`${name}: both sides changed ${field} of ${entry ?? 'the file'}; both are kept under conflicts: there.\n`);
    if (conflicts.length > 0)
      out(`${name}: choose among them (Glossator's lightbulb does it), then \`git add\` the file.\n`);
    if (text === undefined) return leaveMarkers(oursPath, name, { base, ours, theirs }, error);
    if (text !== ours) writeWhole(oursPath, text);
    return conflicts.length > 0 ? 1 : 0;
  },
};

interface Merged {
  readonly text: string | undefined;
  readonly conflicts: readonly { readonly field: string; readonly entry: string | undefined }[];
  readonly problems: readonly Problem[];
  readonly notices: readonly string[];
}

/** Git hands a merge driver copies under names of its own: what is in the files tells a glossary from a sidecar. */
function mergeTexts(base: string | undefined, ours: string, theirs: string): Merged {
  if (isGlossary(ours) || isGlossary(theirs)) {
    const { conflicts, ...merged } = mergeGlossaries(base, ours, theirs);
    return { ...merged, conflicts: conflicts.map(({ field, key }) => ({ field, entry: key })), notices: [] };
  }
  const { conflicts, renamed, ...merged } = mergeSidecars(base, ours, theirs);
  return {
    ...merged,
    conflicts: conflicts.map(({ field, id }) => ({ field, entry: id })),
    notices: renamed.map(({ from, to }) => `The id ${from} was given twice: the later annotation is ${to} now.`),
  };
}

interface Versions {
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

function leaveMarkers(
  path: string,
  name: string,
  { base, ours, theirs }: Versions,
  error: (text: string) => void,
): number {
  if ([base ?? '', ours, theirs].some(hasConflictMarkers)) {
    error(
      `${name}: a version has conflict markers already; it is left as it was. Mend that version and merge again.\n`,
    );
    return FAILED;
  }
  writeWhole(path, withConflictMarkers(base, ours, theirs));
  error(`${name} has both versions between conflict markers: mend what can't be read, then merge or choose by hand.\n`);
  return 1;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** The text with its BOM; absent when there is no such file or it is not UTF-8. */
function readText(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Replaces a file at once: a reader, or a power cut, finds the old text or the new one, whole. */
function writeWhole(path: string, text: string): void {
  const target = realpathSync(path);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(temporary, 'wx', statSync(target).mode);
    try {
      const bytes = Buffer.from(text, 'utf8');
      for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } catch (problem) {
    rmSync(temporary, { force: true });
    throw problem;
  }
}

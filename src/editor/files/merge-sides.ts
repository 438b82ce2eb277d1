import * as vscode from 'vscode';
import { conflictSides, hasConflictMarkers } from '../../core/sidecar';
import { Refusal } from '../commands';
import { COMMANDS } from '../contributions';
import type { GitTexts } from './git-texts';
import type { StoredFormat, StoredText } from './store-port';
import type { StoredFile } from './stored-file';
import { readText } from './text-file';
import { showInformation } from '../messages';

/**
 * Merges the sides of a file that has conflict markers, from git's three versions or from what stands between the markers
 * (`conflictSides` says which), and tells how that went. Refuses with `noMarkers` where the file has none, and where a side
 * can't be read safely: then nothing is changed.
 */
export async function mergeMarkedSides<Parsed extends StoredText, Edit>(
  file: StoredFile<Parsed, Edit>,
  git: GitTexts,
  merge: StoredFormat<Parsed, Edit>['merge'],
  noMarkers: string,
): Promise<void> {
  const { uri } = file;
  const text = (await readText(uri)) ?? '';
  if (!hasConflictMarkers(text)) throw new Refusal(noMarkers);
  const [base, ours, theirs] = await Promise.all([git.stage(uri, 1), git.stage(uri, 2), git.stage(uri, 3)]);
  const stages =
    ours !== undefined && theirs !== undefined ? { ...(base !== undefined && { base }), ours, theirs } : undefined;
  const merged = conflictSides(text, stages)
    .map((sides) => merge(sides.base, sides.ours, sides.theirs))
    .find((result) => result.text !== undefined);
  if (merged?.text === undefined) {
    throw new Refusal(vscode.l10n.t('The two sides can’t be read, so nothing was changed. Mend the file by hand.'));
  }
  await file.replace(merged.text);
  tellMerged(merged.conflicts.length);
  if (stages && !(await git.isMergingSetUp(uri))) offerMerging();
}

/** What had to be merged here by hand git does by itself once it is told how. */
function offerMerging(): void {
  const setUp = vscode.l10n.t('Set Up Merging in Git');
  void showInformation(
    vscode.l10n.t('Git can merge annotation files and glossaries by itself, entry by entry, without such conflicts.'),
    setUp,
    vscode.l10n.t('Not Now'),
  ).then((chosen) => (chosen === setUp ? vscode.commands.executeCommand(COMMANDS.setUpMerging) : undefined));
}

/** Says that two sides are merged, and how many conflicts are left for a person. */
export function tellMerged(conflicts: number): void {
  if (conflicts === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Both sides are merged; nothing was lost.'), 6_000);
    return;
  }
  void showInformation(
    vscode.l10n.t(
      'Both sides are merged. In {0} places both had changed the same: they are in Problems, with both versions.',
      conflicts,
    ),
  );
}

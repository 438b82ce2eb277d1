import * as vscode from 'vscode';
import type { Commands } from '../commands';
import type { VersionKeeper } from '../files/stored-file';
import type { Log } from '../log';
import type { Corpus } from '../corpus/corpus';
import type { Sessions } from '../session/sessions';
import { registerCopyCitation } from './copy-citation';
import { registerImportDetails } from './import-details';

/** Citing a passage, and the details of sources that citations need. */
export function registerCitation(
  commands: Commands,
  sessions: Sessions,
  corpus: Corpus,
  versions: VersionKeeper,
  log: Log,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCopyCitation(commands, sessions),
    registerImportDetails(commands, sessions, corpus, versions, log),
  );
}

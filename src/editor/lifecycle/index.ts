import * as vscode from 'vscode';
import type { Commands } from '../commands';
import type { Glossaries } from '../corpus/glossaries';
import type { Log } from '../log';
import type { Sessions } from '../session/sessions';
import { registerKnownTexts } from './known-texts';
import { SidecarLifecycle } from './follow-source';
import { Relinking } from './relink';
import { SecondLook } from './second-look';
import { watchSidecars } from './sidecar-watcher';
import type { StoredTexts } from '../files/stored-texts';
import type { Versions } from '../files/versions';

/** Everything that follows what happens to sources and sidecars on disk. */
export function registerLifecycle(
  commands: Commands,
  sessions: Sessions,
  glossaries: Glossaries,
  texts: StoredTexts,
  versions: Versions,
  log: Log,
): vscode.Disposable {
  return vscode.Disposable.from(
    watchSidecars(sessions),
    new SecondLook(sessions, glossaries, log),
    registerKnownTexts(commands, sessions, texts),
    new SidecarLifecycle(sessions, versions, texts, log),
    new Relinking(sessions, texts, versions, log),
  );
}

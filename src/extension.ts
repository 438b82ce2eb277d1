import * as vscode from 'vscode';
import { Commands } from './editor/commands';
import { COMMANDS } from './editor/contributions';
import { Corpus } from './editor/corpus/corpus';
import { Glossaries } from './editor/corpus/glossaries';
import { GitTexts } from './editor/files/git-texts';
import { KnownPlacements } from './editor/files/known-placements';
import { StoredTexts } from './editor/files/stored-texts';
import { Versions } from './editor/files/versions';
import { RecognizerSource } from './editor/session/recognizer';
import { Sessions } from './editor/session/sessions';
import { registerSurfaces } from './editor/surfaces';

let sessions: Sessions | undefined;
let glossaries: Glossaries | undefined;
let commands: Commands | undefined;

/** Constructs and registers, nothing else; the same in the Node and the web worker host. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Glossator', { log: true });
  const storage = (name: string) => vscode.Uri.joinPath(context.globalStorageUri, name);
  const versions = new Versions(storage('versions'), log);
  const git = new GitTexts(log);
  const texts = new StoredTexts(storage('texts'), git, new KnownPlacements(storage('placements'), log), log);
  commands = new Commands(log);
  sessions = new Sessions(new RecognizerSource(context.extensionUri), texts, versions, log);
  const corpus = new Corpus(sessions, log);
  glossaries = new Glossaries(versions, corpus.turns, log);
  context.subscriptions.push(
    log,
    sessions,
    corpus,
    glossaries,
    registerSurfaces({ commands, sessions, corpus, glossaries, texts, versions, git, log }, context),
    commands.register(COMMANDS.showLog, () => {
      // What a report of a fault needs; and a log in which nothing went wrong is not empty.
      log.info(
        `Glossator ${(context.extension.packageJSON as { version: string }).version}, VS Code ${vscode.version}`,
      );
      log.show();
    }),
  );
  // What is open already is looked at when the host has had its turn: other extensions are waiting to be activated.
  const begin = setTimeout(() => sessions?.start());
  context.subscriptions.push({ dispose: () => clearTimeout(begin) });
}

/** How long, in milliseconds, a command that has begun may take to its end when the window closes; the host itself waits 5 seconds. */
const LAST_COMMANDS = 2_000;

/** Nothing that was annotated is lost when the window closes within the pause before a write, or while a command makes it. */
export async function deactivate(): Promise<void> {
  // Taken first: the sessions are disposed of before the last command has ended.
  const files = [...(sessions?.all ?? []).map(({ sidecar }) => sidecar), ...(glossaries?.all ?? [])];
  const flush = () => Promise.all(files.map((file) => file.flush()));
  await flush();
  await commands?.settled(LAST_COMMANDS);
  await flush();
}

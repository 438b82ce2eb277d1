import * as vscode from 'vscode';
import {
  editParsedGlossary,
  GLOSSARY_NAME,
  GLOSSARY_VERSION,
  mergeGlossaries,
  parseGlossaryInSteps,
  type GlossaryEdit,
  type GlossaryTerm,
  type ParsedGlossary,
} from '../../core/translation';
import type { Log } from '../log';
import { FileStore } from './file-store';
import { readThroughCut } from './recovery-write';
import type { StoredFormat } from './store-port';
import { StoredFile, type VersionKeeper } from './stored-file';

const FORMAT: StoredFormat<ParsedGlossary, GlossaryEdit> = {
  version: GLOSSARY_VERSION,
  parseInSteps: parseGlossaryInSteps,
  edit: editParsedGlossary,
  merge: mergeGlossaries,
  // There is one version yet.
  migrate: (text) => text,
};

/** The glossary of one workspace folder. */
export class GlossaryFile extends StoredFile<ParsedGlossary, GlossaryEdit> {
  constructor(
    readonly folder: vscode.WorkspaceFolder,
    versions: VersionKeeper,
    log: Log,
  ) {
    const uri = vscode.Uri.joinPath(folder.uri, GLOSSARY_NAME);
    super(
      { uri, read: () => readThroughCut(uri) },
      versions,
      log,
      (surroundings) => new FileStore({ ...surroundings, format: FORMAT }),
    );
  }

  get terms(): readonly GlossaryTerm[] {
    return this.parsed.terms;
  }
}

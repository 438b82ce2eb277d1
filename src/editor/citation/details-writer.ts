import * as vscode from 'vscode';
import type { SourceMetadata } from '../../core/annotation/annotation';
import type { ImportedField } from '../../core/exchange';
import type { SidecarEdit } from '../../core/sidecar';
import { SidecarFile } from '../files/sidecar-file';
import type { VersionKeeper } from '../files/stored-file';
import { messageOf, type Log } from '../log';
import { unlinked } from '../messages';
import { sidecarPlaces, type Sessions } from '../session/sessions';
import { fileName } from '../session/source-files';

/** Details of one source that are to be set. */
export interface DetailsChange {
  readonly uri: vscode.Uri;
  readonly path: string;
  readonly fields: readonly {
    readonly field: ImportedField;
    /** What the annotation file said when the researcher agreed; a detail that says something else by now is left alone. */
    readonly from: string | undefined;
    /** Absent takes the detail away. */
    readonly to: string | undefined;
  }[];
}

export interface Written {
  readonly done: readonly DetailsChange[];
  readonly failed: readonly { readonly path: string; readonly because: string }[];
}

/**
 * Writes details into annotation files: through the session of an open source, where `Undo` takes them back as well, else
 * through a sidecar store of its own.
 */
export class DetailsWriter {
  constructor(
    private readonly sessions: Sessions,
    private readonly versions: VersionKeeper,
    private readonly log: Log,
  ) {}

  /** Writes one source after the other, with progress; when the researcher stops it, the rest stays as it is. */
  write(label: string, changes: readonly DetailsChange[]): Thenable<Written> {
    return vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: label, cancellable: true },
      async (progress, token) => {
        const done: DetailsChange[] = [];
        const failed: { path: string; because: string }[] = [];
        for (const change of changes) {
          if (token.isCancellationRequested) break;
          progress.report({ increment: 100 / changes.length, message: unlinked(change.path) });
          try {
            const fields = await this.writeOne(label, change);
            if (fields.length > 0) done.push({ ...change, fields });
          } catch (error) {
            this.log.warn(`${change.uri.path}: ${messageOf(error)}`);
            failed.push({ path: change.path, because: messageOf(error) });
          }
        }
        return { done, failed };
      },
    );
  }

  private async writeOne(label: string, { uri, fields }: DetailsChange): Promise<DetailsChange['fields']> {
    const session = this.sessions.get(uri);
    if (session?.loaded) {
      const wanted = unchanged(fields, session.set.source);
      session.change(label, editsOf(wanted));
      return wanted;
    }
    const file = new SidecarFile(() => sidecarPlaces(uri), fileName(uri), this.versions, this.log);
    try {
      await file.load();
      const wanted = unchanged(fields, file.parsed.set.source);
      if (wanted.length > 0) file.change(editsOf(wanted));
      await file.flush();
      if (file.failedBecause !== undefined) throw new Error(file.failedBecause);
      return wanted;
    } finally {
      await file.close();
    }
  }
}

function unchanged(fields: DetailsChange['fields'], source: SourceMetadata): DetailsChange['fields'] {
  return fields.filter(({ field, from, to }) => source[field] === from && to !== from);
}

function editsOf(fields: DetailsChange['fields']): SidecarEdit[] {
  return fields.map(({ field, to }) => ({ kind: 'set-source', key: field, value: to }));
}

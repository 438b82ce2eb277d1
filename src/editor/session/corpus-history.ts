import type * as vscode from 'vscode';
import type { AnnotationSet } from '../../core/annotation/annotation';
import type { SidecarEdit } from '../../core/sidecar';
import type { EditableSource } from './editable-source';
import { History, type HistoryEntry } from './history';

/** What one change did to one source. */
export interface SourceChange extends Omit<HistoryEntry, 'label'> {
  readonly uri: vscode.Uri;
}

/** One undoable change of several sources. */
export interface CorpusChange {
  readonly label: string;
  readonly sources: readonly SourceChange[];
}

/** What became of a change that was taken back or done again. */
export interface Replayed {
  readonly label: string;
  /** Entries that somebody has changed or deleted since, and that were left as they are. */
  readonly left: number;
  /** Sources that could not be written, with the reason. */
  readonly failed: readonly { readonly uri: vscode.Uri; readonly reason: string }[];
}

/** How a source is reached, open or not. */
export type EditSource = <T>(uri: vscode.Uri, work: (source: EditableSource) => Promise<T>) => Promise<T>;

/** Changes of several sources at once, each taken back as one step, also in sources that nobody has opened. */
export class CorpusHistory {
  private readonly history = new History<CorpusChange>();

  constructor(private readonly edit: EditSource) {}

  get lastMade(): number {
    return this.history.lastMade;
  }

  get lastTakenBack(): number {
    return this.history.lastTakenBack;
  }

  record(change: CorpusChange): void {
    if (change.sources.length > 0) this.history.record(change);
  }

  undo(): Promise<Replayed | undefined> {
    return this.replay(this.history.takeBack(), 'undo');
  }

  redo(): Promise<Replayed | undefined> {
    return this.replay(this.history.takeAgain(), 'redo');
  }

  private async replay(change: CorpusChange | undefined, way: 'undo' | 'redo'): Promise<Replayed | undefined> {
    if (!change) return undefined;
    let left = 0;
    const failed: { uri: vscode.Uri; reason: string }[] = [];
    for (const each of change.sources) {
      const back = way === 'undo' ? each.redo : each.undo;
      try {
        await this.edit(each.uri, async (source) => {
          const edits = each[way].filter((edit) => isUntouched(edit, back, source.set));
          left += each[way].length - edits.length;
          if (edits.length > 0) await source.change(edits);
        });
      } catch (error) {
        failed.push({ uri: each.uri, reason: error instanceof Error ? error.message : String(error) });
      }
    }
    return { label: change.label, left, failed };
  }
}

/** True when the entry that an edit is about stands as the edits before it left it. */
function isUntouched(edit: SidecarEdit, before: readonly SidecarEdit[], set: AnnotationSet): boolean {
  switch (edit.kind) {
    case 'add-annotation':
      return !set.annotations.some(({ id }) => id === edit.annotation.id);
    case 'update-annotation':
      return stands(edit.annotation.id, before, set);
    case 'remove-annotation':
      return stands(edit.id, before, set);
    default:
      return true;
  }
}

function stands(id: string, before: readonly SidecarEdit[], set: AnnotationSet): boolean {
  const now = set.annotations.find((annotation) => annotation.id === id);
  const then = before.find(
    (edit) => (edit.kind === 'add-annotation' || edit.kind === 'update-annotation') && edit.annotation.id === id,
  );
  if (!now || !then || !('annotation' in then)) return false;
  return sorted(now) === sorted(then.annotation);
}

/** A file may name the fields in another order, and leaves out what is empty. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

import type * as vscode from 'vscode';
import { describeAll } from '../../core/anchoring';
import type { AnnotationSet, Selector } from '../../core/annotation/annotation';
import type { SidecarEdit } from '../../core/sidecar';
import type { Range } from '../../core/text/range';
import type { BaseTexts } from '../files/base-texts';
import type { SidecarFile } from '../files/sidecar-file';
import type { SourceSession } from './source-session';

/** A source whose annotations can be changed, whether an editor shows it or not. */
export interface EditableSource {
  readonly uri: vscode.Uri;
  /** The text as it is now; targets are UTF-16 ranges of it. */
  readonly text: string;
  readonly set: AnnotationSet;
  describe(targets: readonly (readonly Range[])[]): Promise<readonly Selector[]>;
  /** Applies edits and has them written; throws when they can't be. `placed` as in `SourceSession.change`. */
  change(edits: readonly SidecarEdit[], placed?: ReadonlyMap<string, readonly Range[]>): Promise<void>;
}

/** An open source: its session shows the change at once, and remembers nothing of it. */
export function openSource(session: SourceSession): EditableSource {
  return {
    uri: session.uri,
    text: session.text,
    set: session.set,
    describe: (targets) => session.describe(targets),
    change: async (edits, placed) => {
      session.changeUnrecorded(edits, placed);
      await session.sidecar.flush();
      throwIfFailed(session.sidecar);
    },
  };
}

/** A source that no editor shows, through the same store as an open one, so that merging and whole writes hold. */
export function closedSource(
  uri: vscode.Uri,
  text: string,
  sidecar: SidecarFile,
  baseTexts: BaseTexts,
): EditableSource {
  return {
    uri,
    text,
    set: sidecar.parsed.set,
    describe: async (targets) => {
      await baseTexts.keep(uri, text);
      return describeAll(text, targets);
    },
    change: async (edits) => {
      sidecar.change(edits);
      await sidecar.flush();
      throwIfFailed(sidecar);
    },
  };
}

function throwIfFailed({ failedBecause }: SidecarFile): void {
  if (failedBecause !== undefined) throw new Error(failedBecause);
}

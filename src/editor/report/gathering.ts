import * as vscode from 'vscode';
import type { AnnotationSet, SourceMetadata } from '../../core/annotation/annotation';
import { gatherRenderings, type RenderingReport } from '../../core/exchange';
import { readWorkspace } from '../corpus/progress';
import { readSource } from '../corpus/workspace-sources';
import { knownAuthor } from '../session/author';
import type { Sessions } from '../session/sessions';

/** What a report needs of a source; its text is not kept. */
interface GatheredSource {
  readonly uri: vscode.Uri;
  readonly path: string;
  readonly details: SourceMetadata;
  readonly set: AnnotationSet;
}

/** A report with the places of its sources, in the order of `report.sources`. */
export interface GatheredReport {
  readonly report: RenderingReport;
  readonly uris: readonly vscode.Uri[];
}

/** The notes of the whole workspace, read once and kept up to date source by source. */
export class Gathering {
  private sources: readonly GatheredSource[] = [];

  constructor(private readonly sessions: Sessions) {}

  /** Reads every source, with progress; false when the researcher stopped it. */
  async readAll(): Promise<boolean> {
    const found = await readWorkspace(this.sessions, vscode.l10n.t('Gathering translation notes…'));
    if (!found) return false;
    this.sources = found.map(withoutText);
    return true;
  }

  /** Reads one source again after its notes have changed. */
  async readAgain(uri: vscode.Uri): Promise<void> {
    const source = await readSource(this.sessions, uri).catch(() => undefined);
    if (!source) return;
    const key = uri.toString();
    const known = this.sources.some((each) => each.uri.toString() === key);
    const next = withoutText(source);
    this.sources = known
      ? this.sources.map((each) => (each.uri.toString() === key ? next : each))
      : [...this.sources, next];
  }

  /** The report of what is known now. In blind mode it has the researcher's own notes alone. */
  get present(): GatheredReport {
    const reader = knownAuthor();
    const shown = this.sources.map((source) =>
      this.sessions.isBlind
        ? {
            ...source,
            set: { ...source.set, annotations: source.set.annotations.filter(({ author }) => author === reader) },
          }
        : source,
    );
    return { report: gatherRenderings(shown), uris: shown.map(({ uri }) => uri) };
  }
}

function withoutText({ uri, path, details, set }: GatheredSource): GatheredSource {
  return { uri, path, details, set };
}

import * as vscode from 'vscode';
import { gatherRenderings, type RenderingReport } from '../../core/exchange';
import type { Corpus } from '../corpus/corpus';

/** A report with the places of its sources, in the order of `report.sources`. */
export interface GatheredReport {
  readonly report: RenderingReport;
  readonly uris: readonly vscode.Uri[];
}

/** The notes of the whole workspace, as they are now. */
export class Gathering {
  constructor(private readonly corpus: Corpus) {}

  /** Reads what has not been read, with progress; false when the researcher stopped it. */
  readAll(): Thenable<boolean> {
    return this.corpus.readyWithProgress(vscode.l10n.t('Gathering translation notes…'));
  }

  /** The report of what is known now. In blind mode it has the researcher's own notes alone. */
  get present(): GatheredReport {
    const sources = this.corpus.sources();
    const shown = sources.map((source) => ({
      ...source,
      set: { ...source.set, annotations: this.corpus.annotationsOf(source) },
    }));
    return { report: gatherRenderings(shown), uris: shown.map(({ uri }) => uri) };
  }
}

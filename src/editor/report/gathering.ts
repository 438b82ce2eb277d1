import * as vscode from 'vscode';
import { gatherRenderingsInSteps, type RenderingReport } from '../../core/exchange';
import type { Corpus } from '../corpus/corpus';

/** A report with the places of its sources, in the order of `report.sources`. */
export interface GatheredReport {
  readonly report: RenderingReport;
  readonly uris: readonly vscode.Uri[];
}

/** The notes of the whole workspace, as they are now. */
export class Gathering {
  constructor(private readonly corpus: Corpus) {}

  /** Reads what has not been read and gathers, with progress; `undefined` when the researcher stopped it, who is told so. */
  async all(): Promise<GatheredReport | undefined> {
    const title = vscode.l10n.t('Gathering translation notes…');
    const gathered = await this.corpus.withAllRead(title, (token) => this.present(token));
    if (!gathered) vscode.window.setStatusBarMessage(vscode.l10n.t('Stopped: no report was made.'), 6_000);
    return gathered;
  }

  /** The report of what is known now. In blind mode it has the researcher's own notes alone. */
  async present(token?: vscode.CancellationToken): Promise<GatheredReport | undefined> {
    const shown = this.corpus.sources().map((source) => ({
      ...source,
      set: { ...source.set, annotations: this.corpus.annotationsOf(source) },
    }));
    const report = await this.corpus.turns.takeStepsUnless(token, gatherRenderingsInSteps(shown));
    return report && { report, uris: shown.map(({ uri }) => uri) };
  }
}

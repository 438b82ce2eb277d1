import * as vscode from 'vscode';
import type { ParsedSidecar, SidecarEdit } from '../../core/sidecar';
import type { Log } from '../log';
import { readThroughCut } from './recovery-write';
import { SidecarStore } from './sidecar-store';
import type { StoreChange } from './store-port';
import { StoredFile, type StoredPlace, type VersionKeeper } from './stored-file';
import { sameUri } from './text-file';

export type SidecarChange = StoreChange;

/** Where a source's sidecar may stand. */
export interface SidecarPlaces {
  /** Where the settings want it. */
  readonly preferred: vscode.Uri;
  /** Where it may stand from before the settings said otherwise; it is used there while `preferred` has none. */
  readonly other?: vscode.Uri;
}

/** The sidecar of one source. */
export class SidecarFile extends StoredFile<ParsedSidecar, SidecarEdit> {
  /** `places` is asked at each reading, since the settings may change. */
  constructor(
    private readonly places: () => SidecarPlaces,
    sourceName: string,
    versions: VersionKeeper,
    log: Log,
  ) {
    super(new SidecarPlace(places), versions, log, (surroundings) => new SidecarStore({ ...surroundings, sourceName }));
  }

  /** True when this file, at either of its places, is the one. */
  concerns(uri: vscode.Uri): boolean {
    const { preferred, other } = this.places();
    return sameUri(uri, preferred) || (other !== undefined && sameUri(uri, other));
  }
}

/** The one of the two places where the last reading found the sidecar. */
class SidecarPlace implements StoredPlace {
  uri: vscode.Uri;

  constructor(private readonly places: () => SidecarPlaces) {
    this.uri = places().preferred;
  }

  async read(): Promise<string | undefined> {
    const { preferred, other } = this.places();
    const text = await readThroughCut(preferred);
    const elsewhere = other && (await readThroughCut(other));
    if (text !== undefined && other && elsewhere !== undefined) {
      throw new Error(
        vscode.l10n.t(
          'There are two annotation files: this one and {0}. Nothing is written until one of them is removed or merged into the other.',
          vscode.workspace.asRelativePath(other),
        ),
      );
    }
    this.uri = other && elsewhere !== undefined ? other : preferred;
    return text ?? elsewhere;
  }
}

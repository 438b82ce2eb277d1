import {
  editParsed,
  FORMAT_VERSION,
  mergeSidecars,
  migrate,
  parseSidecarInSteps,
  type ParsedSidecar,
  type SidecarEdit,
} from '../../core/sidecar';
import { FileStore } from './file-store';
import type { StoredFormat, StoreOptions } from './store-port';

export type SidecarStoreOptions = Omit<StoreOptions<ParsedSidecar, SidecarEdit>, 'format'> & {
  /** The article's file name, as the sidecar's header and messages name it. */
  readonly sourceName: string;
  /** The format that is written; tests put another in its place. */
  readonly format?: Pick<StoredFormat<ParsedSidecar, SidecarEdit>, 'version' | 'migrate'>;
};

/** The store of a source's annotations. */
export class SidecarStore extends FileStore<ParsedSidecar, SidecarEdit> {
  constructor({ sourceName, format, ...options }: SidecarStoreOptions) {
    super({
      ...options,
      format: {
        ...(format ?? { version: FORMAT_VERSION, migrate }),
        parseInSteps: (text) => parseSidecarInSteps(text, { source: sourceName }),
        edit: (parsed, edits) => editParsed(parsed, edits, { fileName: sourceName, parsed }),
        merge: mergeSidecars,
      },
    });
  }
}

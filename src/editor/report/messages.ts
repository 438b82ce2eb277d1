import { ARRANGEMENTS, type Arrangement } from '../../core/exchange';

export const EXPORT_FORMATS = ['html', 'markdown', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What the page tells the extension. */
export type PageMessage =
  | {
      readonly type: 'show';
      /** Index into the notes of the report that the page was made of. */
      readonly note: number;
      /** Which report that was: the page may be older than what is known now. */
      readonly of: string;
    }
  | {
      /** It waits for the rows. */
      readonly type: 'ready';
      readonly of: string;
    }
  | { readonly type: 'export'; readonly format: ExportFormat; readonly by: Arrangement };

/** What the extension tells the page: some of its rows, in their order. */
export interface RowsMessage {
  readonly type: 'rows';
  readonly of: string;
  readonly rows: string;
  /** True for the last of them. */
  readonly done: boolean;
}

/** A message of the page; `undefined` for anything else that comes in, which is not acted upon. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, note, of, format, by } = value as Readonly<Record<string, unknown>>;
  if (type === 'show' && Number.isInteger(note) && typeof of === 'string') return { type, note: note as number, of };
  if (type === 'ready' && typeof of === 'string') return { type, of };
  const form = EXPORT_FORMATS.find((each) => each === format);
  const arrangement = ARRANGEMENTS.find((each) => each === by);
  return type === 'export' && form && arrangement ? { type, format: form, by: arrangement } : undefined;
}

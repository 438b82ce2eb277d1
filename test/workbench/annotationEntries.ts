import { parse } from 'yaml';

/** An annotation or a rejection as it stands in an annotation file. */
export interface SavedEntry {
  readonly type: string;
  readonly quote: string | readonly string[];
  readonly rendering?: string;
  readonly [key: string]: unknown;
}
type Sections = Readonly<Record<string, Readonly<Record<string, SavedEntry>> | null>>;

/** The entries of all authors in an annotation file's text, in its order; none in an empty text. */
export const entriesIn = (text: string, section: 'annotations' | 'rejected' = 'annotations'): readonly SavedEntry[] => {
  const root = parse(text) as Readonly<Record<string, Sections | null | undefined>> | null;
  return Object.values(root?.[section] ?? {}).flatMap((entries) => Object.values(entries ?? {}));
};

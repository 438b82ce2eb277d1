import { readMetadata } from '../../core/annotation/metadata';
import type { SourceMetadata } from '../../core/annotation/annotation';
import type { SourceSession } from './source-session';

/** Where a detail of a source comes from. */
export type Origin = 'file' | 'text' | 'guess';

export interface SourceDetails {
  /** What the annotation file says, completed by what the text says of itself, and the language by its words. */
  readonly known: SourceMetadata;
  originOf(field: keyof SourceMetadata): Origin | undefined;
}

/** All that is known of a source, with where it is known from. What nobody said is absent. */
export function sourceDetails(session: SourceSession): SourceDetails {
  const { source } = session.set;
  const { fields } = readMetadata(session.text);
  const stated: SourceMetadata = fields;
  return {
    known: { ...fields, language: session.language, ...withoutAbsent(source) },
    originOf: (field) => {
      if (source[field] !== undefined) return 'file';
      if (stated[field] !== undefined) return 'text';
      return field === 'language' ? 'guess' : undefined;
    },
  };
}

function withoutAbsent(source: SourceMetadata): SourceMetadata {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
}

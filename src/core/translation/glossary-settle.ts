import type { ConflictSide, FieldConflict } from '../annotation/annotation';
import type { GlossaryTerm } from './glossary';

/** The term with one side of a conflict in its field, and without the record of it. */
export function settleTerm(term: GlossaryTerm, conflict: FieldConflict, take: ConflictSide): GlossaryTerm {
  const { conflicts, ...rest } = withField(term, conflict.field, conflict[take]);
  const open = (conflicts ?? []).filter(({ field }) => field !== conflict.field);
  return open.length > 0 ? { ...rest, conflicts: open } : rest;
}

/** The term with a field, by its key in the file, saying a value of the file; null takes an optional field out. */
function withField(term: GlossaryTerm, field: string, value: unknown): GlossaryTerm {
  switch (field) {
    case 'rendering':
      return { ...term, renderings: texts(value) };
    case 'avoid':
      return { ...term, avoid: texts(value) };
    case 'term':
    case 'language':
      return value === null ? term : { ...term, [field]: String(value) };
    case 'literal':
    case 'explanation':
    case 'domain':
      return withOptional(term, field, value);
    case 'part_of_speech':
      return withOptional(term, 'partOfSpeech', value);
    default:
      return term;
  }
}

function withOptional(
  term: GlossaryTerm,
  property: 'literal' | 'explanation' | 'domain' | 'partOfSpeech',
  value: unknown,
): GlossaryTerm {
  const { [property]: _before, ...rest } = term;
  return value === null ? rest : { ...rest, [property]: String(value) };
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => (each === null ? [] : [String(each)]));
}

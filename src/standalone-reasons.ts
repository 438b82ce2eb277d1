import type { Reason } from './core/recognition';

/** A reason in plain English, for scripts; the editor words reasons itself. */
export function explain(why: Reason): string {
  switch (why.kind) {
    case 'gazetteer':
      return `in the list of names (${why.list})`;
    case 'tagger':
      if (why.cue === 'seen elsewhere') return 'as elsewhere in the text';
      return why.cue ? `by its look and context (${why.cue} beside it)` : 'by its look and context';
    case 'confirmed':
      return why.spelling === 'same'
        ? `you confirmed “${why.name}”`
        : `another form of “${why.name}”, which you confirmed`;
    case 'charge':
      return `after “${why.trigger}”`;
  }
}

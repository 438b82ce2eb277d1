import type { Grammar, Link, Trigger } from './grammar';
import type { Phrase } from './offence-phrase';
import type { PhraseRules } from './phrase-rules';
import type { Sentence } from './sentence';

/** A trigger in its sentence with one of its links: what is read, and by whose rules. */
export interface LinkSite {
  readonly sentence: Sentence;
  /** The trigger's token. */
  readonly at: number;
  readonly trigger: Trigger;
  readonly link: Link;
  readonly grammar: Grammar;
  readonly rules: PhraseRules;
}

/** What one link of a trigger brings. */
export interface Found {
  readonly phrases: readonly Phrase[];
  /** Tokens between trigger and first offence. */
  readonly distance: number;
}

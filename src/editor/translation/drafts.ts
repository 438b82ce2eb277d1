import type { TranslationFields } from '../../core/translation';
import { words, wordsAt } from '../session/judgement';
import type { SourceSession } from '../session/source-session';
import type { TranslationTarget } from '../session/translation';

/** How many unfinished translations are remembered. */
const LIMIT = 100;

/** What was typed and not written yet, so that Esc or a lost focus loses nothing while the window is open. */
export class Drafts {
  private readonly drafts = new Map<string, TranslationFields>();

  get(session: SourceSession, target: TranslationTarget): TranslationFields | undefined {
    return this.drafts.get(keyOf(session, target));
  }

  keep(session: SourceSession, target: TranslationTarget, fields: TranslationFields): void {
    const key = keyOf(session, target);
    this.drafts.delete(key);
    this.drafts.set(key, fields);
    for (const oldest of this.drafts.keys()) {
      if (this.drafts.size <= LIMIT) break;
      this.drafts.delete(oldest);
    }
  }

  forget(session: SourceSession, target: TranslationTarget): void {
    this.drafts.delete(keyOf(session, target));
  }
}

function keyOf(session: SourceSession, { annotation, parts, text }: TranslationTarget): string {
  const about = annotation ? `${annotation.id} ${words(annotation)}` : wordsAt(text, parts);
  return `${session.uri.toString()} ${about}`;
}

import type { LanguageCode } from '../../core/text/language';
import { passageLanguage } from '../../core/text/passage-language';
import { hull, type Range } from '../../core/text/range';
import { setting } from '../settings/settings';
import type { SourceSession } from './source-session';

/** The language of some words of a source: a Dutch quotation in an English article is Dutch. Without parts, the source's. */
export function languageAt(session: SourceSession, parts: readonly Range[]): LanguageCode {
  if (parts.length === 0) return session.language;
  return passageLanguage(session.text, hull(parts), session.language);
}

/** True when notes are offered on the words: they are in another language than the one that is translated into. */
export function isForeign(session: SourceSession, parts: readonly Range[]): boolean {
  return languageAt(session, parts) !== setting('targetLanguage', session.uri);
}

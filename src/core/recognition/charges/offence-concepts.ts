import type { ChargeLanguage } from './charge-mention';
import { readLexicon, singulars } from './offence-names';

const FILLERS = new Set(
  'de het een of van the a an to tot aan in met on for op voor and en his her their zijn haar hun some any own'.split(
    ' ',
  ),
);

interface Entry {
  readonly concept: string;
  readonly keys: readonly string[];
}

/** First key -> entries that hold it. */
type Index = ReadonlyMap<string, readonly Entry[]>;

const indexes = new Map<ChargeLanguage, Index>();

/**
 * The offence that a phrase names, as an id shared by both languages: `zaaien van haat`, `aanzetten tot haat` and
 * `inciting hatred` give the same. Of the names whose content words all stand in the phrase the one with most words wins,
 * then the one that stands first. Undefined when the lexicon knows none.
 */
export function chargeConcept(phrase: string, language: ChargeLanguage): string | undefined {
  const words = contentWords(phrase);
  const present = new Map<string, number>();
  words.forEach((word, i) => {
    for (const form of keysOf(word, language)) if (!present.has(form)) present.set(form, i);
  });
  let best: { concept: string; length: number; at: number } | undefined;
  for (const [form, at] of present) {
    for (const entry of indexOf(language).get(form) ?? []) {
      if (!entry.keys.every((key) => present.has(key))) continue;
      const length = entry.keys.length;
      if (best === undefined || length > best.length || (length === best.length && at < best.at))
        best = { concept: entry.concept, length, at };
    }
  }
  return best?.concept;
}

function contentWords(phrase: string): string[] {
  return (phrase.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? []).filter((word) => !FILLERS.has(word));
}

/** The forms under which a word is looked up: itself, its singulars, and for Dutch compounds their last part. */
function keysOf(word: string, language: ChargeLanguage): readonly string[] {
  const forms = [...singulars(word, language)];
  if (language === 'nl')
    for (const form of [...forms])
      for (let cut = 3; cut <= form.length - 5; cut++)
        if (indexOf('nl').has(form.slice(cut))) forms.push(form.slice(cut));
  return forms;
}

function indexOf(language: ChargeLanguage): Index {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const index = new Map<string, Entry[]>();
  for (const { concept, name } of readLexicon(language)) {
    const keys = contentWords(name);
    const first = keys[0];
    if (first !== undefined) index.set(first, [...(index.get(first) ?? []), { concept, keys }]);
  }
  indexes.set(language, index);
  return index;
}

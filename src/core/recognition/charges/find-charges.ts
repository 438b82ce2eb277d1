import type { ChargeLanguage, ChargeMention } from './charge-mention';
import { readCharges } from './charge-reader';
import type { Reading } from './charge-reader';
import { chargeConcept } from './offence-concepts';
import { compileGrammar } from './grammar';
import type { Grammar } from './grammar';
import { DUTCH_RULES } from './languages/nl/rules';
import { DUTCH_TRIGGERS } from './languages/nl/triggers';
import { DUTCH_WORDS } from './languages/nl/words';
import { ENGLISH_RULES } from './languages/en/rules';
import { ENGLISH_TRIGGERS } from './languages/en/triggers';
import { ENGLISH_WORDS } from './languages/en/words';
import type { Phrase } from './offence-phrase';
import type { PhraseRules } from './phrase-rules';
import { sentencesWithTriggers } from './sentence';
import type { Sentence } from './sentence';
import { stageOf } from './stage';
import { statedFacts } from './stated-facts';

interface Language {
  readonly grammar: Grammar;
  readonly rules: PhraseRules;
}

const languages = new Map<ChargeLanguage, Language>();

/** Grammars are compiled when first asked for: most folders need one. */
function languageOf(language: ChargeLanguage): Language {
  const known = languages.get(language);
  if (known !== undefined) return known;
  const made: Language =
    language === 'nl'
      ? { grammar: compileGrammar('nl', DUTCH_WORDS, DUTCH_TRIGGERS), rules: DUTCH_RULES }
      : { grammar: compileGrammar('en', ENGLISH_WORDS, ENGLISH_TRIGGERS), rules: ENGLISH_RULES };
  languages.set(language, made);
  return made;
}

/**
 * Makes ready the grammar of a language, some ten milliseconds the first time; answers whether there was anything to do. Who calls
 * it first keeps `findCharges` short.
 */
export function prepareCharges(language: ChargeLanguage): boolean {
  if (languages.has(language)) return false;
  languageOf(language);
  return true;
}

/**
 * All charges in a text or a paragraph of it, ordered by start, none overlapping another.
 *
 * Nothing crosses a paragraph (as `findParagraphs` cuts them), and the answer for a paragraph depends on that paragraph
 * alone, so that after an edit only the paragraphs that changed need reading again.
 */
export function findCharges(text: string, language: ChargeLanguage): ChargeMention[] {
  const { grammar, rules } = languageOf(language);
  const mentions: ChargeMention[] = [];
  for (const sentence of sentencesWithTriggers(text, grammar)) {
    const readings = readCharges(sentence, grammar, rules);
    for (const { reading, phrase } of settle(readings)) mentions.push(mentionOf(sentence, reading, phrase, grammar));
  }
  return mentions;
}

interface Candidate {
  readonly reading: Reading;
  readonly phrase: Phrase;
}

/** Of overlapping candidates keeps the one whose trigger stands nearest, then the longer. */
function settle(readings: readonly Reading[]): Candidate[] {
  const candidates = readings.flatMap((reading) => reading.phrases.map((phrase) => ({ reading, phrase })));
  candidates.sort(
    (a, b) => a.reading.distance - b.reading.distance || b.phrase.to - b.phrase.from - (a.phrase.to - a.phrase.from),
  );
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const clash = kept.some(({ phrase }) => phrase.from < candidate.phrase.to && candidate.phrase.from < phrase.to);
    if (!clash) kept.push(candidate);
  }
  return kept.sort((a, b) => a.phrase.from - b.phrase.from);
}

function mentionOf(sentence: Sentence, reading: Reading, phrase: Phrase, grammar: Grammar): ChargeMention {
  const start = sentence.starts[phrase.from] ?? 0;
  const end = sentence.ends[phrase.to - 1] ?? start;
  const stage = stageOf(sentence, reading, phrase, grammar);
  const concept = chargeConcept(sentence.text.slice(start, end), grammar.language);
  return {
    start,
    end,
    trigger: {
      start: sentence.starts[reading.at] ?? 0,
      end: sentence.ends[reading.at] ?? 0,
      kind: reading.trigger.kind,
    },
    ...(stage === undefined ? {} : { stage }),
    ...statedFacts(sentence, reading, phrase, grammar),
    ...(concept === undefined ? {} : { concept }),
    probability: probabilityOf(reading, phrase),
  };
}

/**
 * Share of such mentions that overlap a marked charge in the development part of our corpus, both languages, as the bench of charges
 * prints it.
 */
function probabilityOf(reading: Reading, phrase: Phrase): number {
  const near = reading.distance <= 3;
  if (phrase.firmness === 'firm') return near ? 0.965 : 0.94;
  if (phrase.firmness === 'soft') return 0.93;
  return near ? 0.9 : 0.89;
}

import { Mark } from './grammar';
import { isIncriminating } from './modifiers';
import { is } from './sentence';
import type { Sentence } from './sentence';

/** `that offence`, `dat misdrijf`: a word for any offence, pointing back to one. */
export function isGeneric(sentence: Sentence, from: number, to: number): boolean {
  return (
    to === from + 1 &&
    from > 0 &&
    /^(?:offen[cs]es?|crimes?|felony|felonies|delict|misdrijf|misdrijven|feit|feiten|overtreding|vergrijp|betichtingen|aanklachten|charges?)$/.test(
      sentence.words[from] ?? '',
    ) &&
    /^(?:that|the|this|these|those|same|dat|dit|die|deze|hetzelfde|dezelfde|alle|welk|which|what|zo'n|an?|any|no|his|her|their|een|zijn|haar|hun)$/.test(
      sentence.words[from - 1] ?? '',
    )
  );
}

/** `found guilty of violating the embargo | the company could`: a second `the` right behind the object opens another clause. */
export function isNextSubject(sentence: Sentence, at: number, from: number, deed: boolean): boolean {
  return (
    deed &&
    sentence.words[at] === 'the' &&
    !is(sentence, at - 1, Mark.Preposition | Mark.Determiner | Mark.Conjunction | Mark.Comma | Mark.Quote) &&
    sentence.words.lastIndexOf('the', at - 2) > from &&
    !(sentence.words[at - 1] ?? '').endsWith('ing') &&
    sentence.words[at - 2] !== 'to'
  );
}

/** A verb form after an article or after `having` is none: `cover their faces`, `having sent`. */
export function isNounByPlace(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at] ?? '';
  const before = sentence.words[at - 1] ?? '';
  return (
    !is(sentence, at, Mark.Punctuation | Mark.Pronoun) &&
    (/^(?:a|an|the|his|her|their|its|my|our|having)$/.test(before) ||
      // `refusing to be searched`, `patents held by a rival`, `tegen de staat`
      (before === 'to' && /^(?:be|do|let|put)$/.test(word)) ||
      (/^(?:held|made|given|sent|found|kept)$/.test(word) && sentence.words[at + 1] === 'by') ||
      (word === 'given' && sentence.words[at + 1] === 'to') ||
      // `getting too close to a bison`
      (word === 'too' && !is(sentence, at + 1, Mark.Punctuation | Mark.Stop | Mark.Preposition)) ||
      (word === 'staat' &&
        (is(sentence, at - 1, Mark.Determiner) ||
          (/[^aeiou]e$/.test(before) && is(sentence, at - 2, Mark.Determiner)))) ||
      // `het kappen van acht wilgen`
      (word === 'acht' && is(sentence, at - 1, Mark.Preposition) && !is(sentence, at + 1, Mark.Determiner)) ||
      (/^(?:reports?|claims?|calls?)$/.test(word) &&
        (/ing$/.test(before) || isIncriminating(sentence, at - 1, at) || before === 'of')))
  );
}

/** The dot of an initial is a token of its own only in texts that were cut into tokens before. */
export function isNameDot(sentence: Sentence, at: number): boolean {
  return (
    sentence.words[at] === '.' &&
    (sentence.words[at - 1] ?? '').length === 1 &&
    is(sentence, at - 1, Mark.Capital) &&
    at + 1 < sentence.count
  );
}

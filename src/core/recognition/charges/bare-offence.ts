import { crossesClause, isBridge } from './clause-span';
import { Mark } from './grammar';
import type { Grammar } from './grammar';
import type { Found, LinkSite } from './link-site';
import { readList } from './offence-list';
import { firmness, phraseLength } from './offence-names';
import { readPhrase } from './offence-phrase';
import type { Phrase } from './offence-phrase';
import { is } from './sentence';
import type { Sentence } from './sentence';

/** `corruption charges`, `murder, rape and robbery charges`. */
export function readCompound({ sentence, at, grammar, rules }: LinkSite): Found | undefined {
  const phrases: Phrase[] = [];
  let end = at;
  for (;;) {
    let from = end;
    while (
      from > 0 &&
      !is(
        sentence,
        from - 1,
        Mark.Stop |
          Mark.Determiner |
          Mark.Preposition |
          Mark.Conjunction |
          Mark.Punctuation |
          Mark.Hedge |
          Mark.Numeral,
      ) &&
      sentence.words[from - 1] !== "'s" &&
      !(is(sentence, from - 1, Mark.Capital) && from - 1 > 0) &&
      end - from < 4
    )
      from--;
    let phrase: Phrase | undefined;
    for (let start = from; start < end && phrase === undefined; start++) {
      const read = readPhrase(sentence, start, end, grammar, rules);
      if (read?.from === start && read.to === end && isCompoundHead(sentence, start, end, grammar))
        phrase = { ...read, form: 'noun' };
    }
    if (phrase === undefined) break;
    phrases.unshift(phrase);
    let previous = phrase.from - 1;
    if (is(sentence, previous, Mark.Conjunction)) previous--;
    else if (!is(sentence, previous, Mark.Comma)) break;
    if (is(sentence, previous, Mark.Comma)) previous--;
    end = previous + 1;
  }
  const first = phrases[0];
  if (first === undefined || (STEPS.test(sentence.words[at] ?? '') && !followsIn(sentence, first.from)))
    return undefined;
  return { phrases, distance: 0 };
}

/** Steps of the law that name an offence for somebody only when somebody is held `in` them. */
const STEPS = /^(?:raids?|probes?|cases?|sweep|sting|swoop|crackdown)$/;

/** `in a wide-ranging bribery probe`, `over a rape case` */
function followsIn(sentence: Sentence, from: number): boolean {
  let k = from - 1;
  while (is(sentence, k, Mark.Determiner | Mark.Numeral | Mark.Hedge | Mark.Quote)) k--;
  return /^(?:in|over|during|after)$/.test(sentence.words[k] ?? '');
}

function isCompoundHead(sentence: Sentence, from: number, end: number, grammar: Grammar): boolean {
  // `a drunk driving conviction`
  if (from + phraseLength(sentence.words, from, end, 'en', grammar.offences) === end) return true;
  // `Judge tosses libel suit`: a verb between two nouns.
  for (let k = from === 1 ? 1 : from + 1; k < end - 1; k++)
    if (
      /[^s]s$/.test(sentence.words[k] ?? '') &&
      firmness(sentence.words[k] ?? '', 'en', grammar.offences) === undefined
    )
      return false;
  if (firmness(sentence.words[end - 1] ?? '', 'en', grammar.offences) !== undefined) {
    // The first word of the compound must not be a participle or adverb that belongs to the noun after it.
    return (
      !/(?:ly|ed)$/.test(sentence.words[from] ?? '') ||
      end - from === 1 ||
      /^(?:attempted|aggravated|armed|organi[sz]ed)$/.test(sentence.words[from] ?? '')
    );
  }
  return false;
}

/** An item of a register, between commas just before the trigger: `Pugh, 31, speeding, fined £120`. */
export function readItem({ sentence, at, grammar, rules }: LinkSite): Found | undefined {
  const comma = at - 1;
  if (!is(sentence, comma, Mark.Comma)) return undefined;
  let from = comma;
  while (from > 0 && !is(sentence, from - 1, Mark.Punctuation) && comma - from < 8) from--;
  if (from === 0 || !is(sentence, from - 1, Mark.Comma)) return undefined;
  const phrase = readPhrase(sentence, from, comma, grammar, rules);
  const whole = phrase?.from === from && phrase.to === comma && phrase.firmness === 'firm';
  return phrase !== undefined && whole ? { phrases: [phrase], distance: 1 } : undefined;
}

/** The first offence between the start of the clause and the trigger. */
export function readSubject(site: LinkSite): Found | undefined {
  const { sentence, at, link } = site;
  const opening = clauseStart(sentence, at);
  for (let from = opening; from < at; from++) {
    if (
      is(sentence, from, Mark.Stop | Mark.Preposition | Mark.Determiner | Mark.Punctuation | Mark.TimeOrPlace) ||
      (from > opening && is(sentence, from, Mark.Capital))
    )
      continue;
    if (from > 0 && is(sentence, from - 1, Mark.Preposition)) continue;
    const phrases = readList(site, from, at, link.demand);
    const last = phrases.at(-1);
    if (
      phrases.some((phrase) =>
        sentence.words
          .slice(phrase.from, phrase.to)
          .some((word) => /^(?:acht(?:te|ten)?|legt|legde|legden)$/.test(word)),
      )
    )
      continue;
    const certain =
      phrases[0]?.firmness === 'firm' ||
      (last !== undefined &&
        (from === opening || (phrases[0]?.form === 'deed' && sentence.words[opening] === 'under')) &&
        isBridge(sentence, last.to, at));
    if (last !== undefined && certain && !crossesClause(sentence, last.to, at))
      return { phrases, distance: at - last.to };
  }
  return undefined;
}

/** How far behind its verb an object is looked for, past the person whom it is laid to. */
const OBJECT_REACH = 8;

/** `verwijt hem diefstal`, `legde de drie broers afpersing ten laste`: the first firm offence behind the verb. */
export function readObject(site: LinkSite): Found | undefined {
  const { sentence, at, link } = site;
  for (let from = at + 1; from < sentence.count && from <= at + OBJECT_REACH; from++) {
    if (
      is(sentence, from, Mark.Comma | Mark.Preposition) ||
      (is(sentence, from, Mark.Stop) && !is(sentence, from, Mark.Passable))
    )
      return undefined;
    if (is(sentence, from, Mark.Determiner | Mark.Capital | Mark.Passable)) continue;
    const phrases = readList(site, from, sentence.count, link.demand);
    if (phrases.length > 0) return { phrases, distance: from - at };
  }
  return undefined;
}

function clauseStart(sentence: Sentence, at: number): number {
  for (let k = at - 1; k >= 0; k--) if (/^[;:]$/.test(sentence.words[k] ?? '')) return k + 1;
  // `A. Money laundering carries ...`: the letter of an answer.
  if ((sentence.words[0] ?? '').length > 2 || !/^\p{L}\.?$/u.test(sentence.words[0] ?? '')) return 0;
  return sentence.words[0]?.endsWith('.') === true ? 1 : sentence.words[1] === '.' ? 2 : 0;
}

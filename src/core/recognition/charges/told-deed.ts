import { afterSubject, trimMarks } from './deed-clause';
import { Mark } from './grammar';
import type { Grammar } from './grammar';
import type { Found, LinkSite } from './link-site';
import { firmness, phraseLength } from './offence-names';
import type { Phrase } from './offence-phrase';
import type { PhraseRules } from './phrase-rules';
import { is } from './sentence';
import type { Sentence } from './sentence';
import { isLaidAround } from './told-around';
import { afterComplements } from './verb-complements';

/** The longest deed that is read, in tokens. */
const LONGEST = 26;
/** How many tokens of its own clause may stand between a relative clause and the word of the law that it belongs to. */
const REACH = 14;

/** Who speaks for the law: `volgens de officier`, `het OM denkt dat`. */
export const DUTCH_AUTHORITY =
  /^(?:om|ministerie|justitie|officier|officieren|aanklagers?|aanklaagster|hoofdaanklager|parket|procureur|procureurs|auditeur-militair|vervolging|politie|recherche|rijksrecherche|marechaussee|fiod|speurders|onderzoekers|rechercheurs|inspectie|arbeidsinspectie|toezichthouder|autoriteiten|afm|acm|dnb|belastingdienst|fiscus|douane|waterschap|onderzoeksrechter|aanklacht|tenlastelegging|dagvaarding|requisitoir|rechter|rechters|rechtbank|politierechter|hof|gerechtshof|jury|tribunaal|vonnis|tuchtcommissie|tuchtrechter|geheime|veiligheidsdienst|inlichtingendienst|procureur-generaal|advocaat-generaal)$/;

const HAVE = /^(?:hebben|zijn|heeft|had|hadden)$/;
/** Words by which the law has its say inside a clause: the deed is no deed then, but a step of the law. */
export const STEP_OF_LAW =
  /^(?:verdacht|veroordeeld|beschuldigd|vrijgesproken|aangehouden|opgepakt|gearresteerd|vervolgd|aangeklaagd|vastzit|vastzat|vastzitten|vast|terechtstaat|terechtstond|terecht|onderzocht|betrapt|aangifte|ontkent|ontkende|gedagvaard|gestraft|beboet|geschorst|bestraft|verdenking|wegens|vanwege|schuldig)$/;
/** Finite verbs that go on with the main clause behind a relative one without a comma, as headlines have it. */
const GOES_ON =
  /^(?:moet|moeten|moest|krijgt|kreeg|krijgen|kregen|blijft|blijven|gaat|riskeert|riskeren|is|zijn|wordt|worden|werd|werden|staat|zit|hoort|opgepakt|aangehouden|veroordeeld|vrijgesproken|gearresteerd)$/;

/**
 * A deed told in a main clause by an auxiliary and a participle or infinitives, and laid to somebody by what is said around it:
 * `Hij zou zijn oom hebben opgelicht`, `De twee hebben volgens de politie een winkel beroofd`.
 */
export function readToldByAuxiliary({ sentence, at, grammar, rules }: LinkSite): Found | undefined {
  const hearsay = /^zou/.test(sentence.words[at] ?? '');
  if (!isLaidAround(sentence, at, hearsay)) return undefined;
  let from = skipAdjuncts(sentence, isInverted(sentence, at) ? behindSubject(sentence, at + 1, grammar) : at + 1);
  // `die een kerk in brand zou hebben gestoken`: the deed went before.
  if (HAVE.test(sentence.words[from] ?? '') && from === at + 1) {
    if (!/en$/.test(sentence.words[from + 1] ?? '') || sentence.words[from + 2] !== 'te') return undefined;
  }
  if (HAVE.test(sentence.words[from] ?? '') && sentence.words[from] !== 'zijn') from++;
  const verb = participleAt(sentence, from, grammar, rules);
  if (verb === undefined) return undefined;
  const phrase = deedOf(sentence, from, afterComplements(sentence, verb + 1), grammar);
  return phrase !== undefined &&
    !sentence.words.slice(phrase.from, phrase.to).some((word) => STEP_OF_LAW.test(word)) &&
    (tellsDeed(sentence, phrase, grammar) ||
      (hearsay && isSoftDeed(sentence, phrase, grammar)) ||
      isExplained(sentence, at))
    ? { phrases: [phrase], distance: 4 }
    : undefined;
}

/** `De man die een kerk in brand stak, is aangehouden`, `Agent die informatie lekte krijgt vier jaar cel`. */
export function readRelativeBefore(site: LinkSite): Found | undefined {
  const { sentence, at, grammar } = site;
  for (let k = at - 1; k >= 0 && k >= at - LONGEST - REACH; k--) {
    if (!/^(?:die|dat)$/.test(sentence.words[k] ?? '') || k === 0 || is(sentence, k - 1, Mark.Stop)) continue;
    const end = relativeEnd(sentence, k + 2, at);
    if (end === undefined || at - end > REACH || isElsewhere(sentence, end, at)) return undefined;
    const phrase = readRelative(sentence, k, end, grammar);
    return phrase === undefined ? undefined : { phrases: [phrase], distance: at - end + 4 };
  }
  return undefined;
}

/** The deed that a relative clause from the pronoun at `at` up to `end` tells; undefined when it tells none. */
export function readRelative(sentence: Sentence, at: number, end: number, grammar: Grammar): Phrase | undefined {
  const object = /^(?:hem|haar|hen|zich)$/.test(sentence.words[at + 1] ?? '') && !isPossessive(sentence, at + 1);
  const from = skipAdjuncts(sentence, object ? at + 2 : at + 1);
  const phrase = deedOf(sentence, from, end, grammar);
  if (phrase === undefined) return undefined;
  if (!tellsDeed(sentence, phrase, grammar) && !isSoftDeed(sentence, phrase, grammar)) return undefined;
  return sentence.words.slice(at, end).some((word) => STEP_OF_LAW.test(word)) ? undefined : phrase;
}

/** The comma, stop or finite verb that ends a relative clause begun before `from`, at the latest at `limit`. */
export function relativeEnd(sentence: Sentence, from: number, limit: number): number | undefined {
  for (let k = from; k <= limit && k < sentence.count; k++) {
    if (is(sentence, k, Mark.Comma)) return k;
    if (is(sentence, k, Mark.Stop) && is(sentence, k, Mark.Punctuation)) return k;
    if (GOES_ON.test(sentence.words[k] ?? '') && k > from) return k;
  }
  return limit >= sentence.count ? sentence.count : undefined;
}

/** Another clause or another ground stands between the relative clause and the word of the law. */
function isElsewhere(sentence: Sentence, end: number, at: number): boolean {
  for (let k = end + 1; k < at; k++) {
    if (is(sentence, k, Mark.Comma) || (is(sentence, k, Mark.Stop) && is(sentence, k, Mark.Punctuation))) return true;
    if (/^(?:eerder|destijds|maar|die|dat)$/.test(sentence.words[k] ?? '')) return true;
  }
  // `werd vrijgesproken van smaad`: the offence is named behind it.
  if (/^(?:van|voor)$/.test(sentence.words[at + 1] ?? '')) return true;
  return sentence.words.slice(end).some((word) => /^(?:wegens|vanwege|omdat|verdenking|beschuldiging)$/.test(word));
}

/** `haar` before a noun is no object. */
function isPossessive(sentence: Sentence, at: number): boolean {
  if (sentence.words[at] !== 'haar') return false;
  const next = sentence.words[at + 1] ?? '';
  return (
    !is(sentence, at + 1, Mark.Preposition | Mark.Determiner | Mark.Stop | Mark.Numeral) &&
    !/^(?:online|via|jarenlang|herhaaldelijk)$/.test(next)
  );
}

function deedOf(sentence: Sentence, start: number, end: number, grammar: Grammar): Phrase | undefined {
  let from = start;
  while (
    from < end &&
    (is(sentence, from, Mark.Quote) || /^(?:een|de|het|ook|daar|er)$/.test(sentence.words[from] ?? ''))
  )
    from++;
  const to = trimMarks(sentence, from, end);
  if (to <= from + 1 || to - from > LONGEST) return undefined;
  const firm = sentence.words.slice(from, to).some((word) => grammar.deedVerbs.has(word));
  return {
    from,
    to,
    next: end,
    form: 'deed',
    innocent: false,
    duty: false,
    complemented: true,
    ...(firm ? { firmness: 'firm' as const } : {}),
  };
}

/** A verb of an offence, or an offence's name beside any verb. */
function tellsDeed(sentence: Sentence, phrase: Phrase, grammar: Grammar): boolean {
  return sentence.words
    .slice(phrase.from, phrase.to)
    .some(
      (word, k) =>
        grammar.deedVerbs.has(word) ||
        firmness(word, grammar.language, grammar.offences) === 'firm' ||
        phraseLength(sentence.words, phrase.from + k, phrase.to, grammar.language, grammar.offences) > 0,
    );
}

/** A deed that is an offence only where somebody is held to account for it. */
function isSoftDeed(sentence: Sentence, phrase: Phrase, grammar: Grammar): boolean {
  return sentence.words.slice(phrase.from, phrase.to).some((word) => grammar.softDeedVerbs.has(word));
}

/** `kreeg een boete: ze zou haar inkomsten niet hebben aangegeven`: the hearsay explains a step of the law just before it. */
function isExplained(sentence: Sentence, at: number): boolean {
  const colon = sentence.words.lastIndexOf(':', at);
  return (
    colon > 0 &&
    at - colon <= 4 &&
    /^zou/.test(sentence.words[at] ?? '') &&
    sentence.words
      .slice(0, colon)
      .some((word) =>
        /^(?:boete|aan|vast|opgepakt|aangehouden|gearresteerd|aangeklaagd|geschorst|ontslagen|vervolgd)$/.test(word),
      )
  );
}

/** Punctuation behind which a clause begins; a quotation mark or a parenthesis (an age) is none. */
function opensClause(sentence: Sentence, at: number): boolean {
  return (
    is(sentence, at, Mark.Punctuation) && !is(sentence, at, Mark.Quote) && !/^[()]$/.test(sentence.words[at] ?? '')
  );
}

/** The subject stands behind the verb: the sentence begins with something else. */
function isInverted(sentence: Sentence, at: number): boolean {
  if (is(sentence, at + 1, Mark.Pronoun)) return true;
  let first = at;
  while (first > 0 && !opensClause(sentence, first - 1)) first--;
  while (first < at && is(sentence, first, Mark.Quote)) first++;
  return (
    first < at &&
    is(sentence, first, Mark.Preposition | Mark.Passable | Mark.TimeOrPlace) &&
    !is(sentence, first, Mark.Determiner)
  );
}

function behindSubject(sentence: Sentence, at: number, grammar: Grammar): number {
  return afterSubject(sentence, at, grammar) ?? at;
}

/** Passes when, where and according to whom: `die | op 3 oktober in Luik | drie mensen neerschoot`. */
export function skipAdjuncts(sentence: Sentence, at: number): number {
  let k = at;
  for (;;) {
    const word = sentence.words[k] ?? '';
    if (word === 'volgens' || word === 'aldus') k = behindName(sentence, k + 1);
    else if (/^(?:in|op|te|bij|sinds|begin|eind|vorige?|afgelopen)$/.test(word)) {
      const behind = behindTimeOrPlace(sentence, k + 1);
      if (behind === undefined) return k;
      k = behind;
    } else if (isAdverb(sentence, k)) k++;
    else return k;
  }
}

function isAdverb(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at] ?? '';
  return (
    (is(sentence, at, Mark.Passable) &&
      !/^(?:zijn|zelf|zelfs|hebben|heeft|had|hadden|er|jarenlang|samen|is|was|hem|hen|zich)$/.test(word)) ||
    /^(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|maandagavond|zaterdagnacht|zondagnacht)$/.test(word)
  );
}

function behindName(sentence: Sentence, at: number): number {
  let k = at;
  while (is(sentence, k, Mark.Determiner)) k++;
  while (
    k < sentence.count &&
    (is(sentence, k, Mark.Capital) ||
      DUTCH_AUTHORITY.test(sentence.words[k] ?? '') ||
      /^(?:van|openbaar|openbare|federale?|lokale|militaire|nationale|eigen|zeggen)$/.test(sentence.words[k] ?? ''))
  )
    k++;
  return k === at ? at : k;
}

/** Behind names, numbers and words of time or place; undefined when something else follows the preposition. */
function behindTimeOrPlace(sentence: Sentence, at: number): number | undefined {
  let k = at;
  while (is(sentence, k, Mark.Determiner)) k++;
  const first = k;
  while (
    k < sentence.count &&
    (is(sentence, k, Mark.TimeOrPlace | Mark.Numeral) || (is(sentence, k, Mark.Capital) && !is(sentence, k, Mark.Stop)))
  )
    k++;
  return k > first ? k : undefined;
}

/** The participle or bare infinitive that closes the verbs of a main clause. */
function participleAt(sentence: Sentence, from: number, grammar: Grammar, rules: PhraseRules): number | undefined {
  for (let k = from; k < sentence.count && k < from + LONGEST; k++) {
    if (is(sentence, k, Mark.Stop) && is(sentence, k, Mark.Punctuation)) return undefined;
    if (/^(?:die|dat|wie|omdat|terwijl|toen)$/.test(sentence.words[k] ?? '')) return undefined;
    const word = sentence.words[k] ?? '';
    if (HAVE.test(word) && k > from && !is(sentence, k + 1, Mark.Capital)) {
      const next = sentence.words[k + 1] ?? '';
      const closes = rules.isVerbAfterNoun(sentence, k + 1, k) || grammar.deedVerbs.has(next);
      if (closes) return sentence.words[k + 2]?.endsWith('en') === true && next === 'laten' ? k + 2 : k + 1;
      if (next === 'laten') return k + 2;
      if (rules.isVerbAfterNoun(sentence, k - 1, -1) || grammar.deedVerbs.has(sentence.words[k - 1] ?? '')) return k;
      continue;
    }
    const verbal = grammar.deedVerbs.has(word) || (k > from && rules.isVerbAfterNoun(sentence, k, from));
    if (!verbal || isBeforeNoun(sentence, k)) continue;
    const conjoined =
      is(sentence, k + 1, Mark.Conjunction) &&
      (grammar.deedVerbs.has(sentence.words[k + 2] ?? '') || rules.isVerbAfterNoun(sentence, k + 2, k + 1));
    if (conjoined) return k + 2;
    return HAVE.test(sentence.words[k + 1] ?? '') ? k + 1 : k;
  }
  return undefined;
}

/** `gestolen goederen`: a participle before its noun. */
function isBeforeNoun(sentence: Sentence, at: number): boolean {
  return (
    at + 1 < sentence.count &&
    !is(
      sentence,
      at + 1,
      Mark.Stop | Mark.Comma | Mark.Conjunction | Mark.Preposition | Mark.Determiner | Mark.Punctuation | Mark.Passable,
    )
  );
}

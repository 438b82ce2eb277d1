import { Mark } from '../../grammar';
import type { PhraseRules } from '../../phrase-rules';
import { is } from '../../sentence';
import type { Sentence } from '../../sentence';

const NOT_GERUNDS = new Set(
  (
    'king ring wing thing string spring sling building wedding evening morning ceiling clothing sibling darling nothing something anything everything during including ' +
    'following shilling earring offspring housing meeting hearing proceeding holding handwriting'
  ).split(' '),
);
const HOMONYMS = /^(?:holding|meeting|building|hearing|string|housing|bring)$/;
const NOT_PAST = new Set(
  'red bed shed seed need speed hundred sacred naked hatred armed unarmed wicked indeed breed feed deed creed greed unlicensed unregistered wanted united attempted aggravated organised organized forced unauthorised unauthorized'.split(
    ' ',
  ),
);
const MANNER_IN =
  /^(?:cold|self-defence|self-defense|public|exchange|return|possession|conspiracy|concert|collusion|breach|violation|contempt|league)$/;

/** Nouns by which a phrase after `in`, `on`, `from` tells the place of the deed. */
const PLACES =
  /^(?:city|cities|town|village|capital|streets?|area|region|district|province|state|hotel|house|home|apartment|flat|airport|station|court|prison|country|north|south|east|west|border|university|school|hospital|restaurant|bar|pub|church|mosque|building|room|office|park|beach|outskirts|centre|center|suburb|motorway|highway|road|steps|market|night|weekend|past|case|incident|attack|1\d{3}s|museum|gallery|shops?|stores?|supermarket|warehouse|garage|bank|casino|stadium|factory|depot|villa|garden|farm|cemetery|temple|synagogue|embassy|palace|car|train|bus|plane|line|railway|platform|tracks?|bridge|runway)$/;
/** What a place's name may stand before. */
const BELONGS =
  /^(?:fund|account|director|manager|owner|clerk|officer|employee|customer|guard|guest|firm|company|budget)$/;

/** `a Brazilian builder`, `Chinese military aviators`: of a people, and no place. */
function isOfPeople(sentence: Sentence, at: number): boolean {
  return (
    is(sentence, at, Mark.Capital) &&
    /(?:an|ish|ese|ench|utch|elsh|aeli|aqi|stani|ashi|ic|eek|wiss)$/.test(sentence.words[at] ?? '') &&
    /^\p{Ll}/u.test(sentence.text.slice(sentence.starts[at + 1])) &&
    !is(sentence, at + 1, Mark.Stop | Mark.Preposition | Mark.Conjunction | Mark.Punctuation)
  );
}

/** A place, and not who or what belongs to it: `building firms`, `bank clerks`. */
function namesPlace(sentence: Sentence, at: number): boolean {
  const next = at + 1;
  if (PLACES.test(sentence.words[next] ?? '')) return true;
  return (
    PLACES.test(sentence.words[at] ?? '') &&
    !(
      BELONGS.test(sentence.words[next] ?? '') ||
      (isPlural(sentence.words[next] ?? '') && (sentence.marks[next] ?? 0) === 0)
    )
  );
}

/** Who sits in judgement: after `by` no part of the deed. */
const AUTHORITIES =
  /^(?:court|courts|jury|judge|judges|tribunal|magistrates?|panel|commission|police|prosecutors?|bench|jurors|council|committee)$/;
/** What belongs to the verb before it: `sharing out`, `running away`. */
const PARTICLES = /^(?:out|away|up|off|down|over|back|apart|aside)$/;
/** What a deed is done by, where no agent is meant. */
const MEANS =
  /^(?:means|force|deception|fraud|post|phone|telephone|mail|email|radio|proxy|violence|threats?|stealth|negligence|misrepresentation|neglect|coercion)$/;
/** Parts of a country or town. */
const REGIONS =
  /^(?:northern|southern|eastern|western|north|south|east|west|central|downtown|rural|nearby|neighbou?ring|inner|upper|lower|mainland|occupied|rebel-held|broad|what|which|hand|hiding|exile|custody|detention|jail|prison|court|person)$/;
const LOOSE_IN =
  /^(?:connection|relation|order|addition|absentia|what|which|recent|early|late|mid|two|separate|several|all|support|favour|favor|protest|memory|front|charge)$/;

/** Verbs whose object is a clause. */
const SAYING = /^(?:saying|claiming|stating|alleging|denying|suggesting|writing|declaring|pretending|insisting)$/;

/** A gerund that opens a clause (`inciting hatred`), not one that ends a compound (`drug dealing`). */
function opensDeed(sentence: Sentence, at: number): boolean {
  const word = sentence.words[at] ?? '';
  if (is(sentence, at, Mark.Capital) && at > 0 && !/^(?:driving|killing)$/.test(word)) return false;
  // `holding a picket`: nouns in -ing that are verbs before an article.
  if (HOMONYMS.test(word) && /^(?:an?|the|his|her|their)$/.test(sentence.words[at + 1] ?? '')) return true;
  if (word.endsWith('ly') && word.length > 4) return at + 1 < sentence.count && isGerund(sentence.words[at + 1] ?? '');
  // `the leading role`
  if (at > 0 && /^(?:the|an?|his|her|their|its)$/.test(sentence.words[at - 1] ?? '')) return false;
  if (word === 'not') return isGerund(sentence.words[at + 1] ?? '');
  return isGerund(word);
}

function isGerund(word: string): boolean {
  return word.length > 4 && word.endsWith('ing') && !NOT_GERUNDS.has(word);
}

/** A plural without article: `in suitcases`, `at cars`. */
function isPlural(word: string): boolean {
  return word.length > 3 && /[^su]s$/.test(word);
}

/** `a ban for spitting at an opponent rules Ferreyra out`: a verb in -s behind one thing and before a name. */
function isPresentBeforeName(sentence: Sentence, at: number): boolean {
  return (
    isPlural(sentence.words[at] ?? '') &&
    /^(?:an?|the|his|her)$/.test(sentence.words[at - 2] ?? '') &&
    !is(sentence, at, Mark.Capital) &&
    !is(sentence, at - 1, Mark.Capital | Mark.Preposition | Mark.Determiner) &&
    is(sentence, at + 1, Mark.Capital) &&
    !is(sentence, at + 1, Mark.TimeOrPlace)
  );
}

/** `trying to stir up`, `and covering up`: the particle stands right behind a gerund or infinitive. */
function isPhrasal(sentence: Sentence, at: number): boolean {
  return isGerund(sentence.words[at - 1] ?? '') || sentence.words[at - 2] === 'to';
}

/** Nouns that follow the name of an offence and belong to it. */
const SECOND_PARTS =
  /^(?:attacks?|attempts?|deaths?|killings?|offen[cs]es?|plots?|rings?|schemes?|conspirac(?:y|ies)|crimes?|violations?|sprees?|materials?|acts?|activit(?:y|ies)|practices?|rackets?|networks?|operations?|tax|weapons?|devices?|threats?|deals?|payments?|paraphernalia|resulting|causing|occasioning|leading|scandals?|hoax|victims?|funds?|property)$/;

/** Where an English phrase opens, closes and goes on. */
export const ENGLISH_RULES: PhraseRules = {
  opensDeed,

  namesDeed: () => false,

  nominalInfinitive: () => undefined,

  isSecondNoun: () => false,

  opensRestriction: (sentence, at, from) =>
    /^(?:that|who|which)$/.test(sentence.words[at] ?? '') &&
    (at > from + 1 || SAYING.test(sentence.words[from] ?? '')) &&
    !is(sentence, at - 1, Mark.Stop | Mark.Preposition | Mark.Comma | Mark.Quote | Mark.Capital) &&
    !is(sentence, at + 1, Mark.Punctuation),

  opensPredicate(sentence, at): boolean {
    const word = sentence.words[at] ?? '';
    if (
      /^(?:paid|wept|fled|left|won|lost|spent|told|sold|made|took|ran|sent|set|put|shot|beaten|given|freed|stripped|thrown|taken|held|hanged|hung|forced|kept)$/.test(
        word,
      )
    )
      return true;
    const next = at + 1;
    const followed =
      next >= sentence.count || is(sentence, next, Mark.Preposition | Mark.Stop | Mark.Capital | Mark.Determiner);
    return word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word) && followed;
  },

  isObjectPronoun(sentence: Sentence, at: number, deed: boolean): boolean {
    if (!/^(?:him|her|them|it|me|us)$/.test(sentence.words[at] ?? '')) return false;
    const next = at + 1;
    if (deed && isGerund(sentence.words[at - 1] ?? '')) return true;
    const ends =
      next >= sentence.count || is(sentence, next, Mark.Preposition | Mark.Punctuation | Mark.Conjunction | Mark.Stop);
    return ends && (is(sentence, at - 1, Mark.Keeps) || (deed && !is(sentence, at - 1, Mark.Preposition)));
  },

  endsAfterHead(sentence: Sentence, _head: number, next: number): boolean {
    const word = sentence.words[next] ?? '';
    if (is(sentence, next, Mark.Quote)) return true;
    if (word === 'to') return false;
    // `assault occasioning actual bodily harm`
    if (/^(?:occasioning|causing|involving|resulting)$/.test(sentence.words[next - 1] ?? '')) return false;
    return !SECOND_PARTS.test(word);
  },

  isVerbAfterNoun(sentence: Sentence, at: number, from: number): boolean {
    const word = sentence.words[at] ?? '';
    const before = at - 1;
    if (isPresentBeforeName(sentence, at)) return true;
    if (at > from && /^(?:overturned|quashed|upheld|reversed|vacated|reinstated)$/.test(word)) return true;
    if (is(sentence, at, Mark.Capital) || !word.endsWith('ed') || word.length < 5 || NOT_PAST.has(word)) return false;
    if (before <= from && opensDeed(sentence, from)) return false;
    if (opensDeed(sentence, from) && /^(?:as|by|for)$/.test(sentence.words[at + 1] ?? '')) return false;
    if (
      is(
        sentence,
        before,
        Mark.Determiner | Mark.Preposition | Mark.Numeral | Mark.Conjunction | Mark.Quote | Mark.Comma,
      )
    )
      return false;
    const previous = sentence.words[before] ?? '';
    return !(
      previous.endsWith('ly') ||
      previous === "'s" ||
      previous === 'having' ||
      previous === 'being' ||
      previous === 'to' ||
      previous === 'be' ||
      sentence.words[before - 1] === 'to' ||
      opensDeed(sentence, before)
    );
  },

  keepsComplement(sentence, at, from, _head, deed): boolean | undefined {
    const word = sentence.words[at] ?? '';
    let k = at + 1;
    while (is(sentence, k, Mark.Determiner | Mark.Quote)) k++;
    const next = sentence.words[k] ?? '';
    const named = is(sentence, k, Mark.Capital) && !isOfPeople(sentence, k);
    const plain = deed && !named && !is(sentence, k, Mark.Numeral | Mark.TimeOrPlace) && !namesPlace(sentence, k);
    // What is told of any such thing says which offence it is (`flying a drone in a park`); a certain one says where.
    const unspecific = plain && (/^an?$/.test(sentence.words[at + 1] ?? '') || (k === at + 1 && isPlural(next)));
    if (deed && PARTICLES.test(word) && (at === from + 1 || isPhrasal(sentence, at))) return true;
    switch (word) {
      case 'while':
        return /(?:ed|ing|drunk)$/.test(next);
      case 'to': {
        const startsVerb =
          k === at + 1 &&
          !is(sentence, k, Mark.Capital | Mark.Numeral) &&
          /^\p{L}+$/u.test(next) &&
          !next.endsWith('s') &&
          !next.endsWith('ing');
        if (next === 'commit') return true;
        if (deed && startsVerb && !/^(?:prison|court|death|jail|trial)$/.test(next)) return true;
        if (/^(?:fire|order)$/.test(sentence.words[at - 1] ?? '')) return true;
        return plain && !/^(?:prison|court|death|jail|trial)$/.test(next) ? true : undefined;
      }
      case 'by':
        if (named || AUTHORITIES.test(next) || AUTHORITIES.test(sentence.words[k + 1] ?? '')) return false;
        if (unspecific && sentence.words.slice(from, at).some((before) => before === 'a' || before === 'an'))
          return true;
        return opensDeed(sentence, k) || (k === at + 1 && MEANS.test(next)) || undefined;
      case 'at':
        if (next === 'wheel' || next === 'gunpoint') return true;
        if (deed && at === from + 1 && plain) return true;
        if (deed && /^\d+\s?(?:mph|km|kph|miles|kilometres)/.test(next)) return true;
        return unspecific || undefined;
      case 'in':
        if (k === at + 1 && (MANNER_IN.test(next) || (deed && next === 'order' && sentence.words[k + 1] === 'to')))
          return true;
        if (
          /^(?:membership|participation|involvement|role|part|complicity|participating)$/.test(
            sentence.words[at - 1] ?? '',
          ) &&
          k > at + 1
        )
          return true;
        if (deed && sentence.words[at + 1] === 'a' && /^(?:public|national|protected|restricted|military)$/.test(next))
          return true;
        if (
          is(sentence, k, Mark.Capital) ||
          LOOSE_IN.test(next) ||
          /^(?:twen|thir|for|fif|six|seven|eigh|nine)ty-/.test(next)
        )
          return false;
        // `corruption in the acquisition of a field`
        if (
          !deed &&
          k > at + 1 &&
          sentence.words[k + 1] === 'of' &&
          /(?:tion|sion|ment|ing|sale|purchase|award)$/.test(next) &&
          !/^(?:killing|slaying|shooting|stabbing)$/.test(next) &&
          !namesPlace(sentence, k)
        )
          return true;
        if (is(sentence, k, Mark.Numeral)) return k === at + 1 ? false : undefined;
        // `cheating in their examinations`
        if (at === from + 1 && plain && !REGIONS.test(next)) return true;
        return (plain && k === at + 1 && (unspecific || !REGIONS.test(next))) || undefined;
      case 'as':
        // `selling saline labelled as serum`
        if (/^(?:crimes?|offen[cs]es?|war)$/.test(next)) return true;
        return (deed && (sentence.words[at - 1] ?? '').endsWith('ed')) || undefined;
      case 'into':
      case 'off':
        return plain || undefined;
      case 'with':
        return next !== 'effect' && next !== 'help' && next !== 'immediate';
      case 'for':
        if (is(sentence, k, Mark.Numeral)) return false;
        return deed && !is(sentence, k, Mark.Numeral) ? true : undefined;
      case 'on':
        if (/^grounds?$/.test(next) && sentence.words[k + 1] === 'that') return false;
        if (next === 'grounds' || next === 'behalf' || sentence.words[k + 1] === 'scale') return true;
        return is(sentence, k, Mark.Numeral) ? false : plain || undefined;
      case 'under':
        return (
          is(sentence, at + 1, Mark.Numeral) || next === 'influence' || next === 'oath' || next === 'age' || undefined
        );
      case 'from':
        if (
          /^(?:escaping|absconding|escape|fleeing)$/.test(sentence.words[from] ?? '') &&
          !is(sentence, k, Mark.Capital)
        )
          return true;
        // Whom it was taken from belongs to the offence, where it lay does not.
        return named || namesPlace(sentence, k) ? false : plain || undefined;
      case 'per':
      case 'about':
        return deed ? undefined : false;
      case 'through':
        return !is(sentence, k, Mark.Capital);
      default:
        return undefined;
    }
  },
};

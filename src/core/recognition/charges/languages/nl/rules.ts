import { Mark } from '../../grammar';
import type { PhraseRules } from '../../phrase-rules';
import { is } from '../../sentence';
import type { Sentence } from '../../sentence';

/** Nouns that look like participles. */
const NOT_PARTICIPLES = new Set(
  (
    'geweld geld gebied gedrag gezag gebed gebouw geluid gezicht gewicht gericht gerecht gerucht geschrift gebruik geheim gevaar geslacht gezin geding getuigen gevangenen gewonden ' +
    'gezinsgeweld verbod verband verbond verdriet verblijf beleid bestand belang bezit besluit beeld begrip bedrijf bedrag bericht bestuur bezoek bewind beest verraad verzet verkeer verlof verstand ' +
    'bewaring verzekeringsgeld vergif bedrog betrokkenheid verwaarloosd onderwijs heroïne verbroken overheid overlast gebouwen gelden geschriften gebruiken geruchten gegevens geheimen gebieden gebeden gelovigen gemeenten gebeurtenissen getuige ' +
    'geheimhouding gewassen gezagsdragers gezinnen gedichten geschenken geweren goederen gevoelens granaten geiten bevoegd geestelijken gevechten gedetineerden gezanten genocide gemeente geloof gemeenschap onkruid onderhoud beperkt verkracht ongeval bergen bepaald geestverruimende verhoord verstekeling'
  ).split(' '),
);

const PARTICIPLE =
  /^(?:aan|af|op|uit|om|in|over|door|weg|neer|vast|mee|mis|terug|voor|toe|bij|vrij|dood)?ge\p{L}{2,}(?:d|t|en)$|^(?:ver|be|ont|her)\p{L}{3,}[dt]$/u;

/** Participles that may be adjectives without ending. */
const PARTICIPIAL = /^(?:ver|be|ont|ge)\p{L}{3,}[dt]$|ge\p{L}{3,}en$|bonden$/u;

const NOMINAL_INFINITIVE = /^\p{L}{3,}en$|^\p{L}*(?:slaan|gaan|staan|doen|zien)$/u;
/** Adjectives without ending, adverbs and measures that may stand before a noun. */
const UNINFLECTED =
  /(?:eel|ief|ig|lijk|isch|baar|zaam|loos|aal|air|end)$|^(?:vals|zwaar|groot|klein|oud|jong|kilo|gram|liter|ton|euro|dollar|stuks|zeer|erg|niet|illegaal|goed|slecht|te|meer|hoog|laag|nieuw|ander|vreemd|openbaar|crimineel|jaar|procent|pond|etnisch|paar|aantal|nep|rood|blanco|vuur|gestolen|verboden|eigen|houten|gouden|zilveren|dronken|ongehuwd|minder|militair|publiek|sociaal)$/;
const AGENT_NOUNS =
  /^(?:politie|rechtbank|rechter|rechters|justitie|hof|jury|openbaar|parket|procureur|aanklager|aanklagers|autoriteiten|correctionele|politierechter|gerechtshof|regering|oppositie|raadkamer|krijgsraad|tribunaal|agenten|kamer|onderzoeksrechter|slachtoffer|vrouw|man)$/u;

/** Where a Dutch phrase opens, closes and goes on. */
export const DUTCH_RULES: PhraseRules = {
  // `het witwassen van`: an infinitive as a noun is read as a noun phrase, which may have its object before it.
  opensDeed: () => false,

  namesDeed(sentence: Sentence, from: number, head: number): boolean {
    const word = sentence.words[head] ?? '';
    if (!NOMINAL_INFINITIVE.test(word) || is(sentence, head, Mark.Capital)) return false;
    return (
      sentence.words[from - 1] === 'het' ||
      (sentence.words[from - 1] === '‘' && sentence.words[from - 2] === 'het') ||
      (/^(?:van|zonder|met|tegen|tot|aan)$/.test(sentence.words[head + 1] ?? '') &&
        head === from &&
        is(sentence, from - 1, Mark.Preposition | Mark.Conjunction | Mark.Comma | Mark.Quote))
    );
  },

  isObjectPronoun: () => false,

  // `het organiseren van acties die de openbare orde verstoren`
  opensRestriction(sentence: Sentence, at: number): boolean {
    return (
      /^(?:die|dat|waarin|waarmee)$/.test(sentence.words[at] ?? '') &&
      !is(sentence, at - 1, Mark.Comma | Mark.Preposition)
    );
  },

  opensPredicate: () => false,

  nominalInfinitive(sentence: Sentence, from: number): number | undefined {
    let article = from - 1;
    while (is(sentence, article, Mark.Quote)) article--;
    if (sentence.words[article] !== 'het' && !/^niet-?$/.test(sentence.words[from] ?? '')) return undefined;
    for (let k = from; k < from + 6 && k < sentence.count; k++) {
      if (is(sentence, k, Mark.Comma | Mark.Conjunction)) return undefined;
      const infinitive =
        NOMINAL_INFINITIVE.test(sentence.words[k] ?? '') && !is(sentence, k, Mark.Capital | Mark.Preposition);
      if (infinitive && k > from && /^(?:van|aan|tot|met|op|in|door|ervan)$/.test(sentence.words[k + 1] ?? ''))
        return k;
      if (is(sentence, k, Mark.Stop) && k > from) return undefined;
      const closes = k + 1 >= sentence.count || is(sentence, k + 1, Mark.Comma | Mark.Punctuation);
      if (infinitive && k > from && closes) return k;
    }
    return undefined;
  },

  isSecondNoun(sentence: Sentence, at: number): boolean {
    const word = sentence.words[at] ?? '';
    const before = sentence.words[at - 1] ?? '';
    if (
      is(sentence, at, Mark.Capital | Mark.Numeral | Mark.Punctuation) ||
      is(sentence, at - 1, Mark.Capital | Mark.Numeral | Mark.Determiner | Mark.Preposition | Mark.Punctuation)
    )
      return false;
    // `een beschermd dier`
    if (sentence.words[at - 2] === 'een' && !is(sentence, at, Mark.Stop)) return false;
    if (!/^\p{L}/u.test(word) || before.endsWith('e') || UNINFLECTED.test(before) || word === 'rade') return false;
    // `van vervuild water`, `met persoonsgebonden budgetten`: a participle before its noun.
    if (is(sentence, at - 2, Mark.Preposition) && PARTICIPIAL.test(before) && !NOT_PARTICIPLES.has(before))
      return false;
    return (
      is(sentence, at + 1, Mark.Determiner | Mark.Preposition | Mark.Pronoun | Mark.Passable) ||
      /(?:de|te|den|ten|t)$/.test(word)
    );
  },

  endsAfterHead(sentence: Sentence, head: number, next: number): boolean {
    if (is(sentence, next, Mark.Capital | Mark.Quote | Mark.Numeral)) return true;
    const word = sentence.words[next] ?? '';
    // `niet betalen van`, `valse verklaring`: what precedes an infinitive or noun is no head yet.
    return !(
      NOMINAL_INFINITIVE.test(word) &&
      /^(?:niet|valse?|illegaal|illegale|opzettelijk)$/.test(sentence.words[head] ?? '')
    );
  },

  isVerbAfterNoun(sentence: Sentence, at: number, from: number): boolean {
    const word = sentence.words[at] ?? '';
    if (is(sentence, at, Mark.Capital) || at === from) return false;
    const before = at - 1;
    if (is(sentence, before, Mark.Determiner | Mark.Preposition | Mark.Numeral | Mark.Conjunction)) return false;
    if (NOT_PARTICIPLES.has(word)) return false;
    // `van de internationale gezant`: behind an inflected adjective stands its noun.
    if (
      /[^aeiou]e$/.test(sentence.words[before] ?? '') &&
      is(sentence, before - 1, Mark.Determiner) &&
      /(?:t|d)$/.test(word)
    )
      return !/(?:sche|nale|ale|ele|ige|lijke|ieve|euze|bare|zame|se)$/.test(sentence.words[before] ?? '');
    if (PARTICIPLE.test(word)) {
      // A participle before a noun is inflected; uninflected it is a verb, unless an adverb of the next adjective.
      return true;
    }
    return false;
  },

  keepsComplement(sentence, at, from, head, _deed): boolean | undefined {
    const word = sentence.words[at] ?? '';
    const next = sentence.words[at + 1] ?? '';
    switch (word) {
      case 'door': {
        let k = at + 1;
        while (is(sentence, k, Mark.Determiner | Mark.Quote)) k++;
        if (is(sentence, k, Mark.Capital) || AGENT_NOUNS.test(sentence.words[k] ?? '')) return false;
        return (
          next === 'schuld' || next === 'middel' || next === 'onvoorzichtigheid' || next === 'nalatigheid' || undefined
        );
      }
      case 'op':
        if (next === 'grote' && sentence.words[at + 2] === 'schaal') return true;
        return next === 'grond'
          ? !/^art(?:ikel|ikelen|\.)$/.test(sentence.words[at + 3] ?? '')
          : next === 'last' || (/^\d/.test(next) && is(sentence, at + 2, Mark.TimeOrPlace))
            ? false
            : undefined;
      case 'aan':
        // `plagiaat aan het adres van de schrijver`
        return next === 'het' && sentence.words[at + 2] === 'adres' ? false : undefined;
      case 'via':
        // By what way something came is a place.
        return is(sentence, at + 1, Mark.Capital) ||
          /^(?:haven|grens|zee|luchthaven|lucht|spoor|post)$/.test(sentence.words[at + 2] ?? '')
          ? is(sentence, at + 1, Mark.Capital) &&
              /^(?:whatsapp|telegram|facebook|twitter|instagram|snapchat|tiktok|sms)$/.test(next)
          : undefined;
      case 'van':
        // `verlaagde de straf voor oplichting van drie naar twee jaar`
        if (
          is(sentence, at + 1, Mark.Numeral) &&
          is(sentence, at + 2, Mark.TimeOrPlace) &&
          !/^(?:jaar|uur)$/.test(sentence.words[at + 2] ?? '')
        )
          return false;
        return is(sentence, at + 1, Mark.Numeral) && sentence.words[at + 2] === 'naar' ? false : undefined;
      case 'ten':
        return /^(?:opzichte|behoeve|nadele|koste|aanzien|gunste)$/.test(next) ? true : false;
      case 'in':
        if (is(sentence, at + 1, Mark.Capital) && !/^(?:rol|betrokkenheid|aandeel)$/.test(sentence.words[at - 1] ?? ''))
          return false;
        if (next === 'ruil' || (next === 'het' && sentence.words[at + 2] === 'openbaar')) return true;
        return /^(?:verband|beroep|hoger|eerste|het|de)$/.test(next) &&
          !/^(?:handel|handelen|rol|betrokkenheid|aandeel)$/.test(sentence.words[at - 1] ?? '')
          ? false
          : next === 'georganiseerd' ||
              next === 'bendeverband' ||
              next === 'dienstbetrekking' ||
              next === 'groepsverband' ||
              next === 'groep' ||
              next === 'nood' ||
              next === 'vereniging' ||
              next === 'functie' ||
              undefined;
      case 'onder':
        return next === 'invloed' || next === 'bedreiging' || undefined;
      case 'met': {
        const k = is(sentence, at + 1, Mark.Determiner) ? at + 2 : at + 1;
        return (
          !(
            is(sentence, at + 1, Mark.Numeral) &&
            /^(?:jaar|maanden|euro|uur|dagen|weken|procent)$/.test(sentence.words[at + 2] ?? '')
          ) &&
          !/^(?:succes|betrekking|name|ingang|terugwerkende|vertrouwen|spanning|onmiddellijke)$/.test(
            sentence.words[k] ?? '',
          )
        );
      }
      case 'voor':
        return is(sentence, at + 1, Mark.Capital) && /spion/.test(sentence.words.slice(from, head + 1).join(' '))
          ? true
          : undefined;
      default:
        return undefined;
    }
  },
};

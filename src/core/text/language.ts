import { lazy } from './lazy';
import { findParagraphs } from './paragraphs';
import type { Range } from './range';
import { isLetter } from './tokens';

/** Two-letter codes of the languages that can be told apart. */
export type LanguageCode = 'nl' | 'en' | 'de' | 'af' | 'fr' | 'fy';

export interface LanguageGuess {
  readonly language: LanguageCode;
  /** From 0 (nothing to go by: the default `en`) to 1. */
  readonly confidence: number;
}

/** Function words per language; a word that several have counts for each of them, less when more have it. */
const FUNCTION_WORDS: Readonly<Record<LanguageCode, string>> = {
  nl: `de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar door bij uit nog wel naar heeft ze hij deze over worden wordt was werd
    hebben had zich tot meer hun haar geen wat al na kan die of zou zei je ik we mijn onder tegen moet moeten twee jaar tussen omdat volgens waar veel zoals
    zegt nu wie vorig onze hem volgende sinds echter vooral daarna zonder werden vanuit tijdens wegens eerder alle andere eigen waren zij
    drie vier vijf wil gaat komt staat ging kwam gisteren vandaag morgen zo niets iets iemand niemand alles waarom hoe toen weer altijd nooit hier daar jullie ons zal zullen
    kunnen mag mogen moest wilde laat laten blijft blijven elkaar welke zelf jou jouw uw`,
  en: `the of and to in a is that for on was with as it by be at from his he are were which this has have had not but they their an been or who will would
    its said after she her more about when one out up than into there all also other over two last first could no so if we you i my your our them what
    where while because during before between against since year years under those these against should`,
  de: `der die das und ist von zu den mit nicht ein eine auf für im dem sich des auch als es an werden aus er hat dass sie nach wird bei einer um am sind
    noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir ihr ihre seine sagte gegen jahr unter kein
    wer wo warum wann wenn weil dann schon immer wieder heute gestern hier dort alle alles etwas nichts sehr drei vier fünf können müssen soll will muss kann keine dieser
    diese dieses beim vom ins worden gibt gab ihn ihm uns sind ja nein`,
  af: `die het n van en in is dat op te sy met vir nie aan om ook as maar deur by uit nog wel na hy hierdie oor word was is wat haar geen kan of sou gesê jy
    ek ons my onder teen moet twee jaar tussen omdat volgens waar baie soos hulle hom sedert egter veral sonder tydens weens eerder alle ander eie se toe nou
    daar wees gaan kom dit hul word maak
    het wie gister vandag môre hoekom julle jou daardie drie vier vyf nuwe wil moes kon sal nadat terwyl luidens teenoor vanaf tot iets niks iemand niemand alles weer altyd
    nooit hier sê lees jare meer geld aanhou`,
  fr: `le la les de des du et en un une est que qui dans pour sur pas au par plus avec ce il sont ne se aux elle son sa ses ont été cette mais ou comme
    nous vous ils leur deux après entre sous sans fait être dit avait était selon contre depuis`,
  fy: `de it in fan en yn is dat op te binne mei foar net oan der om ek as mar troch by út noch wol nei hat hy sy dizze oer wurdt wurde wie waard hawwe hie
    har gjin wat al kin kinne dy of soe sei seit ik wy jo myn ús jim ûnder tsjin moat twa trije fjouwer jier jierren tusken neffens dêr wêr folle hja juster hjoed
    moarn wa no nij gie gongen kaam kom giet sjoch minsken dit ien beide doe sa efter letter wer nea altyd`,
};

/** All of them, in the order of preference for a tie. */
export const LANGUAGES = Object.keys(FUNCTION_WORDS) as LanguageCode[];
const DEFAULT: LanguageGuess = { language: 'en', confidence: 0 };

const votes = lazy((): ReadonlyMap<string, Float64Array> => {
  const table = new Map<string, Float64Array>();
  LANGUAGES.forEach((language, k) => {
    for (const word of new Set(FUNCTION_WORDS[language].split(/\s+/))) {
      const row = table.get(word) ?? new Float64Array(LANGUAGES.length);
      row[k] = 1;
      table.set(word, row);
    }
  });
  for (const row of table.values()) {
    const shared = row.reduce((sum, vote) => sum + vote, 0);
    row.forEach((vote, k) => (row[k] = vote / shared));
  }
  return table;
});

/** Spellings that one language has and its neighbours don't: letters are cheap proof in short texts. */
const TELLING: readonly (readonly [RegExp, LanguageCode, number])[] = [
  [/ij/g, 'nl', 0.4],
  [/[äöüß]/gu, 'de', 0.2],
  [/ß|sch[lnmw]/gu, 'de', 0.4],
  [/[’']n\s/gu, 'af', 0.4],
  [/\b[ldnqsj][’']\p{L}/gu, 'fr', 0.3],
  [/[çèàù]/gu, 'fr', 0.15],
  [/[ûâôú]|\btsj|êr/gu, 'fy', 0.3],
];

/**
 * Letters that a language is fond of and others are not: looked at where the function words leave it open, in headlines and short
 * paragraphs.
 */
const HABITS: readonly (readonly [RegExp, LanguageCode, number])[] = [
  [
    /ij|z(?=[aeiouw])|v(?=[aeiouêr])|cht|sch|ui|oe|eeuw|[bdgkmnprst]t\b|heid\b|tie\b|eren\b|[aeiou]{2}[lmnrst]en\b|lijk/gu,
    'nl',
    0.13,
  ],
  [
    /th|wh|sh|gh|ck|oo[dkmt]|v[ei]|[lrtd]y\b|ea|tion|ing\b|[^aeiou]ed\b|qu|oa|ly\b|ow|[^aeiou]s\b|er[sk]\b|ai[nrds]|c[aeiou]/gu,
    'en',
    0.13,
  ],
  [
    /[äöüß]|sch(?=[^o])|ung\b|keit\b|tz|pf|\bzu|\bze|ei(?=[nrstl])|icht|lich|[^aeiou]er\b|ie[bgl]|ehn?t|hn|uch|\bu[mn]|ft\b/gu,
    'de',
    0.12,
  ],
  [
    /\p{L}y|\bsk|[sr]ie\b|ê|oei|aai|[^aeiouij]lik|\bge\p{L}+|ë[iwnr]?|[aeiou]er\b|uie\b|\by|eis\b|rie\b|tr[ao][nf]|oe|[aeiou]{2}k\b/gu,
    'af',
    0.09,
  ],
  [/\b[ldqc]['’]|eau|oi|[éèê]|tion|eux\b|[^q]u[eè]|ment\b|ai[st]?|ée?s?\b/gu, 'fr', 0.07],
  [
    /[ûâêôú]|\bsk|\bf(?=[aeo][nr])|yn|oa|ea|tsj|dzj|iuw|aai|oai|[kljt]je\b|[^aeiou]en\b|\bj[ei]|sk[oe]|ije\b|ie[rd]/gu,
    'fy',
    0.09,
  ],
];

/** Characters of a long text that are looked at; more changes no vote. */
const SAMPLE = 6000;
/** Weight of function words at which a vote counts in full. */
const ENOUGH = 6;

/** How much speaks for each language in a text; kept by those who ask again with another whole. */
export type LanguageVotes = Float64Array;

/** Counts what speaks for each language in the first few thousand characters of `text`. */
export function languageVotes(text: string): LanguageVotes {
  const sums = new Float64Array(LANGUAGES.length);
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const table = votes();
  for (let at = 0; at < sample.length; at++) {
    const from = at;
    while (at < sample.length && isLetterOfWord(sample.charCodeAt(at))) at++;
    const row = at > from ? table.get(sample.slice(from, at)) : undefined;
    if (row) for (let k = 0; k < sums.length; k++) sums[k]! += row[k]!;
  }
  for (const [pattern, language, weight] of TELLING) {
    const found = sample.match(pattern)?.length ?? 0;
    sums[LANGUAGES.indexOf(language)]! += found * weight;
  }
  if (Math.max(...sums) < ENOUGH / 2) {
    for (const [pattern, language, weight] of HABITS)
      sums[LANGUAGES.indexOf(language)]! += weight * (sample.match(pattern)?.length ?? 0);
  }
  return sums;
}

/** No function word has a letter that takes two units: an emoji behind a word is none of it. */
function isLetterOfWord(unit: number): boolean {
  return isLetter(unit) && (unit & 0xf800) !== 0xd800;
}

function decide(sums: Float64Array): LanguageGuess {
  let best = 0;
  let second = -1;
  for (let k = 1; k < sums.length; k++) {
    if (sums[k]! > sums[best]!) {
      second = best;
      best = k;
    } else if (second < 0 || sums[k]! > sums[second]!) second = k;
  }
  const top = sums[best]!;
  if (top === 0) return DEFAULT;
  const lead = (top - sums[second]!) / top;
  return { language: LANGUAGES[best]!, confidence: Math.min(1, lead * 1.5) * Math.min(1, top / ENOUGH) };
}

/** The language of a whole text, by a vote of its function words; text without any is taken for English with confidence 0. */
export function identifyLanguage(text: string): LanguageGuess {
  return decide(languageVotes(text));
}

/** How much the whole text weighs in the vote of one paragraph. */
const PRIOR = 1.5;

/** The language of one paragraph, by its votes, of a text whose own language is `whole`. */
export function identifyWithin(paragraph: LanguageVotes, whole: LanguageGuess): LanguageGuess {
  const sums = paragraph.slice();
  sums[LANGUAGES.indexOf(whole.language)]! += PRIOR * whole.confidence;
  return decide(sums);
}

/** The language of each paragraph, in order; short ones lean on the whole text. */
export function identifyParagraphs(text: string): readonly (LanguageGuess & { readonly range: Range })[] {
  const whole = identifyLanguage(text);
  return findParagraphs(text).map((range) => ({
    ...identifyWithin(languageVotes(text.slice(range.start, range.end)), whole),
    range,
  }));
}

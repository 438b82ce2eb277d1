import { strongForms } from './dutch-strong-verbs';
import type { WordForms } from './word-forms';

/** Words that bind others and have no forms of their own here. */
export const DETERMINERS = new Set(['de', 'het', 'een', "'t", "'n"]);
export const POSSESSIVES = new Set([
  'zijn',
  'haar',
  'hun',
  'mijn',
  'jouw',
  'uw',
  'ons',
  'onze',
  'deze',
  'die',
  'dit',
  'geen',
  'elke',
  'elk',
  'alle',
]);
export const PREPOSITIONS = new Set(
  `aan achter bij binnen boven buiten door in jegens langs met na naar naast om onder op over per sinds tegen tijdens tot tussen uit van vanaf vanuit via volgens
  voor wegens zonder dankzij ondanks richting rond krachtens`.split(/\s+/),
);
/** They begin another clause, or join another phrase. */
export const CLAUSE_WORDS = new Set(
  `en maar of want noch dat die wat wie omdat doordat nadat voordat zodat als toen terwijl hoewel indien tenzij waar waarom waarin waarbij waardoor waarmee`.split(
    /\s+/,
  ),
);
const PARTICLES = [
  'achter',
  'terug',
  'samen',
  'tegen',
  'binnen',
  'boven',
  'neer',
  'over',
  'door',
  'vast',
  'vrij',
  'voor',
  'weg',
  'aan',
  'bij',
  'los',
  'mee',
  'uit',
  'toe',
  'open',
  'dood',
  'af',
  'in',
  'na',
  'om',
  'op',
  'bloot',
  'klaar',
  'stil',
  'voort',
  'thuis',
  'plaats',
  'deel',
  'goed',
  'schoon',
  'stuk',
  'rond',
  'heen',
  'onder',
  'vol',
  'gevangen',
] as const;
const PREFIXES = ['be', 'ge', 'her', 'ont', 'ver', 'er', 'mis', 'onder', 'over', 'door', 'voor', 'weer', 'om'] as const;
const SMALL = new Set(
  `ik jij je u hij ze zij we wij jullie hem hen mij me ons er daar hier nu dan toen niet ook nog al wel eens ooit nooit weer zo heel zeer te is ben bent was waren
  zijn geweest wordt worden werd werden geworden heeft heb hebt hebben had hadden gehad zal zullen zou zouden kan kunnen kon konden mag mogen mocht mochten moet
  moeten moest moesten wil willen wilde wilden zich men twee drie vier vijf zes zeven acht negen tien meer veel dus toch pas eens
  vervolgens overigens trouwens tevens minstens hoogstens telkens opeens ineens daarna daardoor daarom namelijk alleen samen`.split(
    /\s+/,
  ),
);
/** Forms of verbs that help another verb: they may stand between an object and its verb. */
export const AUXILIARIES = new Set(
  `is ben bent was waren zijn geweest wordt worden werd werden heeft heb hebt hebben had hadden zal zullen zou zouden kan kunnen kon konden mag mogen mocht
  mochten moet moeten moest moesten wil willen wilde wilden te niet ook nog nooit ooit weer`.split(/\s+/),
);

/** Plurals that the spelling does not tell; compounds with them follow. */
const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  steden: 'stad',
  schepen: 'schip',
  leden: 'lid',
  smeden: 'smid',
  wegen: 'weg',
  dagen: 'dag',
  gaten: 'gat',
  glazen: 'glas',
  daken: 'dak',
  paden: 'pad',
  hoven: 'hof',
  sloten: 'slot',
  oorlogen: 'oorlog',
  verdragen: 'verdrag',
  bedragen: 'bedrag',
  gebeden: 'gebed',
  bevelen: 'bevel',
  verboden: 'verbod',
  gebreken: 'gebrek',
  schoten: 'schot',
  goden: 'god',
  vaten: 'vat',
  baden: 'bad',
  slagen: 'slag',
  verslagen: 'verslag',
  dalen: 'dal',
  staven: 'staf',
  hertogen: 'hertog',
  kinderen: 'kind',
  eieren: 'ei',
  volkeren: 'volk',
  liederen: 'lied',
  goederen: 'goed',
  bladeren: 'blad',
  runderen: 'rund',
  kalveren: 'kalf',
  raderen: 'rad',
  gemoederen: 'gemoed',
  musea: 'museum',
  politici: 'politicus',
  critici: 'criticus',
  data: 'datum',
  grove: 'grof',
};

const IRREGULAR = Object.entries(IRREGULAR_PLURALS);

const DIGRAPH = /(?:aa|ee|oo|uu|ie|ei|ij|ui|oe|eu|ou|au)$/;
const VOWEL = /[aeiouyáéèëïöü]/;

export const DUTCH: WordForms = {
  determiners: DETERMINERS,
  possessives: POSSESSIVES,
  prepositions: PREPOSITIONS,
  clauseWords: CLAUSE_WORDS,
  auxiliaries: AUXILIARIES,
  /** `zaaien van haat`: the object of a verb that is used as a noun. */
  objectLinks: new Set(['van']),
  infinitiveMarks: new Set(['te']),
  isSmall: (word) =>
    SMALL.has(word) ||
    DETERMINERS.has(word) ||
    PREPOSITIONS.has(word) ||
    CLAUSE_WORDS.has(word) ||
    POSSESSIVES.has(word),
  lemmas(word) {
    return { nominal: nominal(word), verbal: verbal(word), positive: positives(word) };
  },
  /** A bare stem is taken for the noun or adjective that it usually is: `eis`, not `ik eis`. */
  isVerbForm: (word) =>
    strongForms().finite.has(word) || /(?:en|[^aeiou]t|aait|ooit|oeit|de|den|te|ten)$/.test(word) || isParticiple(word),
  isAdjectival: (word) => /(?:[^t]e|ische)$/.test(word) && !/(?:de|ie|ije|ine|ure|age|uwe|sse|ode|aye)$/.test(word),
  particleVerbs: (word) =>
    PARTICLES.filter((particle) => word.startsWith(particle) && word.length > particle.length + 2).flatMap((particle) =>
      [...stems(word.slice(particle.length))].map((stem) => ({ particle, lemma: stem })),
    ),
  /** `Het [zaaien] van`, `te [zaaien]` and `door [te zaaien]` are verbs; a plural behind `de` is none. */
  isNounHere: (before, word) => (before === 'de' || before === 'een') && !isParticiple(word),
  gap: { verbFirst: 6, verbLast: 4, particle: 12 },
  passiveOnly: false,
};

function nominal(word: string): Set<string> {
  const found = new Set<string>([word]);
  const add = (stem: string | undefined): void => {
    if (stem !== undefined && stem.length >= 2 && VOWEL.test(stem)) found.add(stem);
  };
  for (const [plural, singular] of IRREGULAR) {
    if (word.endsWith(plural)) add(word.slice(0, -plural.length) + singular);
  }
  // `strategieën`, `zeeën` and `koloniën`: what the diaeresis parts is the ending.
  if (/(?:[ei]e|i)ën$/.test(word)) add(word.endsWith('eën') ? word.slice(0, -2) : `${word.slice(0, -2)}e`);
  // `crises`, as Greek has it.
  if (word.endsWith('ses')) add(`${word.slice(0, -2)}is`);
  if (word.endsWith('heden')) add(`${word.slice(0, -5)}heid`);
  if (/(?:e[lmnr]|aar|oor|eur|[^aeiou]or|ier|e)s$/.test(word) && word.length > 4) add(word.slice(0, -1));
  if (/[aeiouy]'s$/.test(word)) add(word.slice(0, -2));
  if (/(?:[aeiou]{2}[a-z]?|[^aeiou]{2})s$/.test(word) && !/(?:ss|[aeiou]{2}s)$/.test(word)) add(word.slice(0, -1));
  if (word.endsWith('en') && word.length > 3) {
    add(word.slice(0, -1));
    for (const stem of closed(word.slice(0, -2))) add(stem);
  }
  if (word.endsWith('e') && word.length > 3) for (const stem of closed(word.slice(0, -1))) add(stem);
  for (const stem of undiminished(word)) add(stem);
  // `stráf` is a word that is stressed; `café` is written without its accent, too.
  if (STRESSED.test(word))
    add(
      word
        .normalize('NFD')
        .replace(/\u0301/g, '')
        .normalize('NFC'),
    );
  return found;
}

const STRESSED = /[áéíóú]/;

/**
 * The adjectives that a word can be a degree of: `strengere` and `strengst` of `streng`, `zwaarder` of `zwaar`, `valste` of
 * `vals`. Nouns look like that, too (`dader`): only beside its noun is a word taken for one.
 */
function positives(word: string): Set<string> {
  const irregular = IRREGULAR_DEGREES[word.replace(/e$/, '')];
  if (irregular) return new Set([irregular]);
  const found = new Set<string>();
  const add = (open: string | undefined): void => {
    if (open === undefined || open.length < 3 || !VOWEL.test(open)) return;
    found.add(open);
    for (const stem of closed(open)) found.add(stem);
  };
  add(/^(.+)ere?$/.exec(word)?.[1]);
  add(/^(.+r)dere?$/.exec(word)?.[1]);
  add(/^(.+)ste?$/.exec(word)?.[1]);
  add(/^(.+s)te?$/.exec(word)?.[1]);
  return found;
}

const IRREGULAR_DEGREES: Readonly<Record<string, string>> = {
  beter: 'goed',
  best: 'goed',
  minder: 'weinig',
  minst: 'weinig',
};

/** `briefje`, `kaartjes`, `ringetje`, `boompje`, `koninkje` to what is small. */
function undiminished(word: string): string[] {
  const match = /^(.+?)jes?$/.exec(word);
  if (!match || match[1]!.length < 3) return [];
  const base = match[1]!;
  const found = [base];
  if (base.endsWith('t')) found.push(base.slice(0, -1));
  if (base.endsWith('mp')) found.push(base.slice(0, -1));
  if (base.endsWith('nk')) found.push(`${base.slice(0, -1)}g`);
  if (base.endsWith('et')) {
    const stem = base.slice(0, -2);
    found.push(/(.)\1$/.test(stem) ? stem.slice(0, -1) : stem);
  }
  if (/([aou])\1t$/.test(base)) found.push(base.slice(0, -2));
  return found;
}

/** All stems that a verb form can belong to; `aan` and `houd` of a separable verb are written together. */
function verbal(word: string): Set<string> {
  const found = stems(word);
  for (const particle of PARTICLES) {
    if (!word.startsWith(particle) || word.length < particle.length + 3) continue;
    for (const stem of stems(word.slice(particle.length))) found.add(particle + stem);
  }
  return found;
}

/** Stems of a form without a separable part. */
function stems(word: string): Set<string> {
  const found = new Set<string>();
  addFinite(found, word);
  addParticiple(found, word);
  const inflected = /^(.*(?:[dt]|en))en?$/.exec(word)?.[1] ?? /^(.*[dt])en?$/.exec(word)?.[1];
  if (inflected && isParticiple(inflected)) addParticiple(found, inflected);
  const present = /^(.{2,}en)de?$/.exec(word)?.[1];
  if (present) addFinite(found, present);
  return found;
}

function addFinite(found: Set<string>, word: string): void {
  if (strongForms().finite.has(word)) for (const verb of strongForms().finite.get(word)!) found.add(stemOf(verb));
  for (const prefix of PREFIXES) {
    if (!word.startsWith(prefix)) continue;
    for (const verb of strongForms().finite.get(word.slice(prefix.length)) ?? []) found.add(prefix + stemOf(verb));
  }
  addStem(found, word);
  if (word.endsWith('en')) for (const stem of closed(word.slice(0, -2))) addStem(found, stem);
  if (word.endsWith('t')) addStem(found, word.slice(0, -1));
  const soft = /^(.+[^tkfsp])den?$/.exec(word)?.[1] ?? /^(.+[fs])den?$/.exec(word)?.[1];
  if (soft && !/ch$/.test(soft)) addStem(found, soft);
  const hard = /^(.+(?:[tkfspx]|ch))ten?$/.exec(word)?.[1];
  if (hard) addStem(found, hard);
}

function addParticiple(found: Set<string>, word: string): void {
  const bare = withoutGe(word);
  for (const verb of strongForms().participles.get(bare ?? word) ?? []) found.add(stemOf(verb));
  if (bare !== undefined && /[dt]$/.test(bare)) {
    addStem(found, bare);
    addStem(found, bare.slice(0, -1));
  }
  for (const prefix of PREFIXES) {
    if (!word.startsWith(prefix)) continue;
    const rest = word.slice(prefix.length);
    for (const verb of strongForms().participles.get(rest) ?? []) found.add(prefix + stemOf(verb));
    if (/[dt]$/.test(rest)) addStem(found, word.slice(0, -1));
  }
}

/** `zaaid` of `gezaaid`, `eist` of `geëist`. */
function withoutGe(word: string): string | undefined {
  if (!/^ge.{3}/.test(word.normalize('NFD'))) return undefined;
  return word.slice(2).replace(/^[ëïü]/, (vowel) => vowel.normalize('NFD').charAt(0));
}

function isParticiple(word: string): boolean {
  const core = PARTICLES.find((particle) => word.startsWith(`${particle}ge`));
  const rest = core ? word.slice(core.length) : word;
  const bare = withoutGe(rest);
  if (bare !== undefined && (strongForms().participles.has(bare) || /[dt]$/.test(bare))) return true;
  if (strongForms().participles.has(rest) && !strongForms().finite.has(rest)) return true;
  return PREFIXES.some((prefix) => {
    if (!rest.startsWith(prefix)) return false;
    const after = rest.slice(prefix.length);
    return strongForms().participles.has(after) || (prefix.length <= 3 && /.{2}[dt]$/.test(after));
  });
}

/** A stem as the first person has it: `v` and `z` at the end are `f` and `s`. Forms that no stem can have are left out. */
function addStem(found: Set<string>, stem: string): void {
  const devoiced = stem.replace(/v$/, 'f').replace(/z$/, 's');
  // `innen` is one of the few verbs whose stem has two letters.
  if (devoiced.length < 3 ? !/^[aeiou][bdfgklmnprst]$/.test(devoiced) : !VOWEL.test(devoiced)) return;
  if (/(?:^|[^aeiou])[aeiou]$|(?:aa|ee|oo|uu|ie)$/.test(devoiced)) return;
  found.add(devoiced);
}

function stemOf(infinitive: string): string {
  const open = infinitive.endsWith('en') ? infinitive.slice(0, -2) : infinitive.slice(0, -1);
  return closed(open)[0]!;
}

/**
 * The stem behind a vowel ending, in the spelling of a closed syllable: `brev` of `breven` is `breef`, `witt` is `wit`.
 * Where the last syllable may be without stress, as in `redenen`, it may also stay as it is.
 */
function closed(open: string): string[] {
  const devoice = (stem: string): string => stem.replace(/v$/, 'f').replace(/z$/, 's');
  if (/([bdfgklmnprst])\1$/.test(open)) return [open.slice(0, -1)];
  // `financiële` is of `financieel`: two vowels are parted from a third by their own number.
  if (/ië[bdfgklmnprstvz]$/.test(open)) return [devoice(`${open.slice(0, -2)}ee${open.slice(-1)}`)];
  const vowel = /^(.*?)([aeou])([bcdfghjklmnprstvwz])$/.exec(open);
  if (!vowel) return [devoice(open)];
  const [, before, letter, consonant] = vowel;
  if (DIGRAPH.test(before + letter!)) return [devoice(open)];
  const long = devoice(`${before}${letter}${letter}${consonant}`);
  const unstressed = letter === 'e' && /[aeiouy]/.test(before!);
  return unstressed ? [long, devoice(open)] : [long];
}

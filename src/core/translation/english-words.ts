import { lazy } from '../text/lazy';
import type { WordForms } from './word-forms';

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

const DETERMINERS = words('the a an');
const POSSESSIVES = words('his her its their my your our this that these those no any every each all some');
const PREPOSITIONS = words(
  'about above across after against along among around at before behind below beneath beside between beyond by despite during for from in inside into near of off on onto outside over past per since through throughout to toward towards under until upon with within without',
);
const CLAUSE_WORDS = words(
  'and but or nor that which who whom whose what because while if when where why how although though unless so',
);
const AUXILIARIES = words(
  'is are was were be been being am get gets got has have had will would shall should can could may might must do does did to not never also',
);
const SMALL = words(
  'i you he she it we they me him them there here now then not also never ever very too up down out off away back',
);
const PARTICLES = words('up down out off away back over in on');

/** Base, past, participle. */
const IRREGULAR = `
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; begin began begun; bend bent bent; bet bet bet;
bind bound bound; bite bit bitten; bleed bled bled; blow blew blown; break broke broken; breed bred bred; bring brought brought; build built built;
burn burnt burnt; buy bought bought; cast cast cast; catch caught caught; choose chose chosen; cling clung clung; come came come; creep crept crept;
cut cut cut; deal dealt dealt; dig dug dug; do did done; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen;
feed fed fed; feel felt felt; fight fought fought; find found found; flee fled fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown; hang hung hung; hear heard heard;
hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; know knew known; lay laid laid; lead led led; leave left left; lend lent lent;
let let let; lie lay lain; lose lost lost; make made made; mean meant meant; meet met met; pay paid paid; put put put; read read read; ride rode ridden;
ring rang rung; rise rose risen; run ran run; say said said; see saw seen; seek sought sought; sell sold sold; send sent sent; set set set; shake shook shaken;
shed shed shed; shoot shot shot; show showed shown; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; sleep slept slept; slide slid slid;
sow sowed sown; speak spoke spoken; spend spent spent; split split split; spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen;
stick stuck stuck; strike struck struck; swear swore sworn; sweep swept swept; swim swam swum; swing swung swung; take took taken; teach taught taught;
tear tore torn; tell told told; think thought thought; throw threw thrown; understand understood understood; wake woke woken; wear wore worn; weep wept wept;
win won won; withdraw withdrew withdrawn; write wrote written`;

const irregularForms = lazy((): ReadonlyMap<string, readonly string[]> => {
  const table = new Map<string, string[]>();
  for (const line of IRREGULAR.split(';')) {
    const [base, ...forms] = line.trim().split(/\s+/);
    for (const form of new Set(forms)) table.set(form, [...(table.get(form) ?? []), base!]);
  }
  return table;
});

const IRREGULAR_PLURALS = new Map(
  `men man; women woman; children child; people person; feet foot; teeth tooth; mice mouse; lives life; wives wife; knives knife; thieves thief;
  halves half; selves self; leaves leaf; wolves wolf; crises crisis; analyses analysis; criteria criterion; phenomena phenomenon`
    .split(';')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

/** Endings of adjectives: a word with one of them heads no verb phrase. */
const ADJECTIVE = /(?:[^e]al|ic|ous|ful|less|able|ible|ive|ish|ary|ory)$/;

const NO_WORDS: ReadonlySet<string> = new Set();

export const ENGLISH: WordForms = {
  determiners: DETERMINERS,
  possessives: POSSESSIVES,
  prepositions: PREPOSITIONS,
  clauseWords: CLAUSE_WORDS,
  auxiliaries: AUXILIARIES,
  objectLinks: new Set(['of']),
  infinitiveMarks: new Set(['to']),
  isSmall: (word) =>
    SMALL.has(word) ||
    DETERMINERS.has(word) ||
    POSSESSIVES.has(word) ||
    PREPOSITIONS.has(word) ||
    CLAUSE_WORDS.has(word) ||
    (AUXILIARIES.has(word) && !irregularForms().has(word)),
  lemmas(word) {
    return { nominal: nominal(word), verbal: verbal(word), positive: NO_WORDS };
  },
  isVerbForm: (word) => word.length > 2 && !ADJECTIVE.test(word),
  isAdjectival: (word) => ADJECTIVE.test(word),
  particleVerbs: () => [],
  isNounHere: (before, word) =>
    (DETERMINERS.has(before ?? '') || POSSESSIVES.has(before ?? '')) && !word.endsWith('ing'),
  gap: { verbFirst: 3, verbLast: 4, particle: 4 },
  passiveOnly: true,
};

/** True for a word that a verb takes along: `hand over`, `lock up`. */
export function isEnglishParticle(word: string): boolean {
  return PARTICLES.has(word);
}

function nominal(word: string): Set<string> {
  const owned = word.replace(/'s?$/, '');
  const found = new Set([word, owned]);
  const irregular = IRREGULAR_PLURALS.get(owned);
  if (irregular) found.add(irregular);
  if (/.{2}ies$/.test(owned)) found.add(`${owned.slice(0, -3)}y`);
  if (/(?:[sxz]|ch|sh|o)es$/.test(owned)) found.add(owned.slice(0, -2));
  if (/[^su]s$/.test(owned) && owned.length > 3) found.add(owned.slice(0, -1));
  return found;
}

function verbal(word: string): Set<string> {
  const found = new Set(irregularForms().get(word) ?? []);
  found.add(word);
  if (/.{2}ies$/.test(word)) found.add(`${word.slice(0, -3)}y`);
  if (/(?:[sxz]|ch|sh|o)es$/.test(word)) found.add(word.slice(0, -2));
  if (/[^su]s$/.test(word) && word.length > 3) found.add(word.slice(0, -1));
  if (/.ied$/.test(word)) found.add(`${word.slice(0, -3)}y`);
  else if (/..ed$/.test(word)) for (const base of unendowed(word.slice(0, -2))) found.add(base);
  if (/..ing$/.test(word)) for (const base of unendowed(word.slice(0, -3))) found.add(base);
  return found;
}

/** The base behind `-ed` or `-ing`: `planned` is of `plan`, `hoping` of `hope` alone, `visiting` of `visit`. */
function unendowed(stem: string): string[] {
  if (!/[aeiouy]/.test(stem)) return [];
  if (/([bdfgklmnprstz])\1$/.test(stem)) return [stem.slice(0, -1), stem];
  if (/^[^aeiou]*[aeiouy][^aeiouwxy]$/.test(stem)) return [`${stem}e`];
  return [stem, `${stem}e`];
}

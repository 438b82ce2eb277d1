import { chargeConcept } from '../../core/recognition/charges/offence-concepts';
import { findCharges } from '../../core/recognition/charges/find-charges';
import { nameWords } from './name-words';

/** What two articles on one story have in common, whatever their languages. */
export interface Traits {
  /** Keys of the names, with the words as this text writes them. */
  readonly names: ReadonlyMap<string, string>;
  /** Ids of offences in the bilingual lexicon. */
  readonly charges: ReadonlySet<string>;
  /** `2019`, `2019-03` or `2019-03-10`; absent when nobody knows. */
  readonly date: string | undefined;
}

/** What is asked of a source. */
export interface ComparedText {
  readonly text: string;
  readonly language: string | undefined;
  readonly date: string | undefined;
  /** Words of confirmed people and places. */
  readonly names: readonly string[];
  /** Words of confirmed charges. */
  readonly charges: readonly string[];
}

/** How alike two articles are, with what they share, for the researcher to judge by. */
export interface Likeness {
  readonly score: number;
  /** In this text's spelling, the most telling first. */
  readonly names: readonly string[];
  readonly charges: readonly string[];
  /** Days between the two dates, by the nearest days that both may mean; absent when a date is unknown. */
  readonly daysApart: number | undefined;
}

/** A charge that both texts bring weighs as much as so many names that every text has. */
const CHARGE_WEIGHT = 1.5;
/** Stories are told again within days; a month later little of this weight is left. */
const DATE_WEIGHT = 3;
const DATE_FADES = 10;
/** Long texts share more names by chance. */
const SIZE_POWER = 0.25;

/** All that two articles can share. Charges are read in Dutch and English alone. */
export function traitsOf(source: ComparedText): Traits {
  return { ...quickTraitsOf(source), charges: chargesOf(source) };
}

/** Names and date: a tenth of the work that charges are, and enough for a first choice among many texts. */
export function quickTraitsOf(source: ComparedText): Traits {
  const names = new Map<string, string>();
  for (const { key, word, opensSentence } of nameWords(source.text)) if (!opensSentence) names.set(key, word);
  for (const name of source.names) for (const { key, word } of nameWords(name)) names.set(key, word);
  return { names, charges: new Set(), date: source.date };
}

function chargesOf({ text, language, charges }: ComparedText): Set<string> {
  if (language !== 'nl' && language !== 'en') return new Set();
  const found = findCharges(text, language).flatMap(({ concept }) => concept ?? []);
  return new Set([...found, ...charges.flatMap((words) => chargeConcept(words, language) ?? [])]);
}

/** In how many texts each name stands: a name that all have says nothing of any two. */
export function frequencies(all: readonly Traits[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { names } of all) for (const key of names.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Compares a text with another; `among` and `texts` say how common each name is. */
export function likeness(one: Traits, other: Traits, among: ReadonlyMap<string, number>, texts: number): Likeness {
  const shared = [...one.names].filter(([key]) => other.names.has(key));
  const weight = (key: string) => Math.log(1 + texts / (among.get(key) ?? 1));
  const names = shared.toSorted(([a], [b]) => weight(b) - weight(a)).map(([, word]) => word);
  const charges = [...one.charges].filter((concept) => other.charges.has(concept));
  const daysApart = daysBetween(one.date, other.date);
  const nearness = daysApart === undefined ? 0 : DATE_WEIGHT * Math.exp(-daysApart / DATE_FADES);
  const ofNames = shared.reduce((sum, [key]) => sum + weight(key), 0);
  const size = Math.max(1, other.names.size) ** SIZE_POWER;
  // A date alone makes no pair: a newspaper has many stories a day.
  const content = (ofNames + CHARGE_WEIGHT * charges.length) / size;
  return { score: content === 0 ? 0 : content + nearness, names, charges, daysApart };
}

const DAY = 86_400_000;

/** The fewest days that can lie between two dates, which may be whole months or years. */
export function daysBetween(one: string | undefined, other: string | undefined): number | undefined {
  const [a, b] = [one, other].map((date) => (date === undefined ? undefined : spanOf(date)));
  if (!a || !b) return undefined;
  return Math.max(0, a.start - b.end, b.start - a.end) / DAY;
}

function spanOf(date: string): { start: number; end: number } | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (!year) return undefined;
  const start = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const next = day ? start + DAY : month ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year) + 1, 0, 1);
  return { start, end: next - DAY };
}

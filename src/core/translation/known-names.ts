import type { Annotation } from '../annotation/annotation';
import { nameKey } from '../entity/variants';

/** Shorter words of a name are not compared on their own: `Jan` is not `Ian`. */
const SHORTEST = 5;
/** Spellings that Dutch transliteration has and English has not: a word with one of them may be shorter. */
const DUTCH_SPELLING = /sj|zj|tsj|dzj|oe/i;

/**
 * The forms of names in the target language, as sources in that language spell them, found from the spelling that another
 * transliteration gives them. Only spellings of the same sounds are joined (`Bilasj`, `Bilash`), no exonyms.
 */
export class KnownNames {
  /** Spellings by key, each with the sources that have it. */
  private readonly spellings = new Map<string, Map<string, Set<string>>>();
  private readonly bySource = new Map<string, readonly string[]>();

  /** Takes in the names in a source of the target language, instead of those that it had; true when what is known changed. */
  put(source: string, annotations: readonly Annotation[]): boolean {
    const names = annotations.flatMap(({ type, selector }) =>
      type === 'person' || type === 'place' ? [selector.quote.join(' ').trim().replace(/\s+/g, ' ')] : [],
    );
    const before = this.bySource.get(source) ?? [];
    if (before.length === names.length && before.every((name, k) => name === names[k])) return false;
    for (const name of before) for (const part of partsOf(name)) this.forget(part, source);
    for (const name of names) for (const part of partsOf(name)) this.keep(part, source);
    if (names.length > 0) this.bySource.set(source, names);
    else this.bySource.delete(source);
    return true;
  }

  /** The spelling in the target language that most sources have; `undefined` when none is known, or this is one of them. */
  readonly formOf = (name: string): string | undefined => {
    if (name.length < SHORTEST && !DUTCH_SPELLING.test(name)) return undefined;
    const spellings = this.spellings.get(nameKey(name));
    if (!spellings || spellings.has(name)) return undefined;
    const [first] = [...spellings].sort(([a, inA], [b, inB]) => inB.size - inA.size || (a < b ? -1 : 1));
    return first?.[0];
  };

  private keep(name: string, source: string): void {
    const key = nameKey(name);
    const spellings = this.spellings.get(key) ?? new Map<string, Set<string>>();
    this.spellings.set(key, spellings);
    spellings.set(name, (spellings.get(name) ?? new Set()).add(source));
  }

  private forget(name: string, source: string): void {
    const key = nameKey(name);
    const spellings = this.spellings.get(key);
    const sources = spellings?.get(name);
    sources?.delete(source);
    if (sources?.size === 0) spellings?.delete(name);
    if (spellings?.size === 0) this.spellings.delete(key);
  }
}

/** The whole name, and each of its words: a surname alone is known too. */
function partsOf(name: string): Set<string> {
  return new Set([name, ...name.split(' ').filter((word) => /^\p{Lu}/u.test(word))]);
}

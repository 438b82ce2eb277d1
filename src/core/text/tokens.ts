/** What a token is, as bits. */
export const TokenKind = {
  word: 1,
  number: 2,
  punctuation: 4,
  /** It has a capital letter. */
  capital: 8,
  /** Two letters or more, all capitals. */
  allCapitals: 16,
  /** No white space before it. */
  joined: 32,
  /** The first token of a line. */
  lineStart: 64,
  /** A dot belongs to it: an initial or an abbreviation. */
  dotted: 128,
} as const;

/** The tokens of a text in order, as columns: UTF-16 ranges (half-open) and `TokenKind` bits. */
export interface Tokens {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
}

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const SPACE = 4;
const LINE = 5;
const UNKNOWN = 255;

/** Class of each UTF-16 unit, filled on first sight; surrogates count as caseless letters, so that a pair stays whole. */
const classes = new Uint8Array(0x10000).fill(UNKNOWN);

function classify(unit: number): number {
  const known = classes[unit]!;
  return known === UNKNOWN ? (classes[unit] = classOf(unit)) : known;
}

function classOf(unit: number): number {
  const common = classOfCommon(unit);
  if (common !== undefined) return common;
  if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) return LINE;
  const character = String.fromCharCode(unit);
  if (/[\s\u200b\ufeff]/.test(character)) return SPACE;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return UPPER;
  if (/[\p{L}\p{M}\u00ad]/u.test(character) || (unit & 0xf800) === 0xd800) return LOWER;
  return OTHER;
}

/**
 * The same for what nearly every European text is made of, where it is plain: the expressions with all letters in them take
 * milliseconds to make ready.
 */
function classOfCommon(unit: number): number | undefined {
  if (unit === 10 || unit === 13) return LINE;
  if (unit === 32 || unit === 9 || unit === 0xa0) return SPACE;
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  if (unit >= 0x41 && unit <= 0x5a) return UPPER;
  if (unit >= 0x61 && unit <= 0x7a) return LOWER;
  if (unit > 32 && unit < 0x7f) return OTHER;
  if (unit >= 0xc0 && unit <= 0xff) return unit === 0xd7 || unit === 0xf7 ? OTHER : unit <= 0xde ? UPPER : LOWER;
  // Dashes, quotation marks and the ellipsis.
  return unit >= 0x2010 && unit <= 0x2027 ? OTHER : undefined;
}

/** A letter or a mark on one; half a surrogate pair counts as one. */
export function isLetter(unit: number): boolean {
  const c = classify(unit);
  return c === LOWER || c === UPPER;
}

/** White space, line ends among it. */
export function isSpace(unit: number): boolean {
  const c = classify(unit);
  return c === SPACE || c === LINE;
}

export function isCapital(unit: number): boolean {
  return classify(unit) === UPPER;
}

export function isLower(unit: number): boolean {
  return classify(unit) === LOWER;
}

export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x02bc;
}

export function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}

/** Abbreviations with a vowel that keep their dot; those without a vowel (mr. drs. St.) are known by that. */
const ABBREVIATIONS = new Set(
  (
    'sen gen gov rep lieut capt maj adm pres prof ir ing mevr mej enz etc ca resp adv inc co ave fig vol art ed afd chr ' +
    'jhr ala ariz calif colo conn fla ga ky mich minn mont neb nev okla ore tenn tex va wis wyo pa'
  ).split(' '),
);

/** Months keep their dot before a day or year (`Jan. 5`): elsewhere they may be words or names. */
const MONTHS = new Set('jan feb mar apr aug sep sept oct okt nov dec'.split(' '));

/** Ends of English contractions and genitives that are tokens of their own after a word. */
const CLITICS = new Set(['s', 're', 've', 'll', 'd', 'm', 't', 'S']);

/**
 * Cuts raw text into tokens. Words keep inner apostrophes (`O'Brien`), inner hyphens between equals (`Noord-Holland`,
 * `ex-minister`) and the dots of initials and abbreviations (`J.J.`, `U.S.`, `mr.`); a genitive `’s` and what is hung on a
 * name with a hyphen (`London-based`) are tokens of their own. Every other mark is one token.
 */
export function tokenize(text: string, from = 0, to = text.length): Tokens {
  let capacity = 64 + ((to - from) >> 2);
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let kind = new Uint8Array(capacity);
  let count = 0;
  let i = from;
  let last = from - 1;
  let line: number = TokenKind.lineStart;

  while (i < to) {
    const unit = text.charCodeAt(i);
    const c = classify(unit);
    if (c === SPACE) {
      i++;
      continue;
    }
    if (c === LINE) {
      line = TokenKind.lineStart;
      i++;
      continue;
    }
    let j: number;
    let bits: number;
    if (c === LOWER || c === UPPER) {
      j = endOfWord(text, i, to);
      bits = TokenKind.word | caseOf(text, i, j);
      const dot = endOfAbbreviation(text, i, j, to);
      if (dot > j) {
        j = dot;
        bits |= TokenKind.dotted;
      }
    } else if (c === DIGIT) {
      j = endOfNumber(text, i, to);
      bits = TokenKind.number;
    } else {
      j = endOfMark(text, i, to, last === i);
      bits = isLetter(text.charCodeAt(j - 1))
        ? TokenKind.word | (isCapital(text.charCodeAt(i + 3)) && j - i > 3 ? TokenKind.capital : 0)
        : TokenKind.punctuation;
    }
    if (count === capacity) {
      capacity *= 2;
      start = grow(start, capacity);
      end = grow(end, capacity);
      const wider = new Uint8Array(capacity);
      wider.set(kind);
      kind = wider;
    }
    start[count] = i;
    end[count] = j;
    kind[count] = bits | line | (last === i ? TokenKind.joined : 0);
    count++;
    line = 0;
    i = last = j;
  }
  return { count, start, end, kind };
}

function grow(column: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(capacity);
  wider.set(column);
  return wider;
}

function caseOf(text: string, from: number, to: number): number {
  let capitals = 0;
  let lower = 0;
  for (let i = from; i < to; i++) {
    const c = classify(text.charCodeAt(i));
    if (c === LOWER) lower++;
    else if (c === UPPER) capitals++;
  }
  if (capitals === 0) return 0;
  return capitals > 1 && lower === 0 ? TokenKind.capital | TokenKind.allCapitals : TokenKind.capital;
}

function isWordUnit(unit: number): boolean {
  const c = classify(unit);
  return c === LOWER || c === UPPER || c === DIGIT;
}

function endOfWord(text: string, from: number, to: number): number {
  let i = from;
  let partStart = from;
  for (;;) {
    while (i < to && isWordUnit(text.charCodeAt(i))) i++;
    if (i + 1 >= to) return i;
    const unit = text.charCodeAt(i);
    if (unit === 0x26 && i - partStart <= 2 && isCapital(text.charCodeAt(i + 1)) && isCapital(text.charCodeAt(i - 1))) {
      i++;
      continue;
    }
    const next = classify(text.charCodeAt(i + 1));
    if (next !== LOWER && next !== UPPER && next !== DIGIT) return i;
    if (isApostrophe(unit)) {
      let after = i + 1;
      while (after < to && isLetter(text.charCodeAt(after))) after++;
      if (next === DIGIT || (after - i <= 3 && CLITICS.has(text.slice(i + 1, after)))) return i;
      partStart = ++i;
    } else if (isHyphen(unit)) {
      if (next === LOWER && isCapital(text.charCodeAt(partStart))) return i;
      partStart = ++i;
    } else return i;
  }
}

/** The end of the word with the dots that belong to it, or `to` of the word itself. */
function endOfAbbreviation(text: string, from: number, wordEnd: number, limit: number): number {
  if (wordEnd >= limit || text.charCodeAt(wordEnd) !== 0x2e) return wordEnd;
  const length = wordEnd - from;
  if (length <= 2 && length > 0) {
    // A chain of single letters: J.J., U.S., z.g. (`Th.` and `IJ.` may begin one).
    let end = wordEnd + 1;
    let letters = 1;
    while (end + 1 < limit && isLetter(text.charCodeAt(end)) && text.charCodeAt(end + 1) === 0x2e) {
      end += 2;
      letters++;
    }
    if (letters > 1 || length === 1) return end;
  }
  if (length > 5) return wordEnd;
  const word = text.slice(from, wordEnd);
  if (/^\p{L}\p{Ll}+$/u.test(word) && !/[aeiouyáéíóúäëïöü]/i.test(word)) return wordEnd + 1;
  const folded = word.toLowerCase();
  if (MONTHS.has(folded)) return classify(text.charCodeAt(wordEnd + 2)) === DIGIT ? wordEnd + 1 : wordEnd;
  return ABBREVIATIONS.has(folded) ? wordEnd + 1 : wordEnd;
}

function endOfNumber(text: string, from: number, to: number): number {
  let i = from;
  while (i < to) {
    const unit = text.charCodeAt(i);
    const c = classify(unit);
    if (c === DIGIT || c === LOWER || c === UPPER) i++;
    else if (
      (unit === 0x2e || unit === 0x2c || unit === 0x3a) &&
      i + 1 < to &&
      classify(text.charCodeAt(i + 1)) === DIGIT
    )
      i += 2;
    else if (isHyphen(unit) && i + 1 < to && classify(text.charCodeAt(i + 1)) === LOWER) i += 2;
    else break;
  }
  return i;
}

/** The end of what begins with a mark: `'t`, `'s-Hertogenbosch`, `’s` after a word, `...`, `@name`, or the mark alone. */
function endOfMark(text: string, from: number, to: number, joined: boolean): number {
  const unit = text.charCodeAt(from);
  let i = from + 1;
  if (unit === 0x2e || isHyphen(unit)) {
    while (i < to && text.charCodeAt(i) === unit) i++;
    return i;
  }
  if ((unit === 0x40 || unit === 0x23) && i < to && isLetter(text.charCodeAt(i))) {
    while (i < to && (isLetter(text.charCodeAt(i)) || text.charCodeAt(i) === 0x5f)) i++;
    return i;
  }
  if (isApostrophe(unit) || unit === 0x2018) {
    while (i < to && isLetter(text.charCodeAt(i))) i++;
    const length = i - from - 1;
    if (length === 0) return from + 1;
    if (joined && isLetter(text.charCodeAt(from - 1))) return CLITICS.has(text.slice(from + 1, i)) ? i : from + 1;
    if (length === 1 && 'stnkmST'.includes(text[from + 1]!)) {
      const upperPart = i + 1 < to && isHyphen(text.charCodeAt(i)) && isCapital(text.charCodeAt(i + 1));
      return upperPart ? endOfWord(text, i + 1, to) : i;
    }
    return from + 1;
  }
  return i;
}

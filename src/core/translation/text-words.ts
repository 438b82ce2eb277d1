/** A word of a text, or a mark that ends a clause. */
export interface TextWord {
  /** In lower case, with plain apostrophes and hyphens; empty for a mark. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text in order, with the marks that no phrase crosses. Quotation marks are left out: a phrase may. A word is of
 * letters and figures, with hyphens and apostrophes inside it; `'s`, `'t` and `'n` are words too.
 */
export function textWords(text: string): TextWord[] {
  const found: TextWord[] = [];
  for (let at = 0; at < text.length;) {
    if (kindOf(text.charCodeAt(at)) === Kind.ClauseEnd) {
      found.push({ word: '', start: at, end: ++at });
      continue;
    }
    const end = endOfWord(text, isClipped(text, at) ? at + 1 : at);
    if (end > at) {
      found.push({ word: plain(text.slice(at, end)), start: at, end });
      at = end;
    } else {
      at++;
    }
  }
  return found;
}

/** True where an apostrophe stands for the first letters of `'s`, `'t` or `'n`. */
function isClipped(text: string, at: number): boolean {
  return (
    isClipping(text.charCodeAt(at)) &&
    (at === 0 || !isWordUnit(text, at - 1)) &&
    'stn'.includes(text.charAt(at + 1) || ' ') &&
    kindAt(text, at + 2) !== Kind.Letter
  );
}

function isClipping(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018;
}

/** Where the word that begins here ends; the beginning itself where none does. */
function endOfWord(text: string, start: number): number {
  let end = start;
  for (;;) {
    if (!isWordUnit(text, end)) return end === start ? start : end - 1;
    do end++;
    while (end < text.length && (isWordUnit(text, end) || kindAt(text, end) === Kind.Mark));
    if (kindOf(text.charCodeAt(end)) !== Kind.Joiner) return end;
    end++;
  }
}

/** A letter or a figure, or half of one that takes two units. */
function isWordUnit(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === Kind.Letter || kind === Kind.Figure;
}

function kindAt(text: string, at: number): Kind {
  const unit = text.charCodeAt(at);
  if ((unit & 0xf800) !== 0xd800) return kindOf(unit);
  const isSecond = (unit & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  const from = isSecond ? at - 1 : at;
  return classify(String.fromCodePoint(text.codePointAt(from)!));
}

const enum Kind {
  Unknown,
  Letter,
  Figure,
  /** An accent that is written behind its letter. */
  Mark,
  /** Joins two words to one. */
  Joiner,
  ClauseEnd,
  Other,
}

/** What each UTF-16 unit is, filled as units are met. */
const KINDS = new Uint8Array(0x10000);

function kindOf(unit: number): Kind {
  return (KINDS[unit] ||= isPlainLetter(unit) ? Kind.Letter : classify(String.fromCharCode(unit)));
}

/** Most texts have no others; an expression with all letters in it takes the host milliseconds to make ready. */
function isPlainLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0xf6);
}

function classify(character: string): Kind {
  if (JOINERS.includes(character)) return Kind.Joiner;
  if (CLAUSE_ENDS.includes(character)) return Kind.ClauseEnd;
  if (character <= '~') return character >= '0' && character <= '9' ? Kind.Figure : Kind.Other;
  if (/\p{L}/u.test(character)) return Kind.Letter;
  if (/\p{N}/u.test(character)) return Kind.Figure;
  return /\p{M}/u.test(character) ? Kind.Mark : Kind.Other;
}

const JOINERS = "-‐‑'’";
const CLAUSE_ENDS = '.,;:!?…()[]{}–—\n';

function plain(word: string): string {
  // Of plain letters only their case is to be made equal.
  if (!/[^\0-\x7f]/.test(word)) return word.toLowerCase();
  return word.normalize('NFC').toLowerCase().replace(/[’‘]/g, "'").replace(/[‐‑]/g, '-');
}

import { lazy } from '../text/lazy';
import type { Problem } from '../text/problem';
import { changesBetween, editMap } from '../yaml/map-edit';
import {
  isMapValue,
  mapValueOf,
  pairOf,
  sameValue,
  type YamlPair,
  type YamlValue,
  type YamlValueMap,
} from '../yaml/node';
import { applySplices, lineBreakOf, type Splice, withLineBreaks } from '../yaml/splice';
import { keyText, mapText, pairText } from '../yaml/write';
import { type GlossaryEdit, type GlossaryTerm, keyOfTerm, type ParsedGlossary } from './glossary';
import { encodeTerm, TERM_LAYOUT, TermDecoder } from './glossary-entry';
import { GLOSSARY_VERSION, type GlossaryReading, identityOf, readGlossary } from './glossary-read';

const HEADER = '# The glossary of this folder, kept by Glossator. Edit freely: comments and unknown keys stay.';
/** Column of a term's name in what we write. */
const TERM_INDENT = 2;

export interface GlossaryEditResult {
  /** What the new text reads to; the old reading, unchanged, when nothing could be applied. */
  readonly parsed: ParsedGlossary;
  /** Edits that could not be applied (`unknown-term`, `term-taken`, `not-writable`, `edit-failed`). */
  readonly problems: readonly Problem[];
}

/** The same on a text; `undefined` creates the file. */
export function editGlossary(text: string | undefined, edits: readonly GlossaryEdit[]): GlossaryEditResult {
  return editParsedGlossary(readGlossary(text ?? ''), edits);
}

/**
 * Applies edits to a glossary, in order. Only the lines of what changes are touched; a new term stands in alphabetical
 * order where the others do, else last. A file that is not `writable` is answered unchanged, with a problem. What comes out
 * has been read back and says what was meant.
 */
export function editParsedGlossary(parsed: ParsedGlossary, edits: readonly GlossaryEdit[]): GlossaryEditResult {
  if (!parsed.writable) {
    return { parsed, problems: [failure('not-writable', 'The glossary has to be mended before it can be written.')] };
  }
  const problems: Problem[] = [];
  let reading = 'entries' in parsed ? (parsed as GlossaryReading) : readGlossary(parsed.text);
  for (const edit of edits) {
    const refused = refusal(reading, edit);
    if (refused) {
      problems.push(refused);
      continue;
    }
    const next = applied(regularReading(reading), edit);
    if (next === undefined) {
      const message = 'The change could not be written so that it reads back as it was meant.';
      return { parsed, problems: [failure('edit-failed', message)] };
    }
    reading = next;
  }
  return { parsed: reading, problems };
}

function failure(code: string, message: string): Problem {
  return { code, severity: 'error', message };
}

function refusal(reading: GlossaryReading, edit: GlossaryEdit): Problem | undefined {
  const key = edit.kind === 'add-term' ? keyOfTerm(edit.term) : edit.key;
  const exists = reading.rangeOf(key) !== undefined;
  if (edit.kind === 'add-term')
    return exists ? failure('term-taken', `There is an entry "${key}" already.`) : undefined;
  return exists ? undefined : failure('unknown-term', `There is no entry "${key}".`);
}

function applied(reading: GlossaryReading, edit: GlossaryEdit): GlossaryReading | undefined {
  const { language, terms } = reading;
  switch (edit.kind) {
    case 'add-term': {
      const values = encodeTerm(edit.term, language);
      const splice = insertion(reading, keyOfTerm(edit.term), termLines(keyOfTerm(edit.term), values, reading));
      return checked(reading, [splice], [...terms, edit.term]);
    }
    case 'update-term': {
      const term = { ...edit.term, key: edit.key };
      const splices = replacement(reading, pairNamed(reading, edit.key), encodeTerm(term, language));
      return checked(
        reading,
        splices,
        terms.map((present) => (keyOfTerm(present) === edit.key ? term : present)),
      );
    }
    case 'remove-term':
      return checked(
        reading,
        [removal(reading.text, pairNamed(reading, edit.key))],
        terms.filter((present) => keyOfTerm(present) !== edit.key),
      );
  }
}

function pairNamed({ entries }: GlossaryReading, key: string): YamlPair {
  return entries.find((pair) => pair.key === key)!;
}

/** The edited text as it reads, when it says what was meant, in any order. */
function checked(
  { text, language }: GlossaryReading,
  splices: readonly Splice[],
  meant: readonly GlossaryTerm[],
): GlossaryReading | undefined {
  const next = readGlossary(withBreaks(text, splices));
  const wanted = new Map(meant.map((term) => [keyOfTerm(term), term]));
  const says = next.terms.every((term) => isSame(wanted.get(keyOfTerm(term)), term, language));
  return next.writable && next.terms.length === wanted.size && says ? next : undefined;
}

/** Most terms are as they were, which their text tells soonest. */
function isSame(a: GlossaryTerm | undefined, b: GlossaryTerm, language: string): boolean {
  if (a === undefined) return false;
  return JSON.stringify(a) === JSON.stringify(b) || sameValue(encodeTerm(a, language), encodeTerm(b, language));
}

function withBreaks(text: string, splices: readonly Splice[]): string {
  const lineBreak = lineBreakOf(text);
  return applySplices(
    text,
    splices.map((splice) => ({ ...splice, text: withLineBreaks(splice.text, lineBreak) })),
  );
}

/** The glossary in a shape that can be edited line by line, with a `terms:` that opens a block. */
export function regularReading(reading: GlossaryReading): GlossaryReading {
  const { root, text } = reading;
  if (root === undefined || root.pairs.length === 0) {
    const head = text.trim() === '' || text.trim() === '{}' ? HEADER : text.trimEnd();
    return readGlossary(`${head}\nglossator: ${GLOSSARY_VERSION}\n\nterms:\n`);
  }
  if (!reading.spliceable || (pairOf(root, 'terms')?.value.kind === 'map' && !isBlock(reading))) {
    return readGlossary(regularText(reading));
  }
  const terms = pairOf(root, 'terms');
  if (terms === undefined) return readGlossary(`${text.trimEnd()}\n\nterms:\n`);
  const { start, end } = terms.value;
  return end > start && terms.value.kind === 'scalar' ? readGlossary(text.slice(0, start) + text.slice(end)) : reading;
}

function isBlock({ root }: GlossaryReading): boolean {
  const terms = root && pairOf(root, 'terms')?.value;
  return terms?.kind === 'map' && terms.block;
}

/** All keys and values a line each; comments, which have no place in it, are kept at the top. */
function regularText({ root, text }: GlossaryReading): string {
  let result = (text.match(/^[ \t]*#.*$/gm) ?? []).map((comment) => `${comment.trim()}\n`).join('');
  for (const [key, value] of root === undefined ? [] : mapValueOf(root)) {
    if (result !== '') result += '\n';
    if (key !== 'terms' || !isMapValue(value)) result += pairText(key, value, 0, TERM_LAYOUT);
    else result += `terms:\n${[...value].map(([name, entry]) => entryLines(name, entry, TERM_INDENT)).join('\n')}`;
  }
  return result;
}

function entryLines(key: string, value: YamlValue, indent: number): string {
  if (!isMapValue(value) || value.size === 0) return pairText(key, value, indent, TERM_LAYOUT);
  return `${' '.repeat(indent)}${keyText(key)}:\n${mapText(value, indent + 2, TERM_LAYOUT)}`;
}

/** A term's lines, at the column of the others. */
export function termLines(key: string, values: YamlValueMap, { entries, root }: GlossaryReading): string {
  const terms = root && pairOf(root, 'terms')?.value;
  const indent = entries.length > 0 && terms?.kind === 'map' && terms.block ? terms.indent : TERM_INDENT;
  return entryLines(key, values, indent);
}

/** Puts an entry's lines among the others: in alphabetical order where they are, else at the end. */
export function insertion({ text, entries, root }: GlossaryReading, key: string, lines: string): Splice {
  const place = inOrder(entries)
    ? entries.findLastIndex((pair) => alphabet().compare(pair.key, key) <= 0)
    : entries.length - 1;
  const spaced = entries.length < 2 || /^[ \t]*\r?\n/.test(text.slice(entries[0]!.end));
  if (place >= 0) {
    const at = entries[place]!.end;
    return { start: at, end: at, text: broken(text, at) + (spaced ? '\n' : '') + lines };
  }
  const { keyEnd } = pairOf(root!, 'terms')!;
  const lineEnd = text.indexOf('\n', keyEnd);
  const at = lineEnd < 0 ? text.length : lineEnd + 1;
  return { start: at, end: at, text: broken(text, at) + lines + (spaced && entries.length > 0 ? '\n' : '') };
}

/** The line break that the file's last line may lack. */
function broken(text: string, at: number): string {
  return at > 0 && text[at - 1] !== '\n' ? '\n' : '';
}

/** The alphabet of a reader: capitals and accents aside. */
const alphabet = lazy(() => new Intl.Collator('nl', { sensitivity: 'base', numeric: true }));

function inOrder(entries: readonly YamlPair[]): boolean {
  return entries.every((pair, at) => at === 0 || alphabet().compare(entries[at - 1]!.key, pair.key) <= 0);
}

/** What turns an entry into one that says these values; its keys that the program does not know stay. */
export function replacement(
  { text, language, root }: GlossaryReading,
  pair: YamlPair,
  values: YamlValueMap,
): readonly Splice[] {
  const known = encodeTerm(new TermDecoder(language).term(pair), language);
  const changes = changesBetween(known, values);
  if (changes.size === 0) return [];
  if (pair.value.kind === 'map' && pair.value.pairs.length > 0) {
    const kept = pair.value.pairs.some(({ key }) => !changes.has(key) || changes.get(key) !== undefined);
    if (kept || [...changes.values()].some((value) => value !== undefined)) {
      return editMap(text, pair.value, changes, known, TERM_LAYOUT);
    }
  }
  const terms = root && pairOf(root, 'terms')?.value;
  const indent = terms?.kind === 'map' ? terms.indent : TERM_INDENT;
  const start = text.lastIndexOf('\n', pair.keyStart - 1) + 1;
  const comment = /[ \t]#[^\r\n]*/.exec(text.slice(Math.max(pair.value.end, pair.keyEnd), pair.end))?.[0] ?? '';
  const lines = entryLines(pair.key, values, indent);
  return [{ start, end: pair.end, text: comment === '' ? lines : lines.replace('\n', `${comment}\n`) }];
}

/** Takes an entry out, with the blank line that set it off. */
export function removal(text: string, pair: YamlPair): Splice {
  const start = text.lastIndexOf('\n', pair.keyStart - 1) + 1;
  const before = /\n[ \t]*\r?\n$/.exec(text.slice(0, start));
  if (before) return { start: before.index + 1, end: pair.end, text: '' };
  const after = /^[ \t]*\r?\n/.exec(text.slice(pair.end))?.[0].length ?? 0;
  return { start, end: pair.end + after, text: '' };
}

/** The entries that are about a term: the same words in the same language, capitals aside. */
export function entriesAbout(terms: readonly GlossaryTerm[], term: GlossaryTerm): readonly GlossaryTerm[] {
  const words = ({ term: own, language }: GlossaryTerm): string =>
    identityOf({ term: own, language, renderings: [], avoid: [] });
  return terms.filter((other) => words(other) === words(term));
}

/** The term with a name for its entry that none of the terms has: its own words, else with its language or a number. */
export function withFreeKey(terms: readonly GlossaryTerm[], term: GlossaryTerm): GlossaryTerm {
  const taken = new Set(terms.map(keyOfTerm));
  const names = [term.term, `${term.term} (${term.domain ?? term.language})`];
  for (let number = 2; number <= taken.size + 2; number++) names.push(`${term.term} (${number})`);
  const key = names.find((name) => !taken.has(name))!;
  const { key: _key, ...rest } = term;
  return key === term.term ? rest : { ...rest, key };
}

import { foldQuote } from '../text/fold';
import type { Problem } from '../text/problem';
import type { Range } from '../text/range';
import { blankOtherSides } from '../yaml/conflict-markers';
import { damage } from '../yaml/damage';
import { READING_LIMITS, type ReadingLimits } from '../yaml/limits';
import { pairOf, type YamlMap, type YamlPair } from '../yaml/node';
import { readYamlInSteps } from '../yaml/read';
import { type GlossaryTerm, keyOfTerm, type ParsedGlossary } from './glossary';
import { TermDecoder } from './glossary-entry';

/** The version of the format that this program reads and writes: the number behind `glossator:`. */
export const GLOSSARY_VERSION = 1;
/** The language of terms that name none, where the file names none for all. */
export const DEFAULT_LANGUAGE = 'nl';
/** Levels of maps whose pairs are read apart: the file, its terms. */
const SPLIT_DEPTH = 1;
/** A glossary of 10,000 terms has some 1 million units. A change reads all of it again: twice that is still done in a moment. */
const LIMITS: ReadingLimits = { ...READING_LIMITS, text: 2 * 1024 * 1024 };
/** How many entries are decoded between two yields. */
const ENTRIES_PER_STEP = 400;
/** Keys of the file itself. */
const TOP_LEVEL: ReadonlySet<string> = new Set(['glossator', 'language', 'terms']);

/** What a glossary was read to, with what editing needs of its layout. */
export interface GlossaryReading extends ParsedGlossary {
  /** The language of the terms that name none. */
  readonly language: string;
  readonly root: YamlMap | undefined;
  /** The pairs below `terms:` that could be read. */
  readonly entries: readonly YamlPair[];
  /** True when every entry stands on lines of its own, so that it can be edited without the rest. */
  readonly spliceable: boolean;
}

/** True when a text has the section that a glossary has, and a sidecar has not. */
export function isGlossary(text: string): boolean {
  return /^terms[ ]*:/m.test(text) && !/^annotations[ ]*:/m.test(text);
}

/** Reads a glossary. Never throws and never hangs, whatever the text is. */
export function parseGlossary(text: string): ParsedGlossary {
  return readGlossary(text);
}

/** The same, yielding after every few milliseconds of work, so that a host can do something else between. */
export function* parseGlossaryInSteps(text: string): Generator<void, ParsedGlossary> {
  return yield* readInSteps(text);
}

export function readGlossary(text: string): GlossaryReading {
  const steps = readInSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function* readInSteps(text: string): Generator<void, GlossaryReading> {
  const fileProblems = text.length > LIMITS.text ? [] : damage(text);
  const conflicted = fileProblems.some(({ code }) => code === 'conflict-markers');
  const reading = yield* readYamlInSteps(conflicted ? blankOtherSides(text) : text, SPLIT_DEPTH, LIMITS);
  const { root } = reading;
  const version = readVersion(root, fileProblems);
  const language = readLanguage(root);
  const termsPair = root && pairOf(root, 'terms');
  const entries = termsPair ? entryPairs(termsPair, fileProblems) : [];
  for (const pair of root?.pairs ?? []) if (!TOP_LEVEL.has(pair.key)) fileProblems.push(unknownKey(pair));
  const decoder = new TermDecoder(language);
  const terms: GlossaryTerm[] = [];
  for (const pair of entries) {
    terms.push(decoder.term(pair));
    if (terms.length % ENTRIES_PER_STEP === 0) yield;
  }
  const problems = [
    ...withDuplicateTerms(reading.problems, termsPair),
    ...fileProblems,
    ...decoder.problems,
    ...duplicates(entries, terms),
  ];
  const writable = reading.sound && !fileProblems.some(({ severity }) => severity === 'error');
  const named = new Map(terms.toReversed().map((term) => [keyOfTerm(term), term]));
  const ranges = new Map<string, Range>();
  for (const { key, keyStart, keyEnd, value } of entries.toReversed()) {
    ranges.set(key, { start: keyStart, end: Math.max(keyEnd, value.end) });
  }
  return {
    ...{ text, terms, problems, writable, version, language, root, entries },
    spliceable: writable && reading.separable,
    rangeOf: (key) => ranges.get(key),
    termNamed: (key) => named.get(key),
  };
}

function readVersion(root: YamlMap | undefined, problems: Problem[]): number | undefined {
  const pair = root && pairOf(root, 'glossator');
  if (pair === undefined) return undefined;
  const value = pair.value.kind === 'scalar' ? pair.value.value : null;
  const range = { start: pair.keyStart, end: Math.max(pair.keyEnd, pair.value.end) };
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
    const message = `glossator: should be the number of the format, ${GLOSSARY_VERSION}.`;
    problems.push({ code: 'bad-version', severity: 'error', message, range });
    return undefined;
  }
  if (value > GLOSSARY_VERSION) {
    const message = `The glossary is in format ${value}; this version of Glossator knows ${GLOSSARY_VERSION} and does not write it.`;
    problems.push({ code: 'newer-format', severity: 'error', message, range });
  }
  return value;
}

function readLanguage(root: YamlMap | undefined): string {
  const value = root && pairOf(root, 'language')?.value;
  return value?.kind === 'scalar' && value.value !== null && value.text !== '' ? value.text : DEFAULT_LANGUAGE;
}

function entryPairs({ value, keyStart, keyEnd, broken }: YamlPair, problems: Problem[]): readonly YamlPair[] {
  if (broken) return [];
  if (value.kind === 'map') return value.pairs.filter((pair) => !pair.broken);
  if (value.kind !== 'scalar' || value.value !== null) {
    const message = 'terms: should consist of terms, each with its rendering or with keys of its own.';
    problems.push({ code: 'bad-value', severity: 'error', message, range: { start: keyStart, end: keyEnd } });
  }
  return [];
}

function unknownKey({ key, keyStart, keyEnd }: YamlPair): Problem {
  const message = `"${key}" is none of the keys of a glossary: ${[...TOP_LEVEL].join(', ')}. Terms stand below "terms:". It is kept.`;
  return { code: 'unknown-key', severity: 'warning', message, range: { start: keyStart, end: keyEnd } };
}

/** A name that stands twice below `terms:` is a term that stands twice: only one of the two can be meant. */
function withDuplicateTerms(problems: readonly Problem[], terms: YamlPair | undefined): readonly Problem[] {
  if (terms?.value.kind !== 'map' || !problems.some(({ code }) => code === 'duplicate-key')) return problems;
  const names = new Map(terms.value.pairs.map(({ keyStart, key }) => [keyStart, key]));
  return problems.map((problem) => {
    const name = problem.code === 'duplicate-key' ? names.get(problem.range?.start ?? -1) : undefined;
    if (name === undefined) return problem;
    const message = `The term "${name}" stands twice. Nothing is written until the two are made one.`;
    return { ...problem, code: 'duplicate-term', message };
  });
}

/** Two entries that name the same term of the same language: harmless, but a person wants to know. */
function duplicates(entries: readonly YamlPair[], terms: readonly GlossaryTerm[]): Problem[] {
  const seen = new Map<string, string>();
  return terms.flatMap((term, at): Problem[] => {
    const { key, keyStart, keyEnd } = entries[at]!;
    const identity = identityOf(term);
    const earlier = seen.get(identity);
    seen.set(identity, earlier ?? key);
    if (earlier === undefined || earlier === key) return [];
    const message = `The term "${term.term}" has an entry already: "${earlier}".`;
    return [{ code: 'duplicate-term', severity: 'warning', message, range: { start: keyStart, end: keyEnd } }];
  });
}

/** Equal for two terms that mean the same words in the same field of knowledge. */
export function identityOf({ term, language, domain, partOfSpeech }: GlossaryTerm): string {
  const words = foldQuote(term).toLowerCase();
  return JSON.stringify([language, words, domain ?? '', partOfSpeech ?? '']);
}

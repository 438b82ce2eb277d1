import { identifyLanguage, identifyWithin, languageVotes, LANGUAGES, type LanguageCode } from './language';
import type { Range } from './range';

/** A pair of quotation marks, and whether its closing mark can stand inside a word, as an apostrophe does. */
const QUOTATION_MARKS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['„', '”'],
  ['„', '“'],
  ['«', '»'],
  ['‘', '’'],
  ['"', '"'],
];

/** A quotation in a paragraph is no longer than this, in characters. */
const LONGEST_QUOTATION = 1_000;

/**
 * Letters that tell Dutch from English in a handful of words, where no function word does. English ones are those that Dutch
 * spelling has no use for, and the other way round.
 */
const SPELLINGS: readonly (readonly [RegExp, LanguageCode])[] = [
  [
    /aa|uu|ij|[ou]e[rln]|sch|cht|[bdgklmnprst]t\b|[lm]ijk|heid\b|eid\b|ie[fmrstn]|eu|ui|oe|tie\b|\bge\p{L}|\bver|\bont|\bzw|lk|zen\b|ten\b|den\b|gen\b|ken\b/gu,
    'nl',
  ],
  [/th|wh|sh|ck|gh|y\b|ea|ou(?!d)|tion|ing\b|ed\b|qu|oa|[bcdfgklmnprst]e\b|\bs[tp]|ly\b|ow|x|wr|'s\b|’s\b/gu, 'en'],
];

/**
 * The language of a passage inside a text whose own language is `whole`: of the quotation that it stands in where there is
 * one, else of its paragraph. A quotation of a few words is judged by its spelling too, so that `“zaait haat”` in an
 * English article is Dutch. Where nothing speaks for another language it is `whole`.
 */
export function passageLanguage(text: string, passage: Range, whole: LanguageCode): LanguageCode {
  const paragraph = paragraphAround(text, passage);
  // Marks are looked for in the paragraph alone: a search through a long text costs as much as the rest together.
  const written = text.slice(paragraph.start, paragraph.end);
  const within = { start: passage.start - paragraph.start, end: passage.end - paragraph.start };
  const quotation = quotationAround(written, within);
  const around = paragraphLanguage(text, paragraph, whole);
  if (!quotation) return around;
  const words = written.slice(quotation.start, quotation.end);
  const votes = languageVotes(words);
  // One word that other languages have too is no proof of them: `man` is a German function word.
  LANGUAGES.forEach((language, k) => {
    if (language !== around && !SPELLINGS.some(([, known]) => known === language) && votes[k]! < FEW_VOTES)
      votes[k] = 0;
  });
  for (const [spelling, language] of SPELLINGS) {
    votes[LANGUAGES.indexOf(language)]! += SPELLING_WEIGHT * (words.toLowerCase().match(spelling)?.length ?? 0);
  }
  return identifyWithin(votes, { language: around, confidence: QUOTATION_PRIOR }).language;
}

/** The passages of a paragraph are asked for one after the other: its language is kept until another one's turn. */
let latest:
  { readonly text: string; readonly start: number; readonly whole: string; readonly found: LanguageCode } | undefined;

function paragraphLanguage(text: string, { start, end }: Range, whole: LanguageCode): LanguageCode {
  if (latest?.start === start && latest.whole === whole && latest.text === text) return latest.found;
  const found = identifyWithin(languageVotes(text.slice(start, end)), { language: whole, confidence: 1 }).language;
  latest = { text, start, whole, found };
  return found;
}

/** How much of the paragraph's weight a quotation in it leans on. */
const QUOTATION_PRIOR = 0.3;
/** Languages whose spelling is not looked at need this much from function words. */
const FEW_VOTES = 1.5;
/** What one telling spelling weighs beside a function word. */
const SPELLING_WEIGHT = 0.5;

/** The language of a text as a code that `passageLanguage` takes. */
export function wholeLanguage(text: string, chosen: string | undefined): LanguageCode {
  return LANGUAGES.find((language) => language === chosen) ?? identifyLanguage(text).language;
}

function paragraphAround(text: string, { start, end }: Range): Range {
  const from = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
  const to = text.indexOf('\n', end);
  return { start: Math.min(from, start), end: to < 0 ? text.length : to };
}

/** What stands between the quotation marks around a passage of a paragraph, the nearest ones; `undefined` outside of any. */
function quotationAround(paragraph: string, passage: Range): Range | undefined {
  const found = QUOTATION_MARKS.flatMap(([open, close]) => {
    const range = between(paragraph, passage, open, close);
    return range ? [range] : [];
  });
  return found.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function between(paragraph: string, passage: Range, open: string, close: string): Range | undefined {
  if (open === close) return betweenStraight(paragraph, passage, open);
  // The passage may have been selected with its marks.
  const inside = paragraph.slice(passage.start, passage.end);
  const from = inside.startsWith(open) ? passage.start + open.length : passage.start;
  const to = inside.endsWith(close) ? passage.end - close.length : passage.end;
  const opened = from > 0 ? paragraph.lastIndexOf(open, from - 1) : -1;
  if (opened < 0 || from - opened > LONGEST_QUOTATION) return undefined;
  const closed = closingFrom(paragraph, opened + open.length, close);
  return closed >= to ? { start: opened + open.length, end: closed } : undefined;
}

/** The first closing mark from a place on; an apostrophe within a word closes nothing. */
function closingFrom(text: string, from: number, close: string): number {
  for (let at = text.indexOf(close, from); at >= 0; at = text.indexOf(close, at + 1)) {
    if (close !== '’' || !/\p{L}/u.test(text.charAt(at + 1))) return at;
  }
  return -1;
}

/** Straight marks open and close in turn. */
function betweenStraight(paragraph: string, passage: Range, mark: string): Range | undefined {
  let opened = -1;
  for (let at = paragraph.indexOf(mark); at >= 0; at = paragraph.indexOf(mark, at + 1)) {
    if (opened < 0) {
      opened = at;
    } else {
      if (opened <= passage.start && passage.end <= at + 1) return { start: opened + 1, end: at };
      opened = -1;
    }
  }
  return undefined;
}

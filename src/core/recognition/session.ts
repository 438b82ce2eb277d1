import {
  identifyLanguage,
  identifyWithin,
  languageVotes,
  type LanguageCode,
  type LanguageGuess,
  type LanguageVotes,
} from '../text/language';
import { compareRanges, overlaps, type Range } from '../text/range';
import { findCharges, prepareCharges } from './charges/find-charges';
import type { ChargeMention } from './charges/charge-mention';
import { DocumentContext, contextSignature, isSeenElsewhere, type Reading } from './document-context';
import { movedMention, type Mention } from './mention';
import type { RecognitionModel } from './model-file';
import { JudgedNames } from './names';
import { readPassage, type Passage } from './passage';
import { findNextPortions, findPortions, type Portion } from './portions';
import { reasonFor } from './reasons';
import type { OpenOptions, RecognizeOptions } from './recognizer';
import type { Tagger } from './tagger';

/** One replacement, in UTF-16 of the text before it; several are applied in the given order. */
export interface TextChange extends Range {
  readonly text: string;
}

/**
 * Recognition of one text that follows its edits. Work is cut in steps of a few milliseconds; `mentions` after the
 * last step equals what `recognize` gives for the same text and options.
 */
export interface RecognitionSession {
  readonly text: string;
  /** What is known so far, in order; those of paragraphs not yet looked at are missing, moved ones already moved. */
  readonly mentions: readonly Mention[];
  /** True when nothing is left to do. */
  readonly settled: boolean;
  /** Follows edits; `mentions` moves with them at once, touched paragraphs are queued. */
  update(changes: readonly TextChange[]): void;
  /** Takes new confirmed and rejected names, or another language. */
  configure(options: RecognizeOptions): void;
  /** Recognise this part first from now on. */
  show(visible: Range): void;
  /**
   * Works for about `milliseconds` and answers whether work is left. The smallest piece of work is a paragraph or, where that is
   * long, a few of its sentences: about two milliseconds.
   */
  step(milliseconds?: number): boolean;
  /** Works to the end without pausing, and answers all mentions. */
  finish(): readonly Mention[];
}

/** A step ends after this many milliseconds: half of what a host may be blocked. */
const STEP = 5;

/** One paragraph, or a portion of a long one; offsets inside are its own, `start` is where it stands now. */
interface Paragraph {
  readonly text: string;
  readonly first: boolean;
  start: number;
  /** A paragraph of the text begins here. */
  opens: boolean;
  /** Its language has been compared with what the whole text says now. */
  checked: boolean;
  votes?: LanguageVotes;
  language?: LanguageCode;
  passage?: Passage;
  reading?: Reading;
  charges?: readonly ChargeMention[];
  /** What the document said of its words when it was decided; absent: not decided yet. */
  signature?: number;
  /** When that was compared last. */
  comparedAt?: number;
  mentions: readonly Mention[];
  /** The mentions where they stand in the text, made when they were last asked for. */
  placed?: { readonly of: readonly Mention[]; readonly start: number; readonly mentions: readonly Mention[] };
}

/** How sure a language is that the researcher chose: surer than any that was found. */
const CHOSEN = 2;
/** So much of a text is cut into paragraphs in one go: about a millisecond. UTF-16. */
const CUT = 65_536;
/** More edits at once than this are followed by cutting the whole text anew. */
const MANY = 16;

/** The session behind both `recognize` and `open`. */
export class OpenText implements RecognitionSession {
  text: string;
  private options: RecognizeOptions;
  private judged: JudgedNames;
  private paragraphs: Paragraph[] = [];
  private readonly context = new DocumentContext();
  private visible: Range | undefined;
  private known: readonly Mention[] | undefined;
  private readQueue: Paragraph[] = [];
  private decideQueue: Paragraph[] = [];
  /** What is on screen and waits to be shown before the rest is read. */
  private visibleQueue: Paragraph[] = [];
  private whole: LanguageGuess | undefined;
  /** The text from here on is not cut into paragraphs yet. */
  private cutTo = 0;
  /** Paragraphs of the text as it was, by their words, while it is cut anew. */
  private readonly old = new Map<string, Paragraph[]>();

  constructor(
    text: string,
    options: OpenOptions,
    private readonly model: RecognitionModel,
    private readonly tagger: Tagger,
  ) {
    this.text = text;
    this.options = options;
    this.visible = options.visible;
    this.judged = new JudgedNames(options);
    this.identify();
  }

  get settled(): boolean {
    return this.isCut && this.readQueue.length === 0 && this.visibleQueue.length === 0 && this.decideQueue.length === 0;
  }

  get mentions(): readonly Mention[] {
    return (this.known ??= this.paragraphs.flatMap(placedMentions));
  }

  update(changes: readonly TextChange[]): void {
    if (this.isCut && changes.length <= MANY) for (const change of changes) this.follow(change);
    else {
      for (const change of changes) this.text = replaced(this.text, change);
      this.cutAnew();
    }
    this.identify();
    this.queue();
  }

  configure(options: RecognizeOptions): void {
    this.options = options;
    this.judged = new JudgedNames(options);
    for (const paragraph of this.paragraphs) delete paragraph.signature;
    this.identify();
    this.queue();
  }

  show(visible: Range): void {
    this.visible = visible;
    this.queue();
  }

  step(milliseconds = STEP): boolean {
    const until = performance.now() + milliseconds;
    do this.work();
    while (!this.settled && performance.now() < until);
    return !this.settled;
  }

  finish(): readonly Mention[] {
    while (!this.settled) this.work();
    return this.mentions;
  }

  private get isCut(): boolean {
    return this.cutTo >= this.text.length;
  }

  /** Asks for the language of the whole; when the answer changes, that of each paragraph is asked for again. */
  private identify(): void {
    const before = this.whole;
    this.whole = this.options.language
      ? { language: this.options.language, confidence: CHOSEN }
      : identifyLanguage(this.text);
    if (before?.language === this.whole.language && before.confidence === this.whole.confidence) return;
    for (const paragraph of this.paragraphs) paragraph.checked = false;
  }

  /**
   * Follows one edit: only the paragraphs that it touches and their neighbours are cut anew, since whether a paragraph goes on
   * is a matter of two lines; those behind move.
   */
  private follow(change: TextChange): void {
    const { paragraphs } = this;
    const moved = change.text.length - (change.end - change.start);
    let from = paragraphs.findIndex(({ start, text }) => start + text.length >= change.start - 2);
    if (from < 0) from = paragraphs.length;
    let to = from;
    while (to < paragraphs.length && paragraphs[to]!.start <= change.end + 2) to++;
    from = previousOpening(paragraphs, previousOpening(paragraphs, from));
    to = nextOpening(paragraphs, nextOpening(paragraphs, to));
    const start = from === 0 ? 0 : paragraphs[from]!.start;
    const last = paragraphs[to - 1];
    this.text = replaced(this.text, change);
    const end = to === paragraphs.length || !last ? this.text.length : last.start + last.text.length + moved;
    for (let k = to; k < paragraphs.length; k++) paragraphs[k]!.start += moved;
    for (let k = from; k < to; k++) this.keep(paragraphs[k]!);
    const fresh = findPortions(this.text, start, end).map((portion) => this.take(portion));
    this.paragraphs = [...paragraphs.slice(0, from), ...fresh, ...paragraphs.slice(to)];
    this.cutTo = this.text.length;
    this.forgetOld();
  }

  /** Cuts the whole text anew at once; a paragraph whose words are as before keeps what is known of it. */
  private cutAnew(): void {
    for (const paragraph of this.paragraphs) this.keep(paragraph);
    this.paragraphs = [];
    this.cutTo = 0;
    while (!this.isCut) this.cut();
    this.forgetOld();
  }

  /** Cuts the next part of the text. */
  private cut(): void {
    const { portions, next } = findNextPortions(this.text, this.cutTo, CUT);
    for (const portion of portions) this.paragraphs.push(this.take(portion));
    this.cutTo = next;
  }

  private keep(paragraph: Paragraph): void {
    const same = this.old.get(paragraph.text);
    if (same) same.push(paragraph);
    else this.old.set(paragraph.text, [paragraph]);
  }

  /** A paragraph as it was, if one had the same words, else a new one. */
  private take({ start, end, opens }: Portion): Paragraph {
    const text = this.text.slice(start, end);
    const first = start === 0;
    const same = this.old.get(text);
    const at = same ? same.findIndex((paragraph) => paragraph.first === first) : -1;
    const paragraph: Paragraph =
      at < 0 ? { text, first, start, opens, checked: false, mentions: [] } : same!.splice(at, 1)[0]!;
    paragraph.start = start;
    paragraph.opens = opens;
    return paragraph;
  }

  private forgetOld(): void {
    for (const gone of this.old.values()) gone.forEach((paragraph) => this.forget(paragraph));
    this.old.clear();
  }

  private languageOf(paragraph: Paragraph): LanguageCode {
    const { whole } = this;
    if (this.options.language || !whole) return this.options.language ?? 'en';
    return identifyWithin((paragraph.votes ??= languageVotes(paragraph.text)), whole).language;
  }

  private forget(paragraph: Paragraph): void {
    if (paragraph.passage && paragraph.reading) this.context.add(paragraph.passage, paragraph.reading, -1);
    delete paragraph.passage;
    delete paragraph.reading;
    delete paragraph.charges;
    delete paragraph.signature;
    delete paragraph.language;
  }

  private queue(): void {
    this.known = undefined;
    if (!this.isCut) return;
    const unread = this.paragraphs.filter((paragraph) => !paragraph.charges || !paragraph.checked);
    const seen = (paragraph: Paragraph) => this.visible !== undefined && overlaps(rangeOf(paragraph), this.visible);
    this.readQueue = this.visible
      ? [...unread.filter(seen), ...unread.filter((paragraph) => !seen(paragraph))]
      : unread;
    this.readQueue.reverse();
    this.visibleQueue = this.visible ? unread.filter(seen).reverse() : [];
    this.decideQueue = [...this.paragraphs].reverse();
    if (this.visible) this.decideQueue.sort((a, b) => Number(seen(a)) - Number(seen(b)));
  }

  /**
   * One portion's worth of work. What is on screen is read and shown first, and decided again when the rest of the document is
   * known; then all is read; then those are decided for which the document says something new.
   */
  private work(): void {
    if (!this.isCut) {
      this.cut();
      this.queue();
      return;
    }
    const next = this.readQueue.at(-1);
    const visible = this.visibleQueue.at(-1);
    if (visible && !(next && this.visibleQueue.includes(next))) {
      this.visibleQueue.pop();
      this.decide(visible);
    } else if (next) {
      if (this.read(next)) this.readQueue.pop();
    } else {
      const paragraph = this.decideQueue.pop();
      if (paragraph) this.decide(paragraph);
    }
  }

  /** Does the next part of reading a paragraph - its names, its language's grammar, its charges - and answers whether that was the last. */
  private read(paragraph: Paragraph): boolean {
    const { text } = paragraph;
    if (!paragraph.checked) {
      const now = this.languageOf(paragraph);
      if (paragraph.language !== now) this.forget(paragraph);
      paragraph.language = now;
      paragraph.checked = true;
      if (paragraph.charges) return true;
    }
    const language = paragraph.language ?? this.languageOf(paragraph);
    const lays = language === 'nl' || language === 'en';
    if (!paragraph.reading) {
      const passage = readPassage(text, 0, text.length, this.model.gazetteer, paragraph.first);
      const dutch = language === 'nl' || language === 'af' || language === 'de' || language === 'fy';
      const reading = this.tagger.read(text, passage, dutch ? 0 : 1);
      this.context.add(passage, reading);
      paragraph.passage = passage;
      paragraph.reading = reading;
      delete paragraph.signature;
      if (lays) return false;
    }
    if (lays && prepareCharges(language)) return false;
    paragraph.charges = lays ? findCharges(text, language) : [];
    return true;
  }

  private decide(paragraph: Paragraph): void {
    const { text, passage, reading } = paragraph;
    if (!passage || !reading) return;
    const { signature: before, comparedAt } = paragraph;
    if (before !== undefined && comparedAt !== undefined && !this.context.hasChanged(passage, comparedAt)) return;
    paragraph.comparedAt = this.context.now;
    const signature = contextSignature(passage, reading, this.context);
    if (signature === paragraph.signature) return;
    paragraph.signature = signature;
    const names = this.tagger.decide(passage, reading, this.context).map((span): Mention => ({
      type: span.type === 0 ? 'person' : 'place',
      start: passage.tokens.start[span.start]!,
      end: passage.tokens.end[span.end - 1]!,
      why: reasonFor(passage, span, isSeenElsewhere(passage, reading, this.context, span)),
      probability: span.probability,
    }));
    const charges = (paragraph.charges ?? []).map((charge) => chargeMention(text, charge));
    paragraph.mentions = [...this.judged.apply(text, passage, names), ...charges].sort(compareRanges);
    this.known = undefined;
  }
}

/** The mentions of a paragraph at their place in the text. */
function placedMentions(paragraph: Paragraph): readonly Mention[] {
  const { placed, mentions, start } = paragraph;
  if (placed?.of === mentions && placed.start === start) return placed.mentions;
  const moved = mentions.map((mention) => movedMention(mention, start));
  paragraph.placed = { of: mentions, start, mentions: moved };
  return moved;
}

function replaced(text: string, { start, end, text: by }: TextChange): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** The index where the paragraph before the portion `at` begins; 0 at the start. */
function previousOpening(paragraphs: readonly Paragraph[], at: number): number {
  let index = Math.max(0, at - 1);
  while (index > 0 && !paragraphs[index]!.opens) index--;
  return index;
}

/** The index of the first portion that opens a paragraph after `at`; the number of portions at the end. */
function nextOpening(paragraphs: readonly Paragraph[], at: number): number {
  let index = Math.min(paragraphs.length, at + 1);
  while (index < paragraphs.length && !paragraphs[index]!.opens) index++;
  return index;
}

function rangeOf(paragraph: Paragraph): Range {
  return { start: paragraph.start, end: paragraph.start + paragraph.text.length };
}

function chargeMention(text: string, charge: ChargeMention): Mention {
  const { start, end, trigger, probability, stage, penalty, law, against, reportedBy, concept } = charge;
  const why = {
    kind: 'charge',
    trigger: text.slice(trigger.start, trigger.end),
    construction: trigger.kind,
    range: { start: trigger.start, end: trigger.end },
  } as const;
  const stated = {
    ...(stage && { stage }),
    ...(penalty && { penalty }),
    ...(law && { law }),
    ...(against && { against }),
    ...(reportedBy && { reportedBy }),
    ...(concept && { concept }),
  };
  return { type: 'charge', start, end, why, probability, charge: stated };
}

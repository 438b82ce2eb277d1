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
import { findPortions } from './portions';
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
  votes?: LanguageVotes;
  language?: LanguageCode;
  passage?: Passage;
  reading?: Reading;
  charges?: readonly ChargeMention[];
  /** What the document said of its words when it was decided; absent: not decided yet. */
  signature?: number;
  mentions: readonly Mention[];
}

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
    this.split();
  }

  get settled(): boolean {
    return this.readQueue.length === 0 && this.visibleQueue.length === 0 && this.decideQueue.length === 0;
  }

  get mentions(): readonly Mention[] {
    return (this.known ??= this.paragraphs.flatMap((paragraph) =>
      paragraph.mentions.map((mention) => movedMention(mention, paragraph.start)),
    ));
  }

  update(changes: readonly TextChange[]): void {
    for (const { start, end, text } of changes) this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.split();
  }

  configure(options: RecognizeOptions): void {
    const sameLanguage = options.language === this.options.language;
    this.options = options;
    this.judged = new JudgedNames(options);
    for (const paragraph of this.paragraphs) delete paragraph.signature;
    if (sameLanguage) this.queue();
    else this.split();
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

  /** Cuts the text anew; a paragraph whose words and language are as before keeps what is known of it. */
  private split(): void {
    const old = new Map<string, Paragraph[]>();
    for (const paragraph of this.paragraphs) {
      const key = paragraph.text;
      const same = old.get(key);
      if (same) same.push(paragraph);
      else old.set(key, [paragraph]);
    }
    this.whole = this.options.language ? undefined : identifyLanguage(this.text);
    this.paragraphs = findPortions(this.text).map((range, k) => {
      const text = this.text.slice(range.start, range.end);
      const first = k === 0 && range.start === 0;
      const same = old.get(text);
      const at = same ? same.findIndex((paragraph) => paragraph.first === first) : -1;
      const paragraph: Paragraph = at < 0 ? { text, first, start: range.start, mentions: [] } : same!.splice(at, 1)[0]!;
      paragraph.start = range.start;
      if (paragraph.language && paragraph.language !== this.languageOf(paragraph)) this.forget(paragraph);
      return paragraph;
    });
    for (const gone of old.values()) gone.forEach((paragraph) => this.forget(paragraph));
    this.queue();
  }

  private languageOf(paragraph: Paragraph): LanguageCode {
    const { whole } = this;
    if (!whole) return this.options.language ?? 'en';
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
    const unread = this.paragraphs.filter((paragraph) => !paragraph.charges);
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
    const language = (paragraph.language ??= this.languageOf(paragraph));
    const lays = language === 'nl' || language === 'en';
    if (!paragraph.reading) {
      const passage = readPassage(text, 0, text.length, this.model.gazetteer, paragraph.first);
      const dutch = language === 'nl' || language === 'af' || language === 'de';
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

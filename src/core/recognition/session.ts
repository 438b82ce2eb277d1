import {
  identifyLanguage,
  identifyWithin,
  languageVotes,
  type LanguageCode,
  type LanguageGuess,
} from '../text/language';
import { compareRanges, overlaps, type Range } from '../text/range';
import { findCharges, prepareCharges } from './charges/find-charges';
import { CutText, type TextChange } from './cut-text';
import { DocumentContext, contextSignature, isSeenElsewhere } from './document-context';
import { chargeMention, type Mention } from './mention';
import type { RecognitionModel } from './model-file';
import { JudgedNames } from './names';
import { placedMentions, rangeOf, type Paragraph } from './paragraph';
import { readPassage } from './passage';
import { reasonFor } from './reasons';
import type { OpenOptions, RecognizeOptions } from './recognizer';
import type { Tagger } from './tagger';

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

/** How sure a language is that the researcher chose: surer than any that was found. */
const CHOSEN = 2;

/** The session behind both `recognize` and `open`. */
export class OpenText implements RecognitionSession {
  private readonly cut: CutText;
  private options: RecognizeOptions;
  private judged: JudgedNames;
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
    this.cut = new CutText(text, (paragraph) => this.forget(paragraph));
    this.options = options;
    this.visible = options.visible;
    this.judged = new JudgedNames(options);
    this.identify();
  }

  get text(): string {
    return this.cut.text;
  }

  get settled(): boolean {
    return (
      this.cut.isCut && this.readQueue.length === 0 && this.visibleQueue.length === 0 && this.decideQueue.length === 0
    );
  }

  get mentions(): readonly Mention[] {
    return (this.known ??= this.cut.paragraphs.flatMap(placedMentions));
  }

  update(changes: readonly TextChange[]): void {
    this.cut.update(changes);
    this.identify();
    this.queue();
  }

  configure(options: RecognizeOptions): void {
    this.options = options;
    this.judged = new JudgedNames(options);
    for (const paragraph of this.cut.paragraphs) delete paragraph.signature;
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

  /** Asks for the language of the whole; when the answer changes, that of each paragraph is asked for again. */
  private identify(): void {
    const before = this.whole;
    this.whole = this.options.language
      ? { language: this.options.language, confidence: CHOSEN }
      : identifyLanguage(this.text);
    if (before?.language === this.whole.language && before.confidence === this.whole.confidence) return;
    for (const paragraph of this.cut.paragraphs) paragraph.checked = false;
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
    if (!this.cut.isCut) return;
    const unread = this.cut.paragraphs.filter((paragraph) => !paragraph.charges || !paragraph.checked);
    const seen = (paragraph: Paragraph) => this.visible !== undefined && overlaps(rangeOf(paragraph), this.visible);
    this.readQueue = this.visible
      ? [...unread.filter(seen), ...unread.filter((paragraph) => !seen(paragraph))]
      : unread;
    this.readQueue.reverse();
    this.visibleQueue = this.visible ? unread.filter(seen).reverse() : [];
    this.decideQueue = [...this.cut.paragraphs].reverse();
    if (this.visible) this.decideQueue.sort((a, b) => Number(seen(a)) - Number(seen(b)));
  }

  /**
   * One portion's worth of work. What is on screen is read and shown first, and decided again when the rest of the document is
   * known; then all is read; then those are decided for which the document says something new.
   */
  private work(): void {
    if (!this.cut.isCut) {
      this.cut.cutNext();
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

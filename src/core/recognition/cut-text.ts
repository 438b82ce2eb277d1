import type { Range } from '../text/range';
import type { Paragraph } from './paragraph';
import { findNextPortions, findPortions, type Portion } from './portions';

/** One replacement, in UTF-16 of the text before it; several are applied in the given order. */
export interface TextChange extends Range {
  readonly text: string;
}

/** So much of a text is cut into paragraphs in one go: about a millisecond. UTF-16. */
const CUT = 65_536;
/** More edits at once than this are followed by cutting the whole text anew. */
const MANY = 16;

/**
 * A text cut into paragraphs, part by part, which follows edits: what was found out about a paragraph stays with its words, wherever
 * they go.
 */
export class CutText {
  private cutParagraphs: Paragraph[] = [];
  /** The text from here on is not cut into paragraphs yet. */
  private cutTo = 0;
  /** Paragraphs of the text as it was, by their words, while it is cut anew. */
  private readonly old = new Map<string, Paragraph[]>();

  /** @param gone is told of each paragraph whose words no longer stand in the text */
  constructor(
    private now: string,
    private readonly gone: (paragraph: Paragraph) => void,
  ) {}

  get text(): string {
    return this.now;
  }

  /** In the order of the text; as far as it is cut. */
  get paragraphs(): readonly Paragraph[] {
    return this.cutParagraphs;
  }

  get isCut(): boolean {
    return this.cutTo >= this.now.length;
  }

  /** Cuts the next part of the text. */
  cutNext(): void {
    const { portions, next } = findNextPortions(this.now, this.cutTo, CUT);
    for (const portion of portions) this.cutParagraphs.push(this.take(portion));
    this.cutTo = next;
  }

  /** Follows edits, in the given order; a text that was not cut to its end, or that many edits touch, is cut anew at once. */
  update(changes: readonly TextChange[]): void {
    if (this.isCut && changes.length <= MANY) for (const change of changes) this.follow(change);
    else {
      for (const change of changes) this.now = replaced(this.now, change);
      this.cutAnew();
    }
  }

  /**
   * Follows one edit: only the paragraphs that it touches and their neighbours are cut anew, since whether a paragraph goes on
   * is a matter of two lines; those behind move.
   */
  private follow(change: TextChange): void {
    const paragraphs = this.cutParagraphs;
    const moved = change.text.length - (change.end - change.start);
    let from = paragraphs.findIndex(({ start, text }) => start + text.length >= change.start - 2);
    if (from < 0) from = paragraphs.length;
    let to = from;
    while (to < paragraphs.length && paragraphs[to]!.start <= change.end + 2) to++;
    from = previousOpening(paragraphs, previousOpening(paragraphs, from));
    to = nextOpening(paragraphs, nextOpening(paragraphs, to));
    const start = from === 0 ? 0 : paragraphs[from]!.start;
    const last = paragraphs[to - 1];
    this.now = replaced(this.now, change);
    const end = to === paragraphs.length || !last ? this.now.length : last.start + last.text.length + moved;
    for (let k = to; k < paragraphs.length; k++) paragraphs[k]!.start += moved;
    for (let k = from; k < to; k++) this.keep(paragraphs[k]!);
    const fresh = findPortions(this.now, start, end).map((portion) => this.take(portion));
    this.cutParagraphs = [...paragraphs.slice(0, from), ...fresh, ...paragraphs.slice(to)];
    this.cutTo = this.now.length;
    this.forgetOld();
  }

  /** Cuts the whole text anew at once; a paragraph whose words are as before keeps what is known of it. */
  private cutAnew(): void {
    for (const paragraph of this.cutParagraphs) this.keep(paragraph);
    this.cutParagraphs = [];
    this.cutTo = 0;
    while (!this.isCut) this.cutNext();
    this.forgetOld();
  }

  private keep(paragraph: Paragraph): void {
    const same = this.old.get(paragraph.text);
    if (same) same.push(paragraph);
    else this.old.set(paragraph.text, [paragraph]);
  }

  /** A paragraph as it was, if one had the same words, else a new one. */
  private take({ start, end, opens }: Portion): Paragraph {
    const text = this.now.slice(start, end);
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
    for (const gone of this.old.values()) gone.forEach(this.gone);
    this.old.clear();
  }
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

import type { Range } from '../text/range';
import type { LanguageCode, LanguageVotes } from '../text/language';
import type { ChargeMention } from './charges/charge-mention';
import type { Reading } from './document-context';
import { movedMention, type Mention } from './mention';
import type { Passage } from './passage';

/** One paragraph, or a portion of a long one, with what has been found out about it; offsets inside are its own, `start` is where it stands now. */
export interface Paragraph {
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

/** The mentions of a paragraph at their place in the text. */
export function placedMentions(paragraph: Paragraph): readonly Mention[] {
  const { placed, mentions, start } = paragraph;
  if (placed?.of === mentions && placed.start === start) return placed.mentions;
  const moved = mentions.map((mention) => movedMention(mention, start));
  paragraph.placed = { of: mentions, start, mentions: moved };
  return moved;
}

/** Where a paragraph stands in the text. */
export function rangeOf(paragraph: Paragraph): Range {
  return { start: paragraph.start, end: paragraph.start + paragraph.text.length };
}

import type { Range } from '../text/range';

export interface QuoteContext {
  readonly prefix?: string;
  readonly suffix?: string;
  /** Expected start, UTF-16. */
  readonly hint?: number;
}

export interface QuoteMatch extends Range {
  /** 0 to 1; 1 when quote and context are found as they are. */
  readonly score: number;
}

export interface ExactQuote {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** The engine's best candidate for a quote, or null. */
export function matchQuote(_text: string, _quote: string, _context: QuoteContext = {}): QuoteMatch | null {
  throw new Error('not built yet');
}

/** All places, overlapping ones too, where the quote stands with exactly this context. */
export function findExact(_text: string, _quote: ExactQuote): Range[] {
  throw new Error('not built yet');
}

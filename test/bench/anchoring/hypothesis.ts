import search from 'approx-string-match';

interface Context {
  readonly prefix: string;
  readonly suffix: string;
  readonly hint: number;
}

/**
 * How Hypothesis' client anchors a quote, told from its public behaviour: exact occurrences if there are any, else an approximate
 * search that allows for half of the quote (256 at most) to differ; scored 50 : 20 : 20 : 2 by words, text before, text after and nearness.
 */
export function anchorAsHypothesis(
  text: string,
  quote: string,
  context: Context,
): { start: number; end: number } | null {
  if (text.slice(context.hint, context.hint + quote.length) === quote)
    return { start: context.hint, end: context.hint + quote.length };
  const likeness = (piece: string, expected: string): number => {
    if (expected === '') return 1;
    const [best] = piece === '' ? [] : closest(piece, expected, expected.length);
    return best ? 1 - best.errors / expected.length : 0;
  };
  let best: { start: number; end: number; score: number } | null = null;
  for (const { start, end, errors } of closest(text, quote, Math.min(256, quote.length / 2))) {
    const score =
      50 * (1 - errors / quote.length) +
      20 * likeness(text.slice(Math.max(0, start - context.prefix.length), start), context.prefix) +
      20 * likeness(text.slice(end, end + context.suffix.length), context.suffix) +
      2 * (1 - Math.abs(start - context.hint) / text.length);
    if (!best || score > best.score) best = { start, end, score };
  }
  return best;
}

function closest(text: string, quote: string, mostErrors: number): { start: number; end: number; errors: number }[] {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, quote, mostErrors);
}

import { isCapital, isHyphen, isLower, TokenKind, type Tokens } from '../text/tokens';

/** What the look of a token tells. */
export const Shape = {
  lower: 0,
  capital: 1,
  allCapitals: 2,
  initial: 3,
  mixed: 4,
  number: 5,
  punctuation: 6,
  hyphened: 7,
  abbreviation: 8,
  withDigit: 9,
  shouted: 10,
  shortCapitals: 11,
  edge: 12,
} as const;

/** The look of each token. */
export function shapes(text: string, tokens: Tokens): Uint8Array {
  const shape = new Uint8Array(tokens.count);
  let shouted = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kind[i]!;
    const start = tokens.start[i]!;
    const length = tokens.end[i]! - start;
    if (kind & TokenKind.number) shape[i] = Shape.number;
    else if (kind & TokenKind.punctuation) shape[i] = Shape.punctuation;
    else if ((kind & TokenKind.capital) === 0) shape[i] = Shape.lower;
    else if (kind & TokenKind.dotted)
      shape[i] = length <= 2 || text.charCodeAt(start + 1) === 0x2e ? Shape.initial : Shape.abbreviation;
    else if (kind & TokenKind.allCapitals) shape[i] = length <= 3 ? Shape.shortCapitals : Shape.allCapitals;
    else shape[i] = shapeOfCapital(text, start, start + length);
    shouted = markShouted(shape, i, kind, shouted);
  }
  return shape;
}

/** From the third all-capital word in a row on, capitals tell nothing: the row is a headline. */
function markShouted(shape: Uint8Array, i: number, kind: number, before: number): number {
  if ((kind & TokenKind.word) === 0) return before;
  if (!isCapitalsOnly(shape[i]!)) return 0;
  const row = before + 1;
  if (row === 3) {
    for (let k = i, left = 3; left > 0; k--) {
      if (!isCapitalsOnly(shape[k]!)) continue;
      shape[k] = Shape.shouted;
      left--;
    }
  } else if (row > 3) shape[i] = Shape.shouted;
  return row;
}

function isCapitalsOnly(shape: number): boolean {
  return shape === Shape.allCapitals || shape === Shape.shortCapitals;
}

function shapeOfCapital(text: string, start: number, end: number): number {
  let inner = 0;
  for (let i = start + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 48 && unit <= 57) return Shape.withDigit;
    if (isHyphen(unit)) return Shape.hyphened;
    if (isCapital(unit)) inner++;
  }
  return inner > 0 || isLower(text.charCodeAt(start)) ? Shape.mixed : Shape.capital;
}

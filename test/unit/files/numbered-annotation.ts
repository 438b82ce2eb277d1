import type { Annotation } from '../../../src/core/annotation/annotation';

const DIGITS = '0123456789bcdfghjkmnpqrstvwxyz';

/** An annotation whose id says which writer made it, and as its how-manieth. */
export function numberedAnnotation(letter: string, number: number): Annotation {
  let digits = '';
  for (let rest = number; digits.length < 7; rest = Math.floor(rest / DIGITS.length)) {
    digits = DIGITS[rest % DIGITS.length]! + digits;
  }
  return {
    id: letter + digits,
    author: `writer ${letter}`,
    type: 'person',
    selector: { quote: [`Name ${number}`], before: 'a line with „quotes” before ', after: ' and one after.' },
    created: '2026-11-21T20:15:00Z',
  };
}

import type { Demand } from './grammar';
import type { Phrase } from './offence-phrase';

/** Whether a phrase satisfies what a trigger asks for. */
export function satisfies(phrase: Phrase, demand: Demand): boolean {
  const known = phrase.firmness !== undefined;
  const deed = phrase.form === 'deed';
  switch (demand) {
    case 'any':
      return true;
    case 'named':
      return known || deed || phrase.complemented;
    case 'told':
      return known || (deed && !phrase.innocent);
    case 'undertaken':
      return known || (deed && !phrase.innocent && !phrase.duty);
    case 'deed':
      return known || deed;
    case 'offence':
      return known;
    case 'firm':
      return phrase.firmness === 'firm';
  }
}

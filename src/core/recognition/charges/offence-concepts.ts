import type { ChargeLanguage } from './charge-mention';

/**
 * The offence that a phrase names, as an id shared by both languages: `zaaien van haat`, `aanzetten tot haat` and
 * `inciting hatred` give the same. Undefined when the lexicon doesn't know it.
 */
export function chargeConcept(_phrase: string, _language: ChargeLanguage): string | undefined {
  return undefined;
}

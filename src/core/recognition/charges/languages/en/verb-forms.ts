/**
 * All forms of English verbs, apart by spaces. A regular verb is given by its base (`launder`); one that doubles its last consonant
 * with that consonant in brackets (`rob(b)`); an irregular one by base, past and participle (`steal/stole/stolen`).
 */
export function verbForms(verbs: string): string {
  return verbs
    .split(/\s+/)
    .filter((verb) => verb !== '')
    .flatMap(formsOf)
    .join(' ');
}

function formsOf(verb: string): string[] {
  const [written = '', ...past] = verb.split('/');
  const base = written.replace(/\(.\)$/, '');
  const stem = written.endsWith(')') ? written.replace(/[()]/g, '') : dropSilentE(base);
  return [base, presentOf(base), `${stem}ing`, ...(past.length > 0 ? past : [pastOf(base, stem)])];
}

function dropSilentE(base: string): string {
  return /[^eoy]e$/.test(base) ? base.slice(0, -1) : base;
}

function presentOf(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
}

function pastOf(base: string, stem: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return base.endsWith('e') ? `${base}d` : `${stem}ed`;
}

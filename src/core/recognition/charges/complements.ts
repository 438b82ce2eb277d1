import { Mark } from './grammar';
import type { Grammar } from './grammar';
import type { PhraseRules } from './phrase-rules';
import { is } from './sentence';
import type { Sentence } from './sentence';

/** Whether the complement that the preposition at `at` opens says which offence it is, and so belongs to it. */
export function keeps(
  sentence: Sentence,
  at: number,
  from: number,
  head: number,
  deed: boolean,
  grammar: Grammar,
  rules: PhraseRules,
): boolean {
  const word = sentence.words[at] ?? '';
  const next = skipSmall(sentence, at + 1);
  if (next >= sentence.count || is(sentence, next, Mark.Comma)) return false;
  // `propaganda tegen de staat`
  const isState =
    (sentence.words[next] === 'staat' && sentence.words[next - 1] === 'de') ||
    (word === 'van' && sentence.words[next] === 'acht' && next === at + 1);
  const isPassive = /^(?:be|do|let|put)$/.test(sentence.words[next] ?? '') && next === at + 1 && word === 'to';
  if (is(sentence, next, Mark.Stop) && !isState && !isPassive) return false;
  if (is(sentence, next, Mark.TimeOrPlace)) return false;
  const own = rules.keepsComplement(sentence, at, from, head, deed);
  if (own !== undefined) return own;
  if (is(sentence, at, Mark.Keeps)) return true;
  const heads = grammar.governed.get(word);
  if (heads === undefined) return false;
  for (let k = at - 1; k >= from; k--) {
    if (sentence.words.slice(k, k + 1).some((candidate) => heads.has(candidate) || endsLike(candidate, heads)))
      return true;
  }
  return false;
}

/** Dutch compounds and plurals govern like their last part. */
function endsLike(word: string, heads: ReadonlySet<string>): boolean {
  if (word.length < 5 || word.endsWith('ing')) return false;
  for (let cut = 1; cut <= word.length - 4; cut++) if (heads.has(word.slice(cut))) return true;
  return word.endsWith('en') ? heads.has(word.slice(0, -2)) : word.endsWith('s') && heads.has(word.slice(0, -1));
}

function skipSmall(sentence: Sentence, at: number): number {
  let i = at;
  while (i < sentence.count && is(sentence, i, Mark.Determiner | Mark.Quote) && !is(sentence, i, Mark.TimeOrPlace)) i++;
  return i;
}

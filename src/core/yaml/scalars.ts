import type { YamlScalar } from './node';

/** The fast reader's answer to what it leaves to `yaml`. */
export const IRREGULAR = Symbol('irregular');

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

/** Integers and decimals as we write them; other numbers of the core schema are left to `yaml`. */
const SIMPLE_NUMBER = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
/** Anything that starts like a number and could be one in the core schema (YAML 1.2.2, §10.3.2). */
const MAY_BE_NUMBER = /^[\d.+-](?:[\d.eE+-]*|o[0-7]+|x[\da-fA-F]+)$/;

/** What a plain scalar means in YAML 1.2's core schema, for scalars that start with a letter or digit. */
export function resolvePlain(text: string): YamlScalar['value'] | typeof IRREGULAR {
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) {
    if (SIMPLE_NUMBER.test(text)) return Number(text);
    return MAY_BE_NUMBER.test(text) ? IRREGULAR : text;
  }
  if (text.length > 5) return text;
  const word = WORDS.get(text);
  return word === undefined ? text : word;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

/** What stands between double quotes, escapes resolved; surrogates by escape and rare escapes are left to `yaml`. */
export function resolveDoubleQuoted(inner: string): string | typeof IRREGULAR {
  if (!inner.includes('\\')) return inner;
  let result = '';
  let from = 0;
  for (let at = inner.indexOf('\\'); at >= 0; at = inner.indexOf('\\', from)) {
    result += inner.slice(from, at);
    const letter = inner.charAt(at + 1);
    const simple = ESCAPES.get(letter);
    if (simple !== undefined) {
      result += simple;
      from = at + 2;
      continue;
    }
    const length = letter === 'u' ? 4 : letter === 'x' ? 2 : 0;
    const hex = inner.slice(at + 2, at + 2 + length);
    if (length === 0 || !/^[\da-fA-F]+$/.test(hex) || hex.length < length) return IRREGULAR;
    const code = parseInt(hex, 16);
    if (code >= 0xd800 && code <= 0xdfff) return IRREGULAR;
    result += String.fromCharCode(code);
    from = at + 2 + length;
  }
  return result + inner.slice(from);
}

/**
 * Words that YAML 1.1 readers (PyYAML, Ruby's Psych) take for a boolean or null, and what they take for a number, a
 * date or a sexagesimal (`12:30`).
 */
const MISREAD_WORD = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i;
const MISREAD_NUMBER = /^[-+.]?[\d.][\d_.,:eExXobB+\-a-fA-F]*$/;
const SAFE_PLAIN = /^[A-Za-z][A-Za-z0-9_-]*(?: [A-Za-z0-9_-]+)*$/;

/** True when every YAML reader takes the plain word for that very string, in block and flow context. */
export function isSafePlain(text: string): boolean {
  return text.length <= 64 && SAFE_PLAIN.test(text) && !MISREAD_WORD.test(text) && !MISREAD_NUMBER.test(text);
}

// JSON leaves these as they are; YAML 1.1 readers fold or refuse some, and editors hide or strip the others.
const HIDDEN = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** A double-quoted scalar on one line. What JSON writes is read alike by every YAML reader. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(HIDDEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

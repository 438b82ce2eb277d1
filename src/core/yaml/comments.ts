import { Lexer } from 'yaml';

/** What `yaml`'s lexer answers before the text of a plain or block scalar. */
const SCALAR = '\x1f';

/** All comments of a YAML text, in order, each from its `#` to the end of its line. */
export function commentsOf(text: string): readonly string[] {
  const comments: string[] = [];
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    if (previous !== SCALAR && token.startsWith('#')) comments.push(token.trimEnd());
    previous = token;
  }
  return comments;
}

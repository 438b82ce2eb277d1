/** The sides of a file with conflict markers, each a whole file. */
export interface ConflictSides {
  readonly ours: string;
  readonly theirs: string;
  /** Present when the markers show the ancestor too (`diff3`, `zdiff3`). */
  readonly base?: string;
}

/** True when a line of the text starts a conflict as git writes it. */
export function hasConflictMarkers(text: string): boolean {
  return /^<{7}(?: |\r?$)/m.test(text) || /^>{7}(?: |\r?$)/m.test(text);
}

/** Takes a file with git's conflict markers apart; absent when it has none, or broken ones. */
export function splitConflictMarkers(text: string): ConflictSides | undefined {
  if (!hasConflictMarkers(text)) return undefined;
  const sides = { ours: '', base: '', theirs: '' };
  let inside: keyof typeof sides | undefined;
  let withBase = true;
  let sawBase = false;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const mark = /^([<|=>])\1{6}(?: |\r?\n?$)/.exec(line)?.[1];
    if (mark === '<' && inside === undefined) {
      inside = 'ours';
      sawBase = false;
    } else if (mark === '|' && inside === 'ours') {
      inside = 'base';
      sawBase = true;
    } else if (mark === '=' && (inside === 'ours' || inside === 'base')) {
      inside = 'theirs';
      withBase &&= sawBase;
    } else if (mark === '>' && inside === 'theirs') {
      inside = undefined;
    } else if (mark === '<' || mark === '>') {
      return undefined;
    } else if (inside === undefined) {
      sides.ours += line;
      sides.base += line;
      sides.theirs += line;
    } else {
      sides[inside] += line;
    }
  }
  if (inside !== undefined) return undefined;
  return withBase ? sides : { ours: sides.ours, theirs: sides.theirs };
}

/**
 * The text with our side of each conflict only; markers and the other sides are blanked, so that every offset stays. A
 * text whose markers don't pair is blanked as far as they do.
 */
export function blankOtherSides(text: string): string {
  let inside: 'ours' | 'other' | undefined;
  return text.replace(/[^\n]*\n|[^\n]+$/g, (line) => {
    const mark = /^([<|=>])\1{6}(?: |\r?\n?$)/.exec(line)?.[1];
    const isMark = mark === '<' || mark === '>' || (mark !== undefined && inside !== undefined);
    if (mark === '<') inside = 'ours';
    else if (mark === '>') inside = undefined;
    else if (isMark) inside = 'other';
    return isMark || inside === 'other' ? line.replace(/[^\r\n]/g, ' ') : line;
  });
}

/**
 * Both versions in one text, as git leaves them for a person: what they begin and end with alike stands once, the rest
 * between markers, with the ancestor where there is one. `splitConflictMarkers` takes it apart again.
 */
export function withConflictMarkers(base: string | undefined, ours: string, theirs: string): string {
  const versions = [ours, theirs, ...(base === undefined ? [] : [base])].map(
    (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [],
  );
  const shortest = Math.min(...versions.map((lines) => lines.length));
  const alike = (at: (lines: readonly string[]) => string | undefined): boolean =>
    versions.every((lines) => at(lines) === at(versions[0]!));
  let head = 0;
  while (head < shortest && alike((lines) => lines[head])) head++;
  let tail = 0;
  while (tail < shortest - head && alike((lines) => lines.at(-1 - tail))) tail++;
  const [our, their, ancestor] = versions.map((lines) => {
    const middle = lines.slice(head, lines.length - tail).join('');
    return middle === '' || middle.endsWith('\n') ? middle : `${middle}\n`;
  });
  const inner = ancestor === undefined ? '' : `||||||| base\n${ancestor}`;
  const lines = versions[0]!;
  const end = lines.slice(lines.length - tail).join('');
  return `${lines.slice(0, head).join('')}<<<<<<< ours\n${our}${inner}=======\n${their}>>>>>>> theirs\n${end}`;
}

/** The sides of a file with conflict markers, each a whole file. */
export interface ConflictSides {
  readonly ours: string;
  readonly theirs: string;
  /** Present when the markers show the ancestor too (`diff3`, `zdiff3`). */
  readonly base?: string;
}

const LINES = /[^\n]*\n|[^\n]+$/g;
/** A marker's line; git writes longer markers where `conflict-marker-size` says so, and in a base that was itself merged. */
const MARKER = /^(([<|=>])\2{6,})(?: |\r?\n?$)/;
/** The markers that nothing else in a YAML file begins a line with. */
const OUTER_MARKER = /(?:^|\n)(<{7,}|>{7,})(?= |\r?(?:\n|$))/;

/** Where the first line that starts or ends a conflict, as git writes it, begins; -1 when there is none. */
export function findConflictMarker(text: string): number {
  const found = OUTER_MARKER.exec(text);
  return found === null ? -1 : found.index + found[0].length - found[1]!.length;
}

/** True when a line of the text starts or ends a conflict as git writes it. */
export function hasConflictMarkers(text: string): boolean {
  return findConflictMarker(text) >= 0;
}

/** What a line is to the conflict that it may stand in. */
type LineKind = 'outside' | 'ours' | 'base' | 'theirs' | 'marker' | 'stray marker';

/** The lines of a text, each with what it is; markers of another length than the one that opened a conflict are text. */
function* classifiedLines(text: string): Generator<{ readonly line: string; readonly kind: LineKind }> {
  let inside: 'ours' | 'base' | 'theirs' | undefined;
  let length = 0;
  for (const line of text.match(LINES) ?? []) {
    const [, run, sign] = MARKER.exec(line) ?? [];
    const mark = run !== undefined && (inside === undefined || run.length === length) ? sign : undefined;
    let kind: LineKind = inside ?? 'outside';
    if (mark === '<' && inside === undefined) {
      length = run!.length;
      [inside, kind] = ['ours', 'marker'];
    } else if (mark === '|' && inside === 'ours') [inside, kind] = ['base', 'marker'];
    else if (mark === '=' && (inside === 'ours' || inside === 'base')) [inside, kind] = ['theirs', 'marker'];
    else if (mark === '>' && inside === 'theirs') [inside, kind] = [undefined, 'marker'];
    else if (mark === '<' || mark === '>') kind = 'stray marker';
    yield { line, kind };
  }
  if (inside !== undefined) yield { line: '', kind: 'stray marker' };
}

/** Takes a file with git's conflict markers apart; absent when it has none, or broken ones. */
export function splitConflictMarkers(text: string): ConflictSides | undefined {
  if (!hasConflictMarkers(text)) return undefined;
  const sides = { ours: '', base: '', theirs: '' };
  let [conflicts, bases] = [0, 0];
  for (const { line, kind } of classifiedLines(text)) {
    if (kind === 'stray marker') return undefined;
    if (kind === 'marker') {
      if (line.startsWith('<')) conflicts++;
      if (line.startsWith('|')) bases++;
    } else if (kind !== 'outside') sides[kind] += line;
    else for (const side of ['ours', 'base', 'theirs'] as const) sides[side] += line;
  }
  return conflicts === bases ? sides : { ours: sides.ours, theirs: sides.theirs };
}

/**
 * The versions that a file with conflict markers is to be merged from, the best first; none when neither git's nor those
 * between the markers can be had. `stages` are git's own: they are whole, and between the markers lines may stand at the wrong
 * entry. But where somebody has written in the file since, what he wrote is in the file only.
 */
export function conflictSides(text: string, stages: ConflictSides | undefined): readonly ConflictSides[] {
  const marked = splitConflictMarkers(text);
  if (stages === undefined) return marked === undefined ? [] : [marked];
  const withBase = marked && { ...marked, ...(stages.base !== undefined && { base: stages.base }) };
  if (withBase === undefined) return [stages];
  return hasLinesBeyond(text, stages) ? [withBase, stages] : [stages, withBase];
}

function hasLinesBeyond(text: string, { ours, base = '', theirs }: ConflictSides): boolean {
  const known = new Set([ours, base, theirs].flatMap((version) => version.split(/\r?\n/)));
  for (const { line, kind } of classifiedLines(text))
    if (kind !== 'marker' && !known.has(line.replace(/\r?\n$/, ''))) return true;
  return false;
}

/**
 * The text with our side of each conflict only; markers and the other sides are blanked, so that every offset stays. A
 * text whose markers don't pair is blanked as far as they do.
 */
export function blankOtherSides(text: string): string {
  let result = '';
  for (const { line, kind } of classifiedLines(text))
    result += kind === 'outside' || kind === 'ours' ? line : line.replace(/[^\r\n]/g, ' ');
  return result;
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

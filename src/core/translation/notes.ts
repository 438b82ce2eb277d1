import type { Annotation, Reply, Stamp, Translation } from '../annotation/annotation';

/** The parts of a translation note that a researcher fills in; who rendered it, and what stood there before, follow. */
export type TranslationFields = Pick<
  Translation,
  'rendering' | 'literal' | 'alternatives' | 'explanation' | 'authority' | 'state'
>;

const FIELDS = [
  'rendering',
  'literal',
  'alternatives',
  'explanation',
  'authority',
  'state',
] as const satisfies readonly (keyof TranslationFields)[];

/** True when an annotation says how its words are rendered, or why. A state alone says nothing. */
export function hasTranslation(translation: Translation): boolean {
  return FIELDS.some((field) => field !== 'state' && isPresent(translation[field]));
}

/** The fields of a translation that are filled in. */
export function fieldsOf(translation: Translation): TranslationFields {
  return Object.fromEntries(
    FIELDS.flatMap((field) => (isPresent(translation[field]) ? [[field, translation[field]]] : [])),
  );
}

/**
 * The annotation with the given fields in place of its own; a field that is not given stays, one given as `undefined`
 * or empty goes. A rendering that is replaced is kept under `earlier`, and the new one is stamped; what was accepted about
 * the old one is not accepted about the new.
 */
export function withTranslation(annotation: Annotation, fields: TranslationFields, now: Stamp): Annotation {
  const rest = withoutTranslation(annotation);
  const present = { ...fieldsOf(annotation), ...fields };
  const { rendering } = present;
  const kept = rendering === annotation.rendering;
  const rendered = kept ? annotation.rendered : rendering ? now : undefined;
  const earlier = kept ? annotation.earlier : withEarlier(annotation, now);
  return {
    ...rest,
    ...fieldsOf(present),
    ...(rendered ? { rendered } : {}),
    ...(earlier ? { earlier } : {}),
    ...(kept && annotation.accepted ? { accepted: annotation.accepted } : {}),
  };
}

/** The replaced rendering goes to the end of the earlier ones; where its time is unknown, the time of its replacement stands. */
function withEarlier(annotation: Annotation, now: Stamp): Translation['earlier'] {
  if (annotation.rendering === undefined) return annotation.earlier;
  const { by, at } = renderedBy(annotation);
  return [...(annotation.earlier ?? []), { text: annotation.rendering, by, at: at ?? now.at }];
}

/** The annotation without anything that belongs to its translation. */
export function withoutTranslation(annotation: Annotation): Annotation {
  const translation = new Set<string>([...FIELDS, 'rendered', 'earlier', 'accepted'] satisfies (keyof Translation)[]);
  return Object.fromEntries(
    Object.entries(annotation).filter(([key]) => !translation.has(key)),
  ) as unknown as Annotation;
}

/** Who made the present rendering, and when; the time is absent where a hand-written entry does not say it. */
export function renderedBy(annotation: Annotation): { readonly by: string; readonly at?: string } {
  if (annotation.rendered) return annotation.rendered;
  return annotation.created === undefined
    ? { by: annotation.author }
    : { by: annotation.author, at: annotation.created };
}

/** The replies to an annotation, and the replies to those, in file order. */
export function repliesTo(id: string, replies: readonly Reply[]): Reply[] {
  const thread = new Set([id]);
  const found = new Set<Reply>();
  // A reply may stand before the one that it answers: go round until nothing is added.
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const reply of replies) {
      if (!thread.has(reply.replyTo)) continue;
      thread.add(reply.id);
      found.add(reply);
    }
  }
  return replies.filter((reply) => found.has(reply));
}

/** A note as a person types it: the rendering on the first line, the explanation below. */
export function writeNote({ rendering, explanation }: TranslationFields): string {
  if (!explanation) return rendering ?? '';
  return `${rendering ?? ''}\n${explanation}`;
}

/** Reads what `writeNote` writes; an empty first line means no rendering, blank lines around the explanation go. */
export function readNote(text: string): { readonly rendering?: string; readonly explanation?: string } {
  const [first = '', ...others] = text.replace(/\r\n?/g, '\n').split('\n');
  const rendering = oneLine(first);
  const explanation = others
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  return { ...(rendering ? { rendering } : {}), ...(explanation ? { explanation } : {}) };
}

/** A rendering as it is kept: on one line, without blanks at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text as Markdown that shows it letter by letter, and wraps where it has blanks; no address in it becomes a link. */
export function asMarkdown(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]()#+\-.!<>&~|$@]|:(?=\/\/)/g, '\\$&');
}

/**
 * Markdown that loads nothing from outside: an image becomes a link, so that a note from elsewhere can't tell its
 * author that it was read. Commands and HTML are refused by whoever shows it.
 */
export function withoutImages(markdown: string): string {
  // A sign that a backslash has already put out of force keeps that one: another would free it again.
  return markdown.replace(/(\\*)!(?=\[)/g, (sign, backslashes: string) =>
    backslashes.length % 2 === 0 ? `${backslashes}\\!` : sign,
  );
}

/**
 * Markdown that leads nowhere but where its words say: no link, image, HTML or icon comes of it but a bare web address, while
 * emphasis and lists stay. For places whose own
 * links run commands, so that a note from elsewhere can't lay one of them under its words.
 */
export function withoutLinks(markdown: string): string {
  // Character references are never syntax, whatever stands before them; a backslash could itself be escaped.
  return markdown.replace(/[[\]<$]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

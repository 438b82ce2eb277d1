import type { Annotation, AnnotationId, LayerId, Selector } from '../annotation/annotation';
import type { ParsedSidecar } from '../sidecar';
import { CodePointIndex, type CodePointRange } from '../text/code-points';
import type { Problem, Severity } from '../text/problem';
import { normaliseText, textId } from '../text/text-id';

/** What a set is held against. What is absent is not checked. */
export interface ValidationContext {
  /** The layers that there are, built-in ones and the researcher's own. */
  readonly layers?: readonly LayerId[];
  /** The article's present text. */
  readonly sourceText?: string;
}

/** A BCP 47 primary tag. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9-]+)?$/;

/**
 * Coded problems of a sidecar's entries, with ranges in the sidecar, in file order: what contradicts itself or the
 * article, as far as that shows without placing anything. Where an annotation's words are now is anchoring's question.
 */
export function validate(parsed: ParsedSidecar, context: ValidationContext = {}): readonly Problem[] {
  return new Validation(parsed, context).run();
}

class Validation {
  private readonly problems: Problem[] = [];
  private readonly layers: ReadonlySet<LayerId> | undefined;
  private readonly text: { readonly id: string; readonly content: string; readonly index: CodePointIndex } | undefined;

  constructor(
    private readonly parsed: ParsedSidecar,
    { layers, sourceText }: ValidationContext,
  ) {
    this.layers = layers && new Set(layers);
    if (sourceText !== undefined) {
      const content = normaliseText(sourceText);
      this.text = { id: textId(content), content, index: new CodePointIndex(content) };
    }
  }

  run(): readonly Problem[] {
    const { annotations, replies, rejections, source } = this.parsed.set;
    if (source.language !== undefined && !LANGUAGE.test(source.language)) {
      const range = this.parsed.rangeOfSourceKey('language');
      const message = `"${source.language}" is no language tag, such as nl or en.`;
      this.problems.push({ code: 'bad-language', severity: 'warning', message, ...(range && { range }) });
    }
    for (const conflict of source.conflicts ?? []) this.conflict(undefined, conflict.field);
    for (const annotation of annotations) this.annotation(annotation);
    for (const { id, type, selector } of rejections) {
      this.type(id, type);
      this.selector(id, selector);
    }
    for (const { id, conflicts } of [...annotations, ...replies, ...rejections])
      for (const { field } of conflicts ?? []) this.conflict(id, field);
    const parents = new Set([...annotations, ...replies].map(({ id }) => id));
    for (const { id, replyTo } of replies) {
      if (!parents.has(replyTo))
        this.report(id, 'reply_to', 'no-parent', 'warning', `There is no entry "${replyTo}" to reply to.`);
    }
    return this.problems.sort((a, b) => (a.range?.start ?? -1) - (b.range?.start ?? -1));
  }

  private annotation(annotation: Annotation): void {
    const { id, type, selector, state, rendering, explanation } = annotation;
    this.type(id, type);
    this.selector(id, selector);
    const saysNothing = rendering === '' || (rendering === undefined && explanation === undefined);
    if (state === 'settled' && saysNothing) {
      this.report(id, 'state', 'settled-without-rendering', 'warning', 'The note is settled but has no rendering.');
    }
  }

  private type(id: AnnotationId, type: LayerId): void {
    if (this.layers !== undefined && !this.layers.has(type)) {
      this.report(id, 'type', 'unknown-type', 'warning', `"${type}" is no layer that is known here.`);
    }
  }

  private conflict(id: AnnotationId | undefined, field: string): void {
    const message = `Two versions of ${field} were merged; choose one and take the record out of conflicts.`;
    if (id !== undefined) return this.report(id, 'conflicts', 'merge-conflict', 'warning', message);
    const range = this.parsed.rangeOfSourceKey('conflicts');
    this.problems.push({ code: 'merge-conflict', severity: 'warning', message, ...(range && { range }) });
  }

  private selector(id: AnnotationId, { quote, parts, textId: version }: Selector): void {
    if (quote.some((words) => words.trim() === '')) {
      this.report(id, 'quote', 'empty-quote', 'warning', 'A quote without words can be found nowhere.');
    }
    if (parts === undefined) return;
    if (parts.length !== quote.length) {
      const message = `There are ${quote.length} quotes and ${parts.length} parts; each quote has one part.`;
      return this.report(id, 'position.parts', 'parts-count', 'error', message);
    }
    if (parts.some((part, place) => place > 0 && part.start < parts[place - 1]!.end)) {
      return this.report(id, 'position.parts', 'parts-overlap', 'error', 'Parts have to be in order and apart.');
    }
    if (this.text !== undefined && version === this.text.id) this.againstText(id, quote, parts);
  }

  /** The position states a fact about this very text, so it can be checked to the letter. */
  private againstText(id: AnnotationId, quote: readonly string[], parts: readonly CodePointRange[]): void {
    const { content, index } = this.text!;
    const length = index.toCodePoints(content.length);
    if (parts.some(({ end }) => end > length)) {
      this.report(id, 'position.parts', 'parts-beyond-text', 'error', `The text ends at ${length}.`);
      return;
    }
    const differs = parts.some((part, place) => {
      const { start, end } = index.rangeToUtf16(part);
      return content.slice(start, end) !== normaliseText(quote[place]!);
    });
    if (differs) {
      this.report(id, 'quote', 'quote-differs', 'warning', 'The article has other words at this position.');
    }
  }

  private report(id: AnnotationId, key: string, code: string, severity: Severity, message: string): void {
    const range = this.parsed.rangeOfKey(id, key) ?? this.parsed.rangeOf(id);
    this.problems.push({ code, severity, message, ...(range && { range }) });
  }
}

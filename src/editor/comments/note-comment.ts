import * as vscode from 'vscode';
import type { Annotation, Reply } from '../../core/annotation/annotation';
import { addressAsMarkdown } from '../../core/exchange';
import { asMarkdown, renderedBy, withoutImages, writeNote } from '../../core/translation';
import { wordState } from '../wording/wording';

/** What one comment of a thread says: the translation, the plain remark, a reply, or words that could not be written yet. */
export type Content =
  | { readonly kind: 'translation'; readonly annotation: Annotation }
  | { readonly kind: 'remark'; readonly annotation: Annotation }
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'unsaved'; readonly text: string; readonly by: string };

/** One comment. The same object stays as long as its entry, or VS Code would close the editor that is open on it. */
export class NoteComment implements vscode.Comment {
  mode = vscode.CommentMode.Preview;
  body: string | vscode.MarkdownString = '';
  author: vscode.CommentAuthorInformation = { name: '' };
  contextValue: string;
  label?: string;
  timestamp?: Date;

  constructor(private said: Content) {
    this.contextValue = said.kind;
    this.show();
  }

  get content(): Content {
    return this.said;
  }

  /** Names the entry: the translation and the remark of one annotation are two comments. */
  get key(): string {
    return keyOf(this.said);
  }

  /** What the researcher typed in the comment's editor. */
  get typed(): string {
    return typeof this.body === 'string' ? this.body : this.body.value;
  }

  /** Takes what the sidecar says now; a comment that is being edited keeps what was typed. Answers whether anything is new. */
  take(content: Content): boolean {
    if (JSON.stringify(content) === JSON.stringify(this.said)) return false;
    this.said = content;
    if (this.mode === vscode.CommentMode.Preview) this.show();
    return true;
  }

  edit(text = plainText(this.said)): void {
    this.mode = vscode.CommentMode.Editing;
    this.body = text;
  }

  /** Ends editing and shows what the sidecar says. */
  show(): void {
    this.mode = vscode.CommentMode.Preview;
    this.body = shown(this.said);
    const { by, at, label } = heading(this.said);
    const time = at === undefined ? NaN : Date.parse(at);
    this.author = { name: by };
    if (Number.isNaN(time)) delete this.timestamp;
    else this.timestamp = new Date(time);
    if (label === undefined) delete this.label;
    else this.label = label;
  }
}

export function keyOf(content: Content): string {
  switch (content.kind) {
    case 'translation':
    case 'remark':
      return `${content.kind} ${content.annotation.id}`;
    case 'reply':
      return `reply ${content.reply.id}`;
    case 'unsaved':
      return `unsaved ${content.text}`;
  }
}

/** The text that the comment's editor begins with. */
function plainText(content: Content): string {
  switch (content.kind) {
    case 'translation':
      return writeNote(content.annotation);
    case 'remark':
      return content.annotation.text ?? '';
    case 'reply':
      return content.reply.text;
    case 'unsaved':
      return content.text;
  }
}

function shown(content: Content): string | vscode.MarkdownString {
  switch (content.kind) {
    case 'translation':
      return translationBody(content.annotation);
    case 'remark':
    case 'reply':
      return new vscode.MarkdownString(withoutImages(plainText(content)));
    case 'unsaved':
      return content.text;
  }
}

function translationBody(annotation: Annotation): vscode.MarkdownString {
  const { rendering, explanation, literal, authority } = annotation;
  const alternatives = annotation.alternatives ?? [];
  const earlier = (annotation.earlier ?? []).map(({ text, by, at }) => `${text} (${by}, ${at.slice(0, 10)})`);
  const paragraphs = [
    ...(rendering ? [`**${asMarkdown(rendering)}**`] : []),
    ...(explanation ? [withoutImages(explanation)] : []),
    ...[
      ...(literal ? [vscode.l10n.t('Word for word: {0}', literal)] : []),
      ...alternatives.map(({ text, why }) =>
        why ? vscode.l10n.t('Also considered: {0} ({1})', text, why) : vscode.l10n.t('Also considered: {0}', text),
      ),
    ].map(asMarkdown),
    ...(authority ? [vscode.l10n.t('Rests on: {0}', addressAsMarkdown(authority))] : []),
    ...(earlier.length > 0 ? [asMarkdown(vscode.l10n.t('Earlier: {0}', earlier.join('; ')))] : []),
  ];
  return new vscode.MarkdownString(paragraphs.join('\n\n'));
}

function heading(content: Content): { by: string; at?: string | undefined; label?: string } {
  switch (content.kind) {
    case 'translation':
      return { ...renderedBy(content.annotation), label: wordState(content.annotation.state) };
    case 'remark':
      return { by: content.annotation.author, at: content.annotation.created };
    case 'reply':
      return { by: content.reply.author, at: content.reply.created };
    case 'unsaved':
      return { by: content.by, label: vscode.l10n.t('not saved') };
  }
}

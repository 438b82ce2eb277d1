import * as vscode from 'vscode';
import type { Annotation, Reply } from '../../core/annotation/annotation';
import { COMMANDS } from '../contributions';
import { layerOf, layersFor, type Layer } from '../layers/layers';
import { knownAuthor } from '../session/author';
import { likelyPlaces } from '../session/likely-places';
import { words, wordsAt } from '../session/judgement';
import { referenceTo, typeOf, type MarkReference } from '../session/mark-reference';
import { sourceDetails } from '../session/source-details';
import type { Mark } from '../session/marks';
import type { SourceSession } from '../session/source-session';
import { wordStage, wordState } from '../wording/wording';
import {
  missingFields,
  rowLabel,
  SOURCE_FIELDS,
  wordField,
  wordLanguage,
  wordPlacement,
  type SourceField,
} from '../wording/source-wording';

/** A row of the This Source view. Rows of marks are references, so that a row's action knows what it is about. */
export type Row =
  | { readonly kind: 'about' }
  | { readonly kind: 'field'; readonly field: SourceField }
  | { readonly kind: 'layer'; readonly layer: string }
  | { readonly kind: 'translations' }
  | { readonly kind: 'unplaced' }
  | { readonly kind: 'replies' }
  | { readonly kind: 'reply'; readonly reply: string }
  | ({ readonly kind: 'mark'; readonly group: string } & MarkReference);

/** The rows of one source at one moment. */
export class ThisSourceRows {
  private readonly layers: readonly Layer[];
  private readonly byLayer = new Map<string, Mark[]>();
  private readonly marks = new Map<string, Mark>();
  private readonly translated: Mark[];
  private readonly unplaced: readonly Annotation[];
  private readonly strayReplies: readonly Reply[];
  private readonly reader = knownAuthor();

  constructor(private readonly session: SourceSession) {
    this.layers = layersFor(session.uri);
    for (const mark of session.marks) {
      this.byLayer.set(typeOf(mark), [...(this.byLayer.get(typeOf(mark)) ?? []), mark]);
      this.marks.set(keyOf(referenceTo(session, mark)), mark);
    }
    this.translated = session.marks.filter((mark) => mark.kind === 'annotation' && isTranslation(mark.annotation));
    const { annotations, replies } = session.set;
    this.unplaced = session.shown.filter(({ id }) => {
      const placement = session.placementOf(id);
      return placement !== undefined && !placement.parts;
    });
    const ids = new Set([...annotations, ...replies].map(({ id }) => id));
    this.strayReplies = session.replies.filter(({ replyTo }) => !ids.has(replyTo));
  }

  childrenOf(row: Row | undefined): Row[] {
    switch (row?.kind) {
      case undefined:
        return this.groups();
      case 'about':
        return SOURCE_FIELDS.map((field) => ({ kind: 'field', field }));
      case 'layer':
        return this.rowsOf(row.layer, this.byLayer.get(row.layer) ?? []);
      case 'translations':
        return this.rowsOf('translations', this.translated);
      case 'unplaced':
        return this.unplaced.map(({ id }) => ({ kind: 'mark', group: 'unplaced', uri: this.uri, id }));
      case 'replies':
        return this.strayReplies.map(({ id }) => ({ kind: 'reply', reply: id }));
      case 'field':
      case 'reply':
      case 'mark':
        return [];
    }
  }

  itemOf(row: Row): vscode.TreeItem {
    switch (row.kind) {
      case 'about':
        return this.aboutItem();
      case 'field':
        return this.fieldItem(row.field);
      case 'layer':
        return this.layerItem(row.layer);
      case 'translations':
        return group(vscode.l10n.t('Translations'), String(this.translated.length), 'quote', row.kind);
      case 'unplaced':
        return group(vscode.l10n.t('Not in place'), String(this.unplaced.length), 'question', row.kind);
      case 'replies':
        return group(vscode.l10n.t('Replies without a note'), String(this.strayReplies.length), 'comment', row.kind);
      case 'reply':
        return this.replyItem(row.reply);
      case 'mark':
        return this.markItem(row);
    }
  }

  private get uri(): string {
    return this.session.uri.toString();
  }

  private groups(): Row[] {
    const known = this.layers.filter(({ id }) => this.byLayer.has(id)).map(({ id }) => id);
    const foreign = [...this.byLayer.keys()].filter((id) => !known.includes(id));
    const layers = [...known, ...foreign].map((layer): Row => ({ kind: 'layer', layer }));
    return [
      { kind: 'about' },
      ...layers,
      ...(this.translated.length > 0 ? [{ kind: 'translations' } as const] : []),
      ...(this.unplaced.length > 0 ? [{ kind: 'unplaced' } as const] : []),
      ...(this.strayReplies.length > 0 ? [{ kind: 'replies' } as const] : []),
    ];
  }

  private rowsOf(groupId: string, marks: readonly Mark[]): Row[] {
    return marks.map((mark) => ({ kind: 'mark', group: groupId, ...referenceTo(this.session, mark) }));
  }

  private aboutItem(): vscode.TreeItem {
    const missing = missingFields(sourceDetails(this.session).known).map((field) => wordField(field).toLowerCase());
    const description = missing.length > 0 ? vscode.l10n.t('not known: {0}', missing.join(', ')) : '';
    const item = group(vscode.l10n.t('About this source'), description, 'info', 'about');
    item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
    return item;
  }

  private fieldItem(field: SourceField): vscode.TreeItem {
    const { known, originOf } = sourceDetails(this.session);
    const value = known[field];
    const item = new vscode.TreeItem(wordField(field));
    item.id = `field:${field}`;
    const shown = value && field === 'language' ? wordLanguage(value) : value;
    item.description = shown ?? vscode.l10n.t('not known yet');
    const origin = originOf(field);
    if (origin === 'text') item.tooltip = vscode.l10n.t('{0} (from the first line of the text)', item.description);
    if (origin === 'guess') item.tooltip = vscode.l10n.t('{0} (judged by the words of the text)', item.description);
    item.iconPath = new vscode.ThemeIcon(value ? 'blank' : 'circle-slash');
    item.contextValue = 'field';
    item.command = {
      command: COMMANDS.editSourceDetails,
      title: vscode.l10n.t('Edit'),
      arguments: [row(field, this.uri)],
    };
    item.accessibilityInformation = { label: `${wordField(field)}: ${item.description}` };
    return item;
  }

  private layerItem(id: string): vscode.TreeItem {
    const marks = this.byLayer.get(id) ?? [];
    const suggested = marks.filter(({ kind }) => kind === 'suggestion').length;
    const annotated = marks.length - suggested;
    const layer = layerOf(id, this.layers);
    const description =
      suggested === 0
        ? String(annotated)
        : annotated === 0
          ? vscode.l10n.t('{0} suggested', suggested)
          : vscode.l10n.t('{0}, and {1} suggested', annotated, suggested);
    return group(pluralOf(layer), description, layer.icon, `layer:${id}`, colorOf(layer));
  }

  private markItem(reference: Extract<Row, { kind: 'mark' }>): vscode.TreeItem {
    const mark = this.marks.get(keyOf(reference));
    const item = mark?.kind === 'suggestion' ? this.suggestionItem(mark) : this.annotationItem(reference, mark);
    item.id = `${reference.group}/${keyOf(reference)}`;
    item.command = { command: COMMANDS.revealAnnotation, title: vscode.l10n.t('Show in Text'), arguments: [reference] };
    return item;
  }

  private suggestionItem(mark: Extract<Mark, { kind: 'suggestion' }>): vscode.TreeItem {
    const layer = layerOf(mark.mention.type, this.layers);
    const quote = wordsAt(this.session.text, mark.parts);
    const item = new vscode.TreeItem(rowLabel(quote));
    item.description = vscode.l10n.t('suggestion');
    item.tooltip = quote;
    item.iconPath = new vscode.ThemeIcon('circle-outline', colorOf(layer));
    item.contextValue = 'suggestion';
    item.accessibilityInformation = { label: vscode.l10n.t('{0}, suggested as {1}', quote, layer.label) };
    return item;
  }

  private annotationItem(reference: Extract<Row, { kind: 'mark' }>, mark: Mark | undefined): vscode.TreeItem {
    const annotation = mark?.kind === 'annotation' ? mark.annotation : this.annotationOf(reference);
    if (!annotation) return new vscode.TreeItem('');
    const layer = layerOf(annotation.type, this.layers);
    const placement = this.session.placementOf(annotation.id);
    const trouble = placement && wordPlacement({ ...placement, candidates: likelyPlaces(placement) });
    const quote = words(annotation);
    const facts = [
      annotation.kept ? vscode.l10n.t('kept, not in the text') : trouble,
      annotation.rendering && `→ ${annotation.rendering}`,
      annotation.rendering && annotation.state !== 'settled' ? wordState(annotation.state) : undefined,
      annotation.charge?.stage && wordStage(annotation.charge.stage),
      annotation.text,
      annotation.author !== this.reader && annotation.author,
    ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
    const item = new vscode.TreeItem(rowLabel(quote));
    item.description = facts.join(' · ').replace(/\s+/g, ' ');
    item.tooltip = [quote, ...facts, annotation.explanation].filter(Boolean).join('\n');
    item.iconPath = new vscode.ThemeIcon(trouble ? 'warning' : layer.icon, colorOf(layer));
    item.contextValue = [
      'annotation',
      annotation.type === 'charge' && 'charge',
      annotation.rendering && 'translated',
      placement?.changed && 'changed',
      placement && !placement.parts && 'unplaced',
    ]
      .filter(Boolean)
      .join(' ');
    item.accessibilityInformation = { label: [quote, layer.label, ...facts].join(', ') };
    return item;
  }

  private annotationOf(reference: MarkReference): Annotation | undefined {
    return 'id' in reference ? this.session.annotation(reference.id) : undefined;
  }

  private replyItem(id: string): vscode.TreeItem {
    const reply = this.strayReplies.find((each) => each.id === id);
    const item = new vscode.TreeItem(rowLabel(reply?.text ?? ''));
    item.id = `reply:${id}`;
    item.description = reply?.author ?? '';
    item.tooltip = vscode.l10n.t('{0}\n(the note that this answers was deleted)', reply?.text ?? '');
    item.iconPath = new vscode.ThemeIcon('comment');
    return item;
  }
}

function row(field: SourceField, uri: string): { uri: string; field: SourceField } {
  return { uri, field };
}

function isTranslation({ rendering, literal, alternatives }: Annotation): boolean {
  return rendering !== undefined || literal !== undefined || (alternatives?.length ?? 0) > 0;
}

function keyOf(reference: MarkReference): string {
  return 'id' in reference ? reference.id : `${reference.type}@${reference.start}-${reference.end}`;
}

function colorOf({ color }: Layer): vscode.ThemeColor | undefined {
  return color instanceof vscode.ThemeColor ? color : undefined;
}

function pluralOf({ id, label }: Layer): string {
  switch (id) {
    case 'person':
      return vscode.l10n.t('People');
    case 'place':
      return vscode.l10n.t('Places');
    case 'charge':
      return vscode.l10n.t('Charges');
    case 'note':
      return vscode.l10n.t('Notes');
    default:
      return label;
  }
}

function group(
  label: string,
  description: string,
  icon: string,
  id: string,
  color?: vscode.ThemeColor,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(icon, color);
  item.contextValue = id.startsWith('layer:') ? 'layer' : id;
  item.accessibilityInformation = { label: description ? `${label}, ${description}` : label };
  return item;
}

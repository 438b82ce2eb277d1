import * as vscode from 'vscode';
import type { Annotation, ChargeDetails, ChargeFact } from '../../core/annotation/annotation';
import { addressAsMarkdown } from '../../core/exchange';
import { asMarkdown, CONSISTENCY_CODES, withoutLinks } from '../../core/translation';
import { COMMANDS, type CommandId } from '../contributions';
import { layerOf, layersFor } from '../layers/layers';
import { wordsAt } from '../session/judgement';
import { referenceTo, spanOf, typeOf } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { Mark } from '../session/marks';
import type { SourceSession } from '../session/source-session';
import { rangeIn } from '../session/text-positions';
import { wordRule } from '../wording/consistency-wording';
import { wordStage, wordState } from '../wording/wording';
import { wordReason } from './reason';

/** The only commands that a hover of ours may run. */
const ALLOWED: readonly CommandId[] = [
  COMMANDS.accept,
  COMMANDS.reject,
  COMMANDS.rejectInSource,
  COMMANDS.changeType,
  COMMANDS.markAllOccurrences,
  COMMANDS.acceptAllOfName,
  COMMANDS.deleteAnnotation,
  COMMANDS.translate,
  COMMANDS.editTranslation,
  COMMANDS.applyToAll,
  COMMANDS.addToGlossary,
  COMMANDS.editCharge,
  COMMANDS.revealAnnotation,
];

/** What a mark is, says and came from, with its actions; one section a mark, the smallest first. */
export class MarkHover implements vscode.HoverProvider {
  constructor(private readonly sessions: Sessions) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const session = this.sessions.get(document.uri);
    if (!session) return undefined;
    const offset = document.offsetAt(position);
    const marks = session.marksAt(offset);
    if (marks.length === 0) return undefined;
    const span = spanOf(marks[0]!);
    const range = rangeIn(document, span);
    return new vscode.Hover(
      marks.map((mark) => this.describe(session, mark)),
      range,
    );
  }

  private describe(session: SourceSession, mark: Mark): vscode.MarkdownString {
    const markdown = new vscode.MarkdownString('', true);
    markdown.isTrusted = { enabledCommands: ALLOWED };
    const layer = layerOf(typeOf(mark), layersFor(session.uri));
    const words = asMarkdown(wordsAt(session.text, mark.parts));
    markdown.appendMarkdown(`$(${layer.icon}) **${asMarkdown(layer.label)}** ${words}`);
    if (mark.kind === 'suggestion') {
      addLine(markdown, vscode.l10n.t('Suggested: {0}', wordReason(mark.mention)));
      if (mark.mention.charge?.stage)
        addLine(markdown, vscode.l10n.t('Stage: {0}', wordStage(mark.mention.charge.stage)));
    } else {
      describeAnnotation(markdown, session, mark.annotation, mark.placement.changed === true);
    }
    markdown.appendMarkdown('\n\n' + actions(session, mark).join(' · '));
    return markdown;
  }
}

/** A line of words from a file, letter by letter. */
function addLine(markdown: vscode.MarkdownString, text: string): void {
  markdown.appendMarkdown(`\n\n${asMarkdown(text)}`);
}

/** What somebody wrote at length, with its emphasis and lists but without links: this hover's own run commands. */
function addNote(markdown: vscode.MarkdownString, note: string): void {
  markdown.appendMarkdown(`\n\n${withoutLinks(note)}`);
}

function describeAnnotation(
  markdown: vscode.MarkdownString,
  session: SourceSession,
  annotation: Annotation,
  changed: boolean,
): void {
  const line = (text: string) => addLine(markdown, text);
  if (changed) {
    line(vscode.l10n.t('The words have changed. They were: “{0}”', annotation.selector.quote.join(' … ')));
  }
  if (annotation.rendering) {
    const state = asMarkdown(`(${wordState(annotation.state)})`);
    markdown.appendMarkdown(`\n\n$(quote) **${asMarkdown(annotation.rendering)}** ${state}`);
  }
  if (annotation.literal) line(vscode.l10n.t('Word for word: {0}', annotation.literal));
  for (const { text, why } of annotation.alternatives ?? []) {
    line(why ? vscode.l10n.t('Also considered: {0} ({1})', text, why) : vscode.l10n.t('Also considered: {0}', text));
  }
  if (annotation.explanation) addNote(markdown, annotation.explanation);
  if (annotation.authority)
    markdown.appendMarkdown(`\n\n${vscode.l10n.t('Rests on: {0}', addressAsMarkdown(annotation.authority))}`);
  for (const { rule, why } of annotation.accepted ?? []) {
    const code = CONSISTENCY_CODES.find((each) => each === rule);
    line(vscode.l10n.t('Kept so ({0}): {1}', code ? wordRule(code) : rule, why));
  }
  if (annotation.charge) describeCharge(markdown, annotation.charge);
  if (annotation.text) addNote(markdown, annotation.text);
  for (const reply of session.replies.filter(({ replyTo }) => replyTo === annotation.id)) {
    addNote(markdown, `${asMarkdown(reply.author)}: ${reply.text}`);
  }
  const on = annotation.created?.slice(0, 10);
  line(on ? vscode.l10n.t('{0}, {1}', annotation.author, on) : annotation.author);
  if (annotation.modified) {
    line(vscode.l10n.t('changed by {0}, {1}', annotation.modified.by, annotation.modified.at.slice(0, 10)));
  }
}

function describeCharge(markdown: vscode.MarkdownString, charge: ChargeDetails): void {
  const line = (text: string) => addLine(markdown, text);
  if (charge.stage) line(vscode.l10n.t('Stage: {0}', wordStage(charge.stage)));
  if (charge.against) line(vscode.l10n.t('Laid to: {0}', wordFact(charge.against)));
  if (charge.reportedBy) line(vscode.l10n.t('According to: {0}', wordFact(charge.reportedBy)));
  if (charge.penalty) line(vscode.l10n.t('Penalty: {0}', wordFact(charge.penalty)));
  if (charge.law) line(vscode.l10n.t('Law: {0}', wordFact(charge.law)));
}

/** What the source says stands in quotation marks; what a researcher added says so. */
function wordFact(fact: ChargeFact): string {
  return 'quote' in fact ? `“${fact.quote}”` : vscode.l10n.t('{0} (added, not in the source)', fact.added);
}

function actions(session: SourceSession, mark: Mark): string[] {
  const reference = encodeURIComponent(JSON.stringify([referenceTo(session, mark)]));
  const link = (label: string, command: CommandId) => `[${label}](command:${command}?${reference})`;
  if (mark.kind === 'suggestion') {
    const links = [
      link(vscode.l10n.t('Accept'), COMMANDS.accept),
      link(vscode.l10n.t('Reject'), COMMANDS.reject),
      link(vscode.l10n.t('Change Type'), COMMANDS.changeType),
      link(vscode.l10n.t('Accept All of This Name'), COMMANDS.acceptAllOfName),
    ];
    return mark.mention.type === 'charge' ? links.slice(0, 3) : links;
  }
  const changed = mark.placement.changed ? [link(vscode.l10n.t('Confirm'), COMMANDS.accept)] : [];
  const charge = mark.annotation.type === 'charge' ? [link(vscode.l10n.t('Charge Details'), COMMANDS.editCharge)] : [];
  return [
    ...changed,
    link(
      mark.annotation.rendering ? vscode.l10n.t('Edit Translation') : vscode.l10n.t('Translate'),
      mark.annotation.rendering ? COMMANDS.editTranslation : COMMANDS.translate,
    ),
    ...(mark.annotation.rendering
      ? [
          link(vscode.l10n.t('Apply to All Occurrences'), COMMANDS.applyToAll),
          link(vscode.l10n.t('Add to Glossary'), COMMANDS.addToGlossary),
        ]
      : []),
    ...charge,
    link(vscode.l10n.t('Change Type'), COMMANDS.changeType),
    link(vscode.l10n.t('Mark All Occurrences'), COMMANDS.markAllOccurrences),
    link(vscode.l10n.t('Delete'), COMMANDS.deleteAnnotation),
  ];
}

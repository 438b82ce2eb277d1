import * as vscode from 'vscode';
import { isSourceDate } from '../../core/annotation/metadata';
import { LANGUAGES } from '../../core/text/language';
import type { Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { askText } from '../form/ask-text';
import { pickRow } from '../form/pick-row';
import { requireWritable } from '../session/judgement';
import { sourceOf } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import { sourceDetails, type SourceDetails } from '../session/source-details';
import type { SourceSession } from '../session/source-session';
import { SOURCE_FIELDS, missingFields, wordField, wordLanguage, type SourceField } from '../wording/source-wording';

/** What a view's row tells the form. */
interface Asked {
  readonly uri?: string;
  readonly field?: SourceField;
}

type FormRow = vscode.QuickPickItem & { readonly field?: SourceField };

/** `Edit Source Details` and `Set Language of Source`. */
export function registerSourceDetails(commands: Commands, sessions: Sessions): vscode.Disposable {
  /** What was typed and not confirmed, until it is. */
  const drafts = new Map<string, string>();
  return vscode.Disposable.from(
    commands.register(COMMANDS.editSourceDetails, async (asked?: Asked) => {
      const { session } = await sourceOf(sessions, asked?.uri ? { uri: asked.uri, id: '' } : undefined);
      await new DetailsForm(session, drafts).show(asked?.field);
    }),
    commands.register(COMMANDS.setSourceLanguage, async () => {
      const { session } = await sourceOf(sessions);
      await pickLanguage(session);
    }),
  );
}

/** A list of the details; choosing one asks for it, writes it, and comes back to the list. */
class DetailsForm {
  constructor(
    private readonly session: SourceSession,
    private readonly drafts: Map<string, string>,
  ) {}

  async show(first?: SourceField): Promise<void> {
    requireWritable(this.session);
    let next: SourceField | undefined = first;
    if (first && !(await this.edit(first))) return;
    for (;;) {
      const details = sourceDetails(this.session);
      const rows = this.rows(details);
      const missing = missingFields(details.known);
      next = following(next, missing);
      const chosen = await pickRow(
        vscode.l10n.t('Details of this source (Escape when you are done)'),
        missing.length > 0
          ? vscode.l10n.t('Not known yet: {0}', missing.map((field) => wordField(field).toLowerCase()).join(', '))
          : vscode.l10n.t('All details are known'),
        rows,
        rows.find(({ field }) => field === next),
      );
      if (!chosen) return;
      if (chosen.field) {
        next = chosen.field;
        if (!(await this.edit(chosen.field))) return;
      } else {
        this.keepStated(details);
      }
    }
  }

  private rows(details: SourceDetails): FormRow[] {
    const rows = SOURCE_FIELDS.map((field): FormRow => {
      const value = details.known[field];
      const draft = this.drafts.get(this.draftKey(field));
      return {
        label: `$(${value ? 'pass' : 'circle-large-outline'}) ${wordField(field)}`,
        description: wordValue(details, field),
        ...(draft !== undefined && { detail: vscode.l10n.t('Typed and not yet confirmed: {0}', draft) }),
        field,
      };
    });
    const stated = statedFields(details);
    if (stated.length === 0) return rows;
    const label = `$(check-all) ${vscode.l10n.t('Keep what the text says of itself')}`;
    return [
      ...rows,
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      { label, description: stated.map(wordField).join(', ') },
    ];
  }

  /** False when the researcher left the form altogether. */
  private async edit(field: SourceField): Promise<boolean> {
    if (field === 'language') {
      await pickLanguage(this.session);
      return true;
    }
    const present = sourceDetails(this.session).known[field] ?? '';
    const key = this.draftKey(field);
    const answer = await askText({
      title: wordField(field),
      prompt: promptOf(field),
      value: this.drafts.get(key) ?? present,
      validate: (value) => complaint(field, value),
    });
    if (!answer.confirmed) {
      if (answer.value && answer.value !== present) this.drafts.set(key, answer.value);
      return answer.back;
    }
    this.drafts.delete(key);
    if (answer.value !== present) {
      this.session.change(vscode.l10n.t('Set {0} of the source', wordField(field).toLowerCase()), [
        { kind: 'set-source', key: field, value: answer.value || undefined },
      ]);
    }
    return true;
  }

  private keepStated(details: SourceDetails): void {
    this.session.change(
      vscode.l10n.t('Keep what the text says of itself'),
      statedFields(details).map((key) => ({ kind: 'set-source', key, value: details.known[key] })),
    );
  }

  private draftKey(field: SourceField): string {
    return `${this.session.uri.toString()}#${field}`;
  }
}

function statedFields(details: SourceDetails): SourceField[] {
  return SOURCE_FIELDS.filter((field) => details.originOf(field) === 'text');
}

/** After a field was filled in, the next one that is missing. */
function following(field: SourceField | undefined, missing: readonly SourceField[]): SourceField | undefined {
  const at = field ? SOURCE_FIELDS.indexOf(field) : -1;
  return missing.find((each) => SOURCE_FIELDS.indexOf(each) > at) ?? missing[0];
}

/** The value with where it comes from, as far as that is not the annotation file. */
function wordValue(details: SourceDetails, field: SourceField): string {
  const value = details.known[field];
  if (!value) return vscode.l10n.t('not known yet');
  const shown = field === 'language' ? wordLanguage(value) : value;
  switch (details.originOf(field)) {
    case 'text':
      return vscode.l10n.t('{0} (the text says so; not in the annotation file yet)', shown);
    case 'guess':
      return vscode.l10n.t('{0} (judged by the words of the text)', shown);
    case 'file':
    case undefined:
      return shown;
  }
}

function promptOf(field: Exclude<SourceField, 'language'>): string {
  switch (field) {
    case 'title':
      return vscode.l10n.t('The headline, as it was published');
    case 'publication':
      return vscode.l10n.t('The newspaper, magazine or site that published it');
    case 'author':
      return vscode.l10n.t('Who wrote it, as the byline says');
    case 'date':
      return vscode.l10n.t('The day, month or year of publication: 2019-03-10, 2019-03 or 2019');
    case 'url':
      return vscode.l10n.t('Where it can be read: https://…');
    case 'citationKey':
      return vscode.l10n.t('How your bibliography calls it, such as jansen2019');
  }
}

/** Why a value can't be a detail of this kind; an empty one takes the detail away. */
export function complaint(field: SourceField, value: string): string | undefined {
  if (value === '') return undefined;
  if (field === 'date' && !isSourceDate(value)) {
    return vscode.l10n.t('Type a date of the calendar as 2019-03-10, 2019-03 or 2019.');
  }
  if (field === 'url' && !isWebAddress(value)) return vscode.l10n.t('Type a whole web address: https://…');
  if (field === 'citationKey' && /[\s{}(),#%"'=~\\]/.test(value)) {
    return vscode.l10n.t('A citation key has no blanks and none of { } ( ) , # % " \' = ~ \\');
  }
  return undefined;
}

function isWebAddress(value: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol) && !/\s/.test(value);
  } catch {
    return false;
  }
}

async function pickLanguage(session: SourceSession): Promise<void> {
  requireWritable(session);
  const chosen = session.set.source.language;
  const items = LANGUAGES.map((code) => ({ label: wordLanguage(code), description: code, code }));
  const judge = { label: vscode.l10n.t('Judge by the words of the text'), description: '', code: undefined };
  const picked = await vscode.window.showQuickPick([...items, judge], {
    title: vscode.l10n.t('Language of this source: {0}', wordLanguage(session.language)),
    placeHolder: vscode.l10n.t('Names and charges are recognised in Dutch and English'),
  });
  if (!picked || picked.code === chosen) return;
  session.change(vscode.l10n.t('Set the language of the source'), [
    { kind: 'set-source', key: 'language', value: picked.code },
  ]);
}

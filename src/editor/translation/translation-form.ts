import * as vscode from 'vscode';
import { NOTE_STATES, type Alternative } from '../../core/annotation/annotation';
import { oneLine, type TranslationFields } from '../../core/translation';
import { wordState } from '../wording/wording';
import { askLine } from './one-line-input';

/** Stands for a line break in an input of one line. */
const LINE_BREAK = '↵';

type Part = 'rendering' | 'literal' | 'alternatives' | 'explanation' | 'authority' | 'state';
type Row = vscode.QuickPickItem & { readonly part?: Part; readonly save?: true };

/**
 * All parts of a translation as a list: choosing one asks for it and comes back here. Answers the fields as they stand,
 * and whether the researcher chose to save them or left with Esc.
 */
export async function fillInTranslation(
  title: string,
  present: TranslationFields,
): Promise<{ readonly save: boolean; readonly fields: TranslationFields }> {
  let fields = present;
  let active: Part | undefined = present.rendering ? undefined : 'rendering';
  for (;;) {
    const row = await pickRow(title, fields, active);
    if (!row || row.save) return { save: row !== undefined, fields };
    active = row.part;
    if (row.part) fields = await fillIn(row.part, title, fields);
  }
}

function rows(fields: TranslationFields): Row[] {
  const row = (part: Part, icon: string, value: string | undefined): Row => ({
    part,
    label: `$(${icon}) ${labelOf(part)}`,
    ...(value ? { detail: value.replaceAll('\n', ' ') } : { description: vscode.l10n.t('empty') }),
  });
  const alternatives = (fields.alternatives ?? []).map(wordAlternative).join('; ');
  return [
    { label: `$(check) ${vscode.l10n.t('Save')}`, save: true },
    row('rendering', 'quote', fields.rendering),
    row('literal', 'symbol-text', fields.literal),
    row('alternatives', 'list-unordered', alternatives),
    row('explanation', 'comment', fields.explanation),
    row('authority', 'book', fields.authority),
    row('state', 'pass', wordState(fields.state)),
  ];
}

function pickRow(title: string, fields: TranslationFields, active: Part | undefined): Promise<Row | undefined> {
  const list = vscode.window.createQuickPick<Row>();
  list.title = title;
  list.placeholder = vscode.l10n.t('Choose what to write, or save. Esc keeps what you typed.');
  list.ignoreFocusOut = true;
  list.matchOnDetail = true;
  list.items = rows(fields);
  const start = list.items.find(({ part }) => part !== undefined && part === active);
  if (start) list.activeItems = [start];
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      const chosen = list.selectedItems[0];
      resolve(chosen);
      // What is asked next replaces the list, so that no key in between lands in the article.
      if (!chosen || chosen.save) list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

async function fillIn(part: Part, title: string, fields: TranslationFields): Promise<TranslationFields> {
  const named = `${labelOf(part)} · ${title}`;
  switch (part) {
    case 'rendering':
      return { ...fields, rendering: await line(named, vscode.l10n.t('How do you render it?'), fields.rendering) };
    case 'literal':
      return {
        ...fields,
        literal: await line(named, vscode.l10n.t('What does it say word for word?'), fields.literal),
      };
    case 'authority': {
      const prompt = vscode.l10n.t('A dictionary, statute or person that the rendering rests on.');
      return { ...fields, authority: await line(named, prompt, fields.authority) };
    }
    case 'explanation': {
      const prompt = vscode.l10n.t('Why this rendering? Markdown; {0} stands for a new line.', LINE_BREAK);
      const value = (fields.explanation ?? '').replaceAll('\n', LINE_BREAK);
      const typed = await askLine({ title: named, prompt, value, followed: true });
      return { ...fields, explanation: typed.value.replaceAll(LINE_BREAK, '\n').trim() || undefined };
    }
    case 'state': {
      const items = NOTE_STATES.map((state) => ({ label: wordState(state), state }));
      const chosen = await vscode.window.showQuickPick(items, { title: named, ignoreFocusOut: true });
      return chosen ? { ...fields, state: chosen.state } : fields;
    }
    case 'alternatives':
      return { ...fields, alternatives: await fillInAlternatives(named, fields.alternatives ?? []) };
  }
}

function labelOf(part: Part): string {
  switch (part) {
    case 'rendering':
      return vscode.l10n.t('Rendering');
    case 'literal':
      return vscode.l10n.t('Word for word');
    case 'alternatives':
      return vscode.l10n.t('Also considered');
    case 'explanation':
      return vscode.l10n.t('Explanation');
    case 'authority':
      return vscode.l10n.t('Rests on');
    case 'state':
      return vscode.l10n.t('State');
  }
}

/** Keeps what was typed, whichever way the input was left: the form as a whole can still be left unsaved. */
async function line(title: string, prompt: string, value: string | undefined): Promise<string | undefined> {
  const typed = await askLine({ title, prompt, value: value ?? '', followed: true });
  return oneLine(typed.value) || undefined;
}

/** The list of alternatives: one is changed by choosing it, taken out by emptying it. */
async function fillInAlternatives(title: string, present: readonly Alternative[]): Promise<readonly Alternative[]> {
  let alternatives = [...present];
  if (alternatives.length === 0) alternatives = await fillInAlternative(title, alternatives, 0);
  for (;;) {
    if (alternatives.length === 0) return alternatives;
    const items = [
      { label: `$(check) ${vscode.l10n.t('Done')}`, at: -1 },
      ...alternatives.map((alternative, at) => ({ label: wordAlternative(alternative), at })),
      { label: `$(add) ${vscode.l10n.t('Add another')}`, at: alternatives.length },
    ];
    const chosen = await vscode.window.showQuickPick(items, {
      title,
      placeHolder: vscode.l10n.t('Choose one to change it; empty it to take it out.'),
      ignoreFocusOut: true,
    });
    if (!chosen || chosen.at < 0) return alternatives;
    alternatives = await fillInAlternative(title, alternatives, chosen.at);
  }
}

async function fillInAlternative(
  title: string,
  alternatives: readonly Alternative[],
  at: number,
): Promise<Alternative[]> {
  const present = alternatives[at];
  const text = await line(title, vscode.l10n.t('Another rendering that you considered.'), present?.text);
  if (!text) return alternatives.filter((_, k) => k !== at);
  const why = await line(title, vscode.l10n.t('What speaks for it or against it?'), present?.why);
  return alternatives.toSpliced(at, 1, why ? { text, why } : { text });
}

function wordAlternative({ text, why }: Alternative): string {
  return why ? vscode.l10n.t('{0} ({1})', text, why) : text;
}

import * as vscode from 'vscode';
import type { GlossaryTerm } from '../../core/translation';
import { askText } from '../form/ask-text';
import { pickRow } from '../form/pick-row';

/** Between several renderings in an input of one line. */
const SEPARATOR = '; ';
/** Stands for a line break in an input of one line. */
const LINE_BREAK = '↵';

type Field = 'term' | 'renderings' | 'literal' | 'explanation' | 'partOfSpeech' | 'domain' | 'avoid';
type Row = vscode.QuickPickItem & { readonly field?: Field; readonly save?: true };

const FIELDS: readonly (readonly [Field, string])[] = [
  ['term', 'bookmark'],
  ['renderings', 'quote'],
  ['literal', 'symbol-text'],
  ['explanation', 'comment'],
  ['partOfSpeech', 'tag'],
  ['domain', 'library'],
  ['avoid', 'circle-slash'],
];

/** Shows a term's fields to be looked over and changed; `undefined` when the researcher left. */
export async function fillInTerm(title: string, proposed: GlossaryTerm): Promise<GlossaryTerm | undefined> {
  let term = proposed;
  let active: Field | undefined = term.renderings.length > 0 ? undefined : 'renderings';
  for (;;) {
    const rows = rowsOf(term);
    const placeholder = isComplete(term)
      ? vscode.l10n.t('Enter adds it. Choose a line to change it first.')
      : vscode.l10n.t('A term needs its words, and a rendering or one to avoid.');
    const chosen = await pickRow(title, placeholder, rows, rows.find(({ field }) => field === active) ?? rows[0]);
    if (!chosen) return undefined;
    if (chosen.save) return term;
    active = chosen.field;
    if (active) term = await ask(active, title, term);
    // What is filled in is looked over once more: Enter then adds it.
    if (isComplete(term)) active = undefined;
  }
}

function isComplete({ term, renderings, avoid }: GlossaryTerm): boolean {
  return term !== '' && renderings.length + avoid.length > 0;
}

function rowsOf(term: GlossaryTerm): Row[] {
  const fields = FIELDS.map(([field, icon]): Row => {
    const value = shown(field, term).replaceAll(LINE_BREAK, ' ');
    const empty = field === 'term' || field === 'renderings' ? vscode.l10n.t('still needed') : vscode.l10n.t('empty');
    return { field, label: `$(${icon}) ${labelOf(field)}`, ...(value ? { detail: value } : { description: empty }) };
  });
  if (!isComplete(term)) return fields;
  return [{ label: `$(check) ${vscode.l10n.t('Save to the glossary')}`, save: true }, ...fields];
}

async function ask(field: Field, title: string, term: GlossaryTerm): Promise<GlossaryTerm> {
  const answer = await askText({
    title: `${labelOf(field)} · ${title}`,
    prompt: promptOf(field),
    value: shown(field, term),
  });
  if (!answer.confirmed) return term;
  const value = answer.value.trim();
  switch (field) {
    case 'renderings':
    case 'avoid':
      return { ...term, [field]: value.split(';').flatMap((each) => each.trim() || []) };
    case 'explanation':
      return withText(term, field, value.replaceAll(LINE_BREAK, '\n'));
    case 'term':
      return { ...term, term: value || term.term };
    case 'literal':
    case 'partOfSpeech':
    case 'domain':
      return withText(term, field, value);
  }
}

function withText(term: GlossaryTerm, field: Field, value: string): GlossaryTerm {
  const rest = Object.fromEntries(Object.entries(term).filter(([key]) => key !== field)) as unknown as GlossaryTerm;
  return value === '' ? rest : { ...rest, [field]: value };
}

function shown(field: Field, term: GlossaryTerm): string {
  switch (field) {
    case 'renderings':
    case 'avoid':
      return term[field].join(SEPARATOR);
    case 'term':
    case 'literal':
    case 'explanation':
    case 'partOfSpeech':
    case 'domain':
      return (term[field] ?? '').trim().replaceAll('\n', LINE_BREAK);
  }
}

function labelOf(field: Field): string {
  switch (field) {
    case 'term':
      return vscode.l10n.t('Term');
    case 'renderings':
      return vscode.l10n.t('Rendering');
    case 'literal':
      return vscode.l10n.t('Word for word');
    case 'explanation':
      return vscode.l10n.t('Explanation');
    case 'partOfSpeech':
      return vscode.l10n.t('Part of speech');
    case 'domain':
      return vscode.l10n.t('Domain');
    case 'avoid':
      return vscode.l10n.t('To avoid');
  }
}

function promptOf(field: Field): string {
  switch (field) {
    case 'term':
      return vscode.l10n.t('As it stands in a dictionary; its other forms are found too.');
    case 'renderings':
      return vscode.l10n.t('How is it rendered? The preferred one first; “;” stands between several.');
    case 'literal':
      return vscode.l10n.t('What does it say word for word?');
    case 'explanation':
      return vscode.l10n.t('Why this rendering? Markdown; {0} stands for a new line.', LINE_BREAK);
    case 'partOfSpeech':
      return vscode.l10n.t('For example: noun, verb phrase.');
    case 'domain':
      return vscode.l10n.t('Where the rendering holds, for example: criminal law.');
    case 'avoid':
      return vscode.l10n.t('Renderings that are wrong; “;” stands between several.');
  }
}

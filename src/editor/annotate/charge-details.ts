import * as vscode from 'vscode';
import { findExact } from '../../core/anchoring';
import {
  CHARGE_STAGES,
  type Annotation,
  type ChargeDetails,
  type ChargeFact,
  type ChargeStage,
} from '../../core/annotation/annotation';
import { hull, type Range } from '../../core/text/range';
import type { Commands } from '../commands';
import { COMMANDS } from '../contributions';
import { askText } from '../form/ask-text';
import { pickRow } from '../form/pick-row';
import { requireWritable, revise, words, wordsAt } from '../session/judgement';
import { markFor, sourceOf, typeOf, type MarkReference } from '../session/mark-reference';
import type { Sessions } from '../session/sessions';
import type { SourceSession } from '../session/source-session';
import { selectedParts } from '../session/target';
import { wordStage } from '../wording/wording';

/** The facts of a charge that are words: the source's own (`quote`) or the researcher's (`added`). */
const FACTS = ['against', 'reportedBy', 'penalty', 'law'] as const;
type FactKey = (typeof FACTS)[number];

type FormRow = vscode.QuickPickItem & { readonly field: FactKey | 'stage' };

/** `Edit Charge Details`: a form over stage, who, penalty and law of a charge. */
export function registerChargeDetails(commands: Commands, sessions: Sessions): vscode.Disposable {
  return commands.register(COMMANDS.editCharge, async (reference?: MarkReference) => {
    const source = await sourceOf(sessions, reference);
    const mark = await markFor(
      source,
      reference,
      (each) => each.kind === 'annotation' && typeOf(each) === 'charge',
      vscode.l10n.t('There is no charge at the cursor. Mark the words as a charge, or accept the suggestion, first.'),
    );
    if (mark?.kind !== 'annotation') return;
    requireWritable(source.session);
    const selected = selectedParts(source);
    const chosen = wordsAt(source.session.text, selected);
    const isCharge = chosen === wordsAt(source.session.text, mark.parts);
    await new ChargeForm(source.session, mark.annotation.id, isCharge ? '' : chosen).show();
  });
}

class ChargeForm {
  constructor(
    private readonly session: SourceSession,
    private readonly id: string,
    /** Words that were selected when the form was opened: offered for a fact that is not stated yet. */
    private readonly selected: string,
  ) {}

  async show(): Promise<void> {
    let last: FormRow['field'] = 'stage';
    for (;;) {
      const annotation = this.session.annotation(this.id);
      if (!annotation) return;
      const rows = rowsOf(annotation.charge ?? {});
      const row = await pickRow(
        vscode.l10n.t('Charge “{0}”', words(annotation)),
        vscode.l10n.t('What does the source say of it? Escape when you are done.'),
        rows,
        rows.find(({ field }) => field === last),
      );
      if (!row) return;
      last = row.field;
      const stays =
        row.field === 'stage' ? await this.editStage(annotation) : await this.editFact(annotation, row.field);
      if (!stays) return;
    }
  }

  private async editStage(annotation: Annotation): Promise<boolean> {
    const present = annotation.charge?.stage;
    const items = [
      ...CHARGE_STAGES.map((stage) => ({ label: wordStage(stage), stage: stage as ChargeStage | undefined })),
      { label: vscode.l10n.t('not stated'), stage: undefined },
    ];
    const picked = await pickRow(
      wordField('stage'),
      vscode.l10n.t('As this source reports it, not as the case went on'),
      items,
      items.find(({ stage }) => stage === present),
    );
    if (picked && picked.stage !== present) await this.write(annotation, 'stage', picked.stage);
    return true;
  }

  private async editFact(annotation: Annotation, field: FactKey): Promise<boolean> {
    const present = annotation.charge?.[field];
    const value = present ? wordsOf(present) : this.selected;
    const answer = await askText({
      title: wordField(field),
      prompt: promptOf(field),
      value,
      placeholder: vscode.l10n.t('Words of the text, or your own'),
      validate: (typed) => this.remark(typed),
    });
    if (!answer.confirmed) return answer.back;
    if (present && answer.value === wordsOf(present)) return true;
    await this.write(annotation, field, await this.fact(annotation, answer.value));
    return true;
  }

  /** What the text says and what the researcher adds are never mixed up: the form tells which of the two it will be. */
  private remark(typed: string): vscode.InputBoxValidationMessage | undefined {
    if (typed === '') return undefined;
    const severity = vscode.InputBoxValidationSeverity.Info;
    const message =
      findExact(this.session.text, { exact: typed }).length > 0
        ? vscode.l10n.t('These words are in the text: they are kept as a quotation.')
        : vscode.l10n.t('These words are not in the text: they are kept as your addition.');
    return { message, severity };
  }

  private async fact(annotation: Annotation, typed: string): Promise<ChargeFact | undefined> {
    if (typed === '') return undefined;
    const places = findExact(this.session.text, { exact: typed });
    if (places.length === 0) return { added: typed };
    const quote = { quote: typed };
    // Words that stand once need no position of their own.
    if (places.length === 1) return quote;
    const [selector] = await this.session.describe([[this.nearest(annotation, places)]]);
    return selector ? { ...quote, selector } : quote;
  }

  private nearest(annotation: Annotation, places: readonly Range[]): Range {
    const parts = this.session.placementOf(annotation.id)?.parts;
    const from = parts ? hull(parts).start : 0;
    return places.reduce((best, place) => (Math.abs(place.start - from) < Math.abs(best.start - from) ? place : best));
  }

  private async write(
    annotation: Annotation,
    field: FormRow['field'],
    value: ChargeDetails[FormRow['field']],
  ): Promise<void> {
    const { [field]: _before, ...others } = annotation.charge ?? {};
    const charge: ChargeDetails = value === undefined ? others : { ...others, [field]: value };
    const label = vscode.l10n.t('Set {0} of the charge “{1}”', wordField(field).toLowerCase(), words(annotation));
    await revise(this.session, label, annotation, { charge: Object.keys(charge).length > 0 ? charge : undefined });
  }
}

function rowsOf(charge: ChargeDetails): FormRow[] {
  const stage: FormRow = {
    label: `$(law) ${wordField('stage')}`,
    description: charge.stage ? wordStage(charge.stage) : vscode.l10n.t('not stated'),
    field: 'stage',
  };
  return [
    stage,
    ...FACTS.map((field): FormRow => {
      const fact = charge[field];
      return { label: `$(${iconOf(field)}) ${wordField(field)}`, description: wordFact(fact), field };
    }),
  ];
}

function wordFact(fact: ChargeFact | undefined): string {
  if (!fact) return vscode.l10n.t('not stated');
  return 'quote' in fact ? `“${fact.quote}”` : vscode.l10n.t('{0} (added, not in the source)', fact.added);
}

function wordsOf(fact: ChargeFact): string {
  return 'quote' in fact ? fact.quote : fact.added;
}

function wordField(field: FormRow['field']): string {
  switch (field) {
    case 'stage':
      return vscode.l10n.t('Stage');
    case 'against':
      return vscode.l10n.t('Laid to');
    case 'reportedBy':
      return vscode.l10n.t('According to');
    case 'penalty':
      return vscode.l10n.t('Penalty');
    case 'law':
      return vscode.l10n.t('Law');
  }
}

function promptOf(field: FactKey): string {
  switch (field) {
    case 'against':
      return vscode.l10n.t('Whom is it laid to? Empty when the source does not say.');
    case 'reportedBy':
      return vscode.l10n.t('Who says so? Empty when the source does not say.');
    case 'penalty':
      return vscode.l10n.t('The penalty that was asked for, given, or is possible');
    case 'law':
      return vscode.l10n.t('The article or statute, such as: artikel 363 van het Wetboek van Strafrecht');
  }
}

function iconOf(field: FactKey): string {
  switch (field) {
    case 'against':
      return 'person';
    case 'reportedBy':
      return 'megaphone';
    case 'penalty':
      return 'debug-stop';
    case 'law':
      return 'book';
  }
}

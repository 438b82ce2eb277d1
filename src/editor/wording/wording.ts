import * as vscode from 'vscode';
import type { ChargeStage, NoteState } from '../../core/annotation/annotation';

/** A charge's stage in the researcher's words. */
export function wordStage(stage: ChargeStage): string {
  switch (stage) {
    case 'suspected':
      return vscode.l10n.t('suspected');
    case 'accused':
      return vscode.l10n.t('accused');
    case 'charged':
      return vscode.l10n.t('charged');
    case 'on trial':
      return vscode.l10n.t('on trial');
    case 'convicted':
      return vscode.l10n.t('convicted');
    case 'acquitted':
      return vscode.l10n.t('acquitted');
    case 'dismissed':
      return vscode.l10n.t('dismissed');
  }
}

/** A note's state in the researcher's words; a note without one is a draft. */
export function wordState(state: NoteState | undefined): string {
  switch (state) {
    case 'settled':
      return vscode.l10n.t('settled');
    case 'doubtful':
      return vscode.l10n.t('doubtful');
    case 'draft':
    case undefined:
      return vscode.l10n.t('draft');
  }
}

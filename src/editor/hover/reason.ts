import * as vscode from 'vscode';
import type { GazetteerList, Mention, Reason } from '../../core/recognition';

/** Why something is suggested, in the researcher's words. */
export function wordReason(mention: Mention): string {
  const sure = vscode.l10n.t('{0} % sure', Math.round(mention.probability * 100));
  return `${wordKind(mention.why)} (${sure})`;
}

function wordKind(why: Reason): string {
  switch (why.kind) {
    case 'gazetteer':
      return wordList(why.list);
    case 'tagger':
      return wordCue(why.cue);
    case 'document':
      return vscode.l10n.t('the same name stands more clearly elsewhere in this text');
    case 'confirmed':
      return why.spelling === 'transliterated'
        ? vscode.l10n.t('another spelling of “{0}”, which was accepted', why.name)
        : vscode.l10n.t('“{0}” was accepted', why.name);
    case 'charge':
      return vscode.l10n.t('introduced by “{0}”', why.trigger);
  }
}

function wordList(list: GazetteerList): string {
  switch (list) {
    case 'country':
      return vscode.l10n.t('in the list of countries');
    case 'region':
      return vscode.l10n.t('in the list of regions');
    case 'city':
      return vscode.l10n.t('in the list of cities');
    case 'water':
      return vscode.l10n.t('in the list of rivers and lakes');
    case 'first name':
      return vscode.l10n.t('begins with a known first name');
    case 'surname':
      return vscode.l10n.t('holds a known surname');
  }
}

function wordCue(cue: Extract<Reason, { kind: 'tagger' }>['cue']): string {
  switch (cue) {
    case 'title':
      return vscode.l10n.t('follows a title or function');
    case 'preposition':
      return vscode.l10n.t('follows a preposition of place');
    case 'initials':
      return vscode.l10n.t('has initials');
    case 'first name':
      return vscode.l10n.t('begins with a known first name');
    case undefined:
      return vscode.l10n.t('its form and the words around it');
  }
}

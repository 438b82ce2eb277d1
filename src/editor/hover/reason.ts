import * as vscode from 'vscode';
import type { GazetteerList, Mention, Reason } from '../../core/recognition';

/** Why something is suggested, in the researcher's words. */
export function wordReason(mention: Mention): string {
  // Nothing that was only suggested is certain.
  const sure = vscode.l10n.t('{0}% sure', Math.min(99, Math.round(mention.probability * 100)));
  return `${wordKind(mention.why)} (${sure})`;
}

function wordKind(why: Reason): string {
  switch (why.kind) {
    case 'gazetteer':
      return wordList(why.list);
    case 'tagger':
      return wordCue(why.cue);
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
      return vscode.l10n.t('in the list of regions, waters and streets');
    case 'city':
      return vscode.l10n.t('in the list of cities');
    case 'town':
      return vscode.l10n.t('in the list of towns');
    case 'name':
      return vscode.l10n.t('in the list of proper names');
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
    case 'place word':
      return vscode.l10n.t('stands beside a word for a place');
    case 'saying':
      return vscode.l10n.t('says or does something');
    case 'initials':
      return vscode.l10n.t('has initials');
    case 'first name':
      return vscode.l10n.t('begins with a known first name');
    case 'seen elsewhere':
      return vscode.l10n.t('is clearer elsewhere in this source');
    case undefined:
      return vscode.l10n.t('its form and the words around it');
  }
}

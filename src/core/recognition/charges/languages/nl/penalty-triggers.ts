import type { TriggerRow } from '../../grammar';

const FUNCTIONAL_CAUSE = 'wegens:any|vanwege:any|voor:deed|omdat|ter zake van:deed|ter zake:deed|terzake:deed';

/** Dutch words of fines, sentences and bans, of answers to a charge, and of penalties that a law sets. */
export const DUTCH_PENALTY_TRIGGERS: readonly TriggerRow[] = [
  {
    words:
      'bekeurd bekeuring bekeuringen bekeurde geverbaliseerd verbaliseerde beboet beboette bon bonnen boete boetes geldboete geldboetes dwangsom gas-boete ' +
      'berispt berispte berisping reprimande gestraft bestraft bestrafte geschorst schorsing schorsingen schorst schorste schorsten gediskwalificeerd geroyeerd cel celstraf celstraffen gevangenisstraf gevangenisstraffen taakstraf werkstraf werkstraffen taakstraffen doodstraf beroepsverbod speelverbod reisverbod startverbod publicatieverbod schrapping',
    kind: 'passive',
    stage: 'convicted',
    links: `${FUNCTIONAL_CAUSE}|op:offence`,
    demand: 'deed',
    before: true,
  },
  {
    words: 'uitgesloten uitsluiting ontslagen ontslaat ontsloeg ontslag',
    kind: 'passive',
    stage: 'convicted',
    links: 'wegens|vanwege|voor:deed|omdat:offence',
    demand: 'deed',
    before: true,
  },
  {
    words:
      'cel celstraf celstraffen gevangenisstraf gevangenisstraffen gevangenis gevangenschap straf straffen taakstraf werkstraf werkstraffen taakstraffen doodstraf levenslang rijverbod stadionverbod gebiedsverbod huisarrest enkelband jeugddetentie detentie eenzame celstraffen strafbeschikking kamp cachot levenslange dwangarbeid opsluiting strafkamp jaar maanden voorwaardelijk effectief uitstel terbeschikkingstelling tbs internering geseling stokslagen zweepslagen waarschuwing uur euro dollar vonnis arrest brommen',
    kind: 'penalty',
    stage: 'convicted',
    notAfter: 'hogere zwaardere strengere lagere hardere',
    links: 'die:firm|wegens:deed|vanwege:offence|voor:deed|omdat:offence',
    demand: 'deed',
    far: 'offence',
    before: true,
  },
  { words: 'wegens', kind: 'nominal', links: '>', demand: 'offence' },
  {
    words: 'hield hielden houdt houden',
    kind: 'passive',
    stage: 'suspected',
    links: 'wegens|vanwege|voor|op verdenking van|die:offence',
    demand: 'offence',
    beside: 'aan',
  },
  {
    words: 'ontkent ontkende ontkennen ontkenden betwist bestrijdt',
    kind: 'verbal',
    stage: 'on trial',
    links: '>',
    demand: 'firm',
  },
  {
    words: 'bekent bekende bekennen bekenden bekend',
    kind: 'verbal',
    stage: 'suspected',
    notAfter: 'de een het als deze die was is',
    links: '>|dat:offence',
    demand: 'firm',
  },
  {
    words: 'ambt functie tableau koers wedstrijd',
    kind: 'passive',
    stage: 'convicted',
    links: 'wegens|vanwege|voor:deed',
    demand: 'deed',
    before: true,
    beside: 'gezet ontheven geschrapt ontzet zette schrapte',
  },
  {
    words: 'onderzoekt onderzocht onderzoeken',
    kind: 'verbal',
    stage: 'suspected',
    links: 'of:offence',
    demand: 'offence',
  },
  {
    words: 'staat staan',
    kind: 'penalty',
    links: 'op',
    demand: 'named',
    far: 'firm',
    before: true,
    beside:
      'jaar jaren maanden maand cel celstraf gevangenisstraf straf straffen boete boetes doodstraf levenslang euro dollar dwangarbeid taakstraf geldboete maximumstraf opsluiting uur weken tbs',
  },
  {
    words: 'jaar jaren maanden maand levenslang doodstraf',
    kind: 'penalty',
    links: 'op:firm',
    demand: 'firm',
    before: true,
    beside: 'staat staan stond',
  },
  {
    words: 'sluit sloot sluiten sloten',
    kind: 'passive',
    stage: 'convicted',
    links: 'wegens|vanwege|voor:offence',
    demand: 'deed',
    beside: 'uit',
  },
  {
    words: 'bestraft gestraft',
    kind: 'penalty',
    links: '=',
    demand: 'firm',
    beside: 'maand maanden jaar boete boetes cel gevangenisstraf levenslang doodstraf euro',
  },
  { words: 'strafbaar', kind: 'penalty', links: '=', demand: 'deed', beside: 'met jaar levenslang' },
];

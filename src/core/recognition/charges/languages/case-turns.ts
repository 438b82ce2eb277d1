import type { ChargeStage } from '../../../annotation/annotation';
import { lazy } from '../../../text/lazy';
import type { ChargeLanguage } from '../charge-mention';

/** A way in which a text says that a case took a later turn, and the stage that it leaves the charge in. */
export interface Turn {
  readonly stage: ChargeStage;
  readonly pattern: RegExp;
}

/**
 * How a language tells the end of a case that another clause or sentence laid. The patterns read lower case; a word that names
 * another offence (`acquitted of`) keeps a turn from being about this one.
 */
export interface CaseTurns {
  /** Before the trigger, in its sentence: `dropped its case against X, who was charged with`. */
  readonly before: readonly Turn[];
  /** After the offence, in its sentence: `..., but the case was dropped`. */
  readonly after: readonly Turn[];
  /** After the offence or in the next sentence, of a conviction: `but won his appeal`. Absent: not read for. */
  readonly overturned?: RegExp;
  /** The next sentence tells that the person was found guilty. */
  readonly nextFound?: RegExp;
  /** The next sentence tells that the charge is being tried. */
  readonly nextTrial?: RegExp;
  /** At the start of the next sentence, of a case or a person named before: `He was acquitted.` */
  readonly next: readonly Turn[];
  /** In the sentence before, when this one goes on about the same person. */
  readonly previous: readonly Turn[];
  /** A start that goes on about the person of the sentence before. */
  readonly goesOn: RegExp;
  /** Words without one of which no pattern matches: patterns are slow. */
  readonly anyWord: RegExp;
}

const ENDED_EN =
  '(?:dropped|dismissed|withdrawn|quashed|thrown out|shelved|abandoned|discontinued|set aside|closed|struck out|stayed)';
const CASE_EN =
  '(?:cases?|charges?|counts?|complaints?|indictments?|proceedings|prosecutions?|inquir(?:y|ies)|investigations?|allegations?|accusations?|files?|matters?)';
const FREED_EN =
  '(?:acquitted|cleared|exonerated|verdict of not guilty|not guilty verdict|found not guilty|found innocent)(?! (?:[\\p{L}\\d]+ ){0,3}(?:of|on|in) (?!all\\b|both\\b|any\\b|every\\b|it\\b|them\\b|the charges?\\b|those\\b|wrongdoing))';
const FOUND_EN =
  '(?!(?:convicted|jailed|imprisoned|hanged|executed|sentenced) (?:\\d|two|three|four|five|others|another|the|him|her|them))(?:found guilty|convicted|jailed|sentenced|fined|imprisoned|hanged|executed|put to death)(?! (?:of|on|over|with|by)\\b)(?! for (?!(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|life|contempt|\\d+)\\b))';
/** What follows an offence about the same person, up to a participle: `on Monday and was later | jailed`. */
const SAME_PERSON_EN =
  "^(?:(?:in|on|at|last|this) [\\p{L}\\d' ]{1,28}?)?,? ?(?:(?:and|but|then|who|he|she|they|both|has|had|have|was|were|been|later|then|subsequently|eventually|duly|also|since) )+";
const FEW_EN = "(?:[\\p{L}\\d'’-]+ ){0,3}";

const ENDED_NL =
  '(?:geseponeerd|ingetrokken|stopgezet|verjaard|verjaarde|verworpen|geschrapt|afgesloten|gesloten|niet-ontvankelijk|vervallen|beëindigd|van tafel)';
const CASE_NL =
  '(?:zaak|zaken|strafzaak|klacht|klachten|aanklacht|aanklachten|vervolging|onderzoek|dossier|aangifte|tenlastelegging|beschuldiging|beschuldigingen|verdenking|procedure)';
const FREED_NL =
  '(?:vrijgesproken(?! van (?!alles|alle|beide|dat|die))|vrijuit|in vrijheid gesteld bij gebrek aan bewijs|vrij om te gaan)';
const FEW_NL = "(?:[\\p{L}\\d'’-]+ ){0,4}";

export const caseTurns = lazy((): Readonly<Record<ChargeLanguage, CaseTurns>> => ({
  en: {
    before: [
      {
        stage: 'dismissed',
        pattern: new RegExp(
          `\\b(?:drop(?:s|ped)?|dismiss(?:es|ed)?|withdr[ae]w[ns]?|abandon(?:s|ed)?|discontinued|shelved|closed?|throws? out|threw out|quashed|set aside|tossed out) ${FEW_EN}${CASE_EN}\\b`,
          'u',
        ),
      },
    ],
    after: [
      {
        stage: 'dismissed',
        pattern: new RegExp(
          `\\b(?:${CASE_EN}(?! (?:of|for|relating|concerning))|it|which|they|both|all|that) ${FEW_EN}(?:was|were|been|being|is|are) ${FEW_EN}${ENDED_EN}\\b|\\b${CASE_EN} (?:has |have |had )?(?:collapsed|lapsed|folded|fell apart)\\b|\\b(?:left|lie|lies) on (?:the )?file\\b|\\bfor (?:want|lack) of evidence\\b|\\b(?:judge|court|prosecutors?|jury|state|crown) ${FEW_EN}(?:dropped|dismissed|withdrew|abandoned|threw out|tossed out) (?:the |that |it|them|both |all )`,
          'u',
        ),
      },
      {
        stage: 'dismissed',
        pattern:
          /\b(?:but|and|then|later) (?:\p{L}+ ){0,2}(?:dropped|closed|dismissed|abandoned|shelved) (?:the|its|their) (?:case|inquiry|investigation|charges?)\b/u,
      },
      { stage: 'acquitted', pattern: new RegExp(`\\b${FREED_EN}\\b|\\bnot proven\\b`, 'u') },
      { stage: 'convicted', pattern: new RegExp(`${SAME_PERSON_EN}${FOUND_EN}`, 'u') },
      { stage: 'charged', pattern: new RegExp(`${SAME_PERSON_EN}(?:charged|indicted)(?! (?:with|for))`, 'u') },
      {
        stage: 'on trial',
        pattern:
          /\b(?:plead(?:s|ed)?|pled|pleading) (?:not guilty|innocent)(?! to)|\bpleas? of not guilty\b|\bnot guilty pleas?\b|\bden(?:y|ies|ied) (?:the|all|both|any|those|these) (?:\p{L}+ )?(?:charges?|counts?)\b/u,
      },
    ],
    overturned:
      /\bwon (?:his|her|their|an|the) appeal\b|\b(?:acquitted|cleared|exonerated|freed) (?:him|her|them|on appeal)\b(?! of)|\bconvictions? (?:was|were|has been|have been|had been) (?:\p{L}+ ){0,2}(?:quashed|overturned|set aside|annulled)\b|^[^.;]{0,30}\b(?:was|were|has been|have been) (?:\p{L}+ ){0,2}(?:quashed|overturned|set aside)\b/u,
    next: [
      {
        stage: 'dismissed',
        pattern: new RegExp(
          `^(?:(?:the|that|those|these|both|all|his|her|their|this) )?${FEW_EN}(?:${CASE_EN}|both) (?:against (?:him|her|them) )?(?:was|were|is|are|has been|have been|had been) ${FEW_EN}${ENDED_EN}\\b|^(?:prosecutors|the (?:court|judge|prosecution|state|crown)) ${FEW_EN}(?:dropped|dismissed|withdrew|abandoned|threw out) (?:the |that |those )?(?:${CASE_EN}|it|them)\\b`,
          'u',
        ),
      },
      {
        stage: 'acquitted',
        pattern: new RegExp(
          `^(?:he|she|they|both(?: men| women| of them)?|all (?:three|four|five|six|of them)) (?:was|were|is|are|has been|have been|had been) ${FEW_EN}${FREED_EN}\\b|^(?:a|the|that) (?:jury|court|judge|judges|jurors|tribunal) ${FEW_EN}(?:acquitted|cleared|exonerated) (?:him|her|them)\\b(?! of)|^${FREED_EN}`,
          'u',
        ),
      },
    ],
    nextFound: new RegExp(
      `^(?:he|she|they|both(?: men| women| of them)?) (?:was|were|has been|have been) (?:\\p{L}+ ){0,2}${FOUND_EN}|^(?:he|she|they) (?:got|received) [^.;]{1,20}\\b(?:years?|months|life)\\b`,
      'u',
    ),
    nextTrial:
      /^(?:he|she|they|both(?: men| women)?) (?:has |have )?(?:den(?:y|ies|ied) (?:the|all|both|any|it|wrongdoing)|pleaded not guilty)|^(?:the|their|his|her) trial (?:continues|goes on|resumes|is expected|has been adjourned|was adjourned|is being held|began|opened|opens)/,
    previous: [
      {
        stage: 'dismissed',
        pattern: new RegExp(
          `\\b(?:drop(?:s|ped)?|dismiss(?:es|ed)?|withdrew|withdrawn|abandon(?:s|ed)?|threw out|thrown out|discontinued|closed) (?:[\\p{L}'’-]+ ){0,2}(?:${CASE_EN}) against\\b|\\b${CASE_EN} against [^.;]{2,60} (?:was|were|has been|have been) ${FEW_EN}${ENDED_EN}\\b`,
          'u',
        ),
      },
    ],
    goesOn: /^(?:he|she|they|both|the (?:man|woman|suspect|accused|defendant|\d))\b/,
    anyWord:
      /convicted|guilty|jailed|sentenced|fined|imprison|hanged|executed|put to death|charged|indicted|proven|appeal|overturn|trial|den(?:y|ie)|got|received|on file|on the file|acquit|clear|exonerat|not guilty|innocent|dropp|drop |drops|dismiss|withdr|quash|thr[eo]w|shelve|abandon|discontinu|set aside|close|struck|stay|collapse|lapse|fell apart|evidence|toss/,
  },
  nl: {
    before: [
      {
        stage: 'dismissed',
        pattern:
          /\b(?:zag|zien|ziet|zagen) (?:[\p{L}\d'’-]+ ){0,5}(?:af )?van (?:[\p{L}]+ )?(?:straf)?vervolging$|\bafgezien van|\bbuiten (?:straf)?vervolging$/u,
      },
    ],
    after: [
      {
        stage: 'dismissed',
        pattern: new RegExp(
          `\\b(?:${CASE_NL}(?! (?:wegens|van|voor|inzake))|die|dat|deze|dit|beide|alles) ${FEW_NL}(?:werd|is|wordt|werden|zijn|worden|was|waren) ${FEW_NL}${ENDED_NL}|(?:${CASE_NL}) (?:verjaarde|verviel|strandde|liep op niets uit)|\\b(?:bij|wegens) gebrek aan bewijs\\b|\\bgeen verdachten? meer\\b|\\bniet langer (?:als )?verdacht\\bseponeer(?:t|de|den)\\b|\\bvervolging [^.;]{0,40}\\baf\\b(?= *(?:[.,;”’]|$))`,
          'u',
        ),
      },
      {
        stage: 'acquitted',
        pattern: new RegExp(
          `\\b${FREED_NL}(?=[^\\p{L}]|$)|\\b(?:sprak|spraken|spreekt|spreken) [^.;]{1,50}\\bvrij\\b(?! van)`,
          'u',
        ),
      },
    ],
    next: [
      {
        stage: 'dismissed',
        pattern: new RegExp(
          `^(?:(?:de|die|het|dat|beide|alle|deze|zijn|haar) )?${FEW_NL}(?:${CASE_NL}) (?:tegen (?:hem|haar|hen) )?(?:werd|is|wordt|werden|zijn|worden) ${FEW_NL}${ENDED_NL}|^(?:die|dat|de|het) (?:${CASE_NL}) (?:verjaarde|verviel|strandde)`,
          'u',
        ),
      },
      {
        stage: 'acquitted',
        pattern: new RegExp(
          `^(?:hij|zij|ze|beiden?|allebei|allen|alle (?:drie|vier|vijf)) (?:werd|is|werden|zijn|wordt|worden) ${FEW_NL}${FREED_NL}|^(?:daarvan|hiervan|daarvoor) [^.;]{0,60}\\b(?:vrijgesproken|vrij)\\b|^(?:de|het) (?:rechtbank|rechter|politierechter|hof|gerechtshof|jury|rechters|hoge raad|krijgsraad|tribunaal|beroepsrechter|raadkamer|hof van \\p{L}+|hof van beroep) sprak(?:en)? (?:hem|haar|hen|ze) ${FEW_NL}vrij\\b(?! van)`,
          'u',
        ),
      },
    ],
    overturned:
      /\b(?:in (?:hoger )?beroep|in cassatie|later|alsnog)\b[^.;]{0,40}\b(?:vernietigd|verbroken|herroepen|vrijgesproken)\b(?! van)|\b(?:vonnis|uitspraak|arrest|veroordeling) (?:werd|is|wordt) (?:\p{L}+ ){0,3}(?:vernietigd|verbroken|herroepen)\b|\bsprak(?:en)? (?:hem|haar|hen|ze) (?:\p{L}+ ){0,4}vrij\b(?! van)/u,
    nextFound:
      /^(?:hij|zij|ze|beiden?) (?:kreeg|kregen|krijgt|krijgen) [^.;]{0,30}\b(?:jaar|maanden|weken|levenslang|cel|boete|taakstraf|werkstraf|uur)\b|^(?:hij|zij|ze|beiden?) (?:werd|is|werden|zijn) (?:\p{L}+ ){0,5}(?:veroordeeld|schuldig bevonden|beboet)(?! (?:voor|wegens|vanwege))/u,
    nextTrial:
      /^(?:de|het) (?:rechtbank|rechter|politierechter|hof|jury|correctionele rechtbank|krijgsraad) (?:doet|velt|buigt) [^.]*\b(?:uitspraak|vonnis|zaak)|^(?:de )?uitspraak (?:is|volgt)|^(?:het|zijn|haar|hun) (?:vonnis|proces|rechtszaak) (?:volgt|begint|begon|gaat|wordt|dient)/u,
    previous: [
      {
        stage: 'dismissed',
        pattern: /\bbuiten (?:straf)?vervolging gesteld\b|\bniet (?:langer )?(?:verder )?vervolgd\b|\bgaat? vrijuit\b/u,
      },
      { stage: 'acquitted', pattern: /\bvrijgesproken\b(?! van)/u },
      {
        stage: 'dismissed',
        pattern: new RegExp(
          `\\b(?:${CASE_NL}) tegen [^.;]{2,80} ${ENDED_NL}\\b|\\bseponeer(?:t|de|den) (?:de|een) (?:zaak|aanklacht|klacht)\\b`,
          'u',
        ),
      },
    ],
    goesOn: /^(?:hij|zij|ze|beiden?|de (?:man|vrouw|verdachte|twee|\d))\b/,
    anyWord:
      /vernietigd|verbroken|herroepen|verdacht|kreeg|krijg|veroordeeld|schuldig|uitspraak|vonnis|proces|dient|vervolg|vrij|sepone|trokken|stopgezet|verja|verworpen|geschrapt|gesloten|ontvankelijk|verval|verviel|beëindigd|tafel|bewijs|afgezien|strandde|buiten vervolging|\baf\b/,
  },
}));

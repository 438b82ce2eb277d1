import { lazy } from '../../../text/lazy';
import type { ChargeLanguage } from '../charge-mention';

/** How a language says penalty, law, source and person. */
export interface FactPatterns {
  readonly penalty: RegExp;
  /** Begins of words without one of which a sentence names no penalty: patterns are slow, and most sentences have none. */
  readonly penaltyWords: RegExp;
  readonly law: RegExp;
  readonly lawWords: RegExp;
  /** The first group is who says so. */
  readonly reporter: readonly RegExp[];
  readonly reporterWords: RegExp;
  readonly against: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly passive: ReadonlySet<string>;
  /** Words that open a sentence with a capital and are no name. */
  readonly openers: ReadonlySet<string>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const DUTCH_NUMBER =
  '(?:(?:\\d[\\d.,]*|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|vijfentwintig|dertig|veertig|vijftig|honderd|anderhalf|tientallen)(?: (?:tot|à|en een half)(?: \\d[\\d.,]*| twee| drie| vier| vijf| zes| zeven| acht| negen| tien| twaalf| vijftien| twintig| dertig)?)?(?: (?:miljoen|duizend|miljard))?)';
const DUTCH_TERM = `${DUTCH_NUMBER} (?:jaar|jaren|maanden?|weken|dagen|uur)`;
const DUTCH_SANCTION =
  '(?:(?:gevangenis|cel|taak|werk|vrijheids|hechtenis)straf(?:fen)?|cel|gevangenis|hechtenis|opsluiting|dwangarbeid|strafkamp|tbs|jeugddetentie|rijverbod|kamp|isolatie)';
const ENGLISH_NUMBER =
  '(?:(?:\\d[\\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|twenty-five|thirty|forty|fifty|ninety)(?:(?: to | and a half|-)(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)?)?)';

/**
 * Patterns run over one sentence, those of penalty and law over it in lower case (ignoring case makes them slow to compile); `g` where
 * all matches are weighed by distance.
 */
export const factPatterns = lazy((): Readonly<Record<ChargeLanguage, FactPatterns>> => ({
  nl: {
    penaltyWords:
      /boete|straf|cel|gevangen|hechtenis|opsluiting|levenslang|ter dood|dwangarbeid|tbs|kamp|detentie|rijverbod|isolatie|jaar|jaren|maand|weken|dagen|uur/i,
    lawWords: /art/i,
    reporterWords: /volgens|aldus|zo |dat |beschuldig|betich|verden/i,
    penalty: new RegExp(
      [
        `(?:gevangenisstraf|celstraf|taakstraf|werkstraf|straf|gevangenschap) van (?:maximaal |ten hoogste |minstens |hooguit |ruim )?${DUTCH_TERM}(?: cel)?`,
        `${DUTCH_TERM} (?:voorwaardelijke |onvoorwaardelijke |effectieve )?${DUTCH_SANCTION}`,
        `(?:geld|gas-)?boete van (?:maximaal |ten hoogste |ruim )?(?:[€$£] ?)?${DUTCH_NUMBER}(?: \\p{L}+)?`,
        `(?:[€$£] ?)?${DUTCH_NUMBER} (?:euro|dollar|frank|gulden|pond|roebel|tenge|lira|yuan) boete`,
        `(?:levenslange (?:gevangenisstraf|opsluiting|celstraf)|levenslang|doodstraf|ter dood|taakstraf|werkstraf|celstraf|gevangenisstraf)(?![\\p{L}])`,
        `(?<=(?:tot|kreeg|kregen|staat|riskeert|riskeren|eiste|geëist|hangt) (?:maximaal |ten hoogste )?)${DUTCH_TERM}`,
      ].join('|'),
      'gu',
    ),
    law: /(?:artikel(?:en)?|art\.) \d+\p{L}{0,4}(?:(?:,| en|, lid|, eerste lid) \d+\p{L}*)*(?: (?:van|uit) (?:de|het) (?:grond)?w(?:etboek|et)(?: (?:van|op|voor|tegen|inzake)(?: de| het)? \p{L}+(?: en \p{L}+)?)?| sr)?/gu,
    reporter: [
      /(?:^|[\s(„“‘])(?:[Vv]olgens|[Aa]ldus) ((?:(?:de|het|een) )?(?:\p{L}[\p{L}-]*)(?: (?:van (?:de |het )?)?\p{Lu}[\p{L}’'-]+| \p{L}+(?= (?:heeft|had|is|was|werd|wordt|zijn)\b))*)/u,
      /(?:[Zz]o|[Dd]at) (?:heeft|hebben|meldt|melden|zegt|zei|bericht|schrijft|liet|laat|verklaarde|bevestigde|stelt) ((?:(?:de|het|een) )?(?:\p{L}[\p{L}-]*)(?: \p{Lu}[\p{L}’'-]+| politie| ministerie| justitie| krant| advocaat| woordvoerder)*)/u,
      /^((?:(?:De|Het|Een) )?\p{L}[\p{L}-]*(?: \p{Lu}[\p{L}’'-]+)*) (?:beschuldigt|beschuldigen|beschuldigde|beschuldigden|beticht|betichtte|verdenkt|verdenken|zegt dat|meldt dat|melden dat)/u,
    ],
    against: words('tegen'),
    pronouns: words('hij zij ze hem haar hen'),
    passive: words('wordt werd worden werden is was zijn waren'),
    openers: words('er toen daar dat dit die deze op in na voor met volgens wegens bij van ook maar en omdat'),
  },
  en: {
    penaltyWords: /fine|years?|months?|weeks?|days?|sentence|term|penalty|life|death|community service/i,
    lawWords: /article|section|paragraph/i,
    reporterWords: /according|reported|reports|said|says|told|announced|confirmed|accuse|charge/i,
    penalty: new RegExp(
      [
        `${ENGLISH_NUMBER}[- ](?:years?|months?|weeks?|days?)(?:['’]s?)?(?: (?:suspended|of|in|behind))*(?: (?:prison|jail|imprisonment|probation|bars|hard labour|hard labor|community service|custody|term|sentence|detention))+`,
        `(?:maximum |prison |jail |suspended )*(?:sentence|term|penalty) of (?:up to |at least )?${ENGLISH_NUMBER}[- ](?:years?|months?|days?)(?: in (?:prison|jail))?`,
        `fines? of (?:up to )?(?:[€$£] ?)?\\d[\\d.,]*(?: (?:million|billion|thousand))?(?: \\p{L}+)?`,
        `(?:[€$£]|us\\$) ?\\d[\\d.,]*(?: (?:million|billion))? fine`,
        `(?<=fined (?:\\p{L}+ )?)(?:[€$£]|us\\$)? ?\\d[\\d.,]*(?: (?:million|billion))?(?: (?:euros|dollars|pounds|baht|tenge|roubles|yen|rupees|kroner|francs))?`,
        `life (?:imprisonment|in prison|sentence|behind bars)|death (?:penalty|sentence|by hanging)|community service|(?<=(?:jailed|sentenced|imprisoned) (?:for|to) )(?:life|death)`,
        `(?<=(?:jailed|sentenced|imprisoned|got|given|received|handed|faces?|facing|serving) (?:to |for |up to |him to |her to |them to )*)${ENGLISH_NUMBER} (?:years?|months?|weeks?|days?)`,
      ].join('|'),
      'gu',
    ),
    law: /(?:articles?|sections?|paragraph) \d+\p{L}?(?:\(\d+\))*(?:(?:,| and| or) \d+\p{L}?)*(?: of (?:the |its |their )?(?:\p{L}+ )*(?:code|act|law|constitution))?/gu,
    reporter: [
      /(?:[Aa]ccording to|,? reported by) ((?:the |a )?(?:\p{L}[\p{L}-]*)(?: \p{Lu}[\p{L}’'-]+| police| officials?| prosecutors?| spokesman| spokeswoman| ministry| lawyers?)*)/u,
      /((?:the )?(?:\p{Lu}[\p{L}’'-]+ )*(?:police|prosecutors|officials|authorities|spokesman|spokeswoman|lawyer|ministry|agency|court)|(?:\p{Lu}[\p{L}’'-]+ ?)+(?<! )) (?:said|says|reported|reports|told|announced|confirmed)/u,
      /^((?:The |A )?\p{L}[\p{L}-]*(?: \p{Lu}[\p{L}’'-]+)*) (?:accused|accuses|accuse|charged|charges) (?!of|with)/u,
    ],
    against: words('against'),
    pronouns: words('he she they him her them'),
    passive: words('is are was were been being be stands stand'),
    openers: words(
      'the a an in on at after before police prosecutors it there this that these those when while but and he she they',
    ),
  },
}));

import type { ChargeStage } from '../../annotation/annotation';
import type { Sentence } from './sentence';

/** Words of the law in this sentence or a neighbour, without which hearsay (`zou`) lays nothing to anybody. */
const LAW =
  /\bverda[ck]ht|\bpolitie|\bverdenk|aangehouden|opgepakt|arrest|justitie|openbaar ministerie|\bofficier|aanklag|aanklacht|ten laste|\brechte?r|rechtbank|\bhof\b|\bparket|recherche|\bfiod\b|beklaagde|strafzaak|\bproces\b|gedagvaard|\btucht|beschuldig|aangifte|celstraf|gevangenisstraf|veroordeel|vervolg(?:d|t|ing)|verdenking|klaagt|in verzekering|voorgeleid|schorsing|geschorst|verantwoord|militaire kamer|krijgsraad|\bterecht|\bboete/u;
/** The ministry as newspapers call it: two capitals. */
const PROSECUTION = /\bOM\b/u;

const ACCORDING =
  /\bvolgens (?:(?:de|het|een) )?(?:\p{L}+e )?(?:om|openbaar ministerie|justitie|officier|officieren|aanklagers?|hoofdaanklager|parket|procureur|procureurs|vervolging|politie|recherche|rijksrecherche|marechaussee|fiod|speurders|onderzoekers|rechercheurs|inspectie|arbeidsinspectie|toezichthouder|autoriteiten|afm|acm|dnb|belastingdienst|fiscus|douane|waterschap|onderzoeksrechter|aanklacht|tenlastelegging|dagvaarding|rechters?|rechtbank|politierechter|hof|gerechtshof|jury|tribunaal|vonnis|tuchtcommissie|tuchtrechter|europese commissie|commissie|curator)\b/u;
const THEREFORE =
  /\b(?:daarvoor|hiervoor)\b[^.]{0,80}\b(?:cel|celstraf|gevangenis|gevangenisstraf|boete|euro|jaar|maanden|werkstraf|taakstraf|straf|geschorst|veroordeeld)\b/u;

/** Whether what is said around the auxiliary at `at` lays the deed to somebody; hearsay needs less than a plain statement. */
export function isLaidAround(sentence: Sentence, at: number, hearsay: boolean): boolean {
  const own = ownText(sentence).toLowerCase();
  if (ACCORDING.test(own) || isDefendant(sentence, at)) return true;
  const around = sentence.text.slice(sentence.previousStart, sentence.nextEnd);
  if (hearsay) return LAW.test(around.toLowerCase()) || PROSECUTION.test(around);
  const from = sentence.starts[at] ?? 0;
  return THEREFORE.test(sentence.text.slice(from, sentence.nextEnd).toLowerCase());
}

/** `Verdachte heeft samen met anderen ...`: as a court writes of who stands before it. */
function isDefendant(sentence: Sentence, at: number): boolean {
  return /^(?:verdachte|verdachten|beklaagde|beklaagden)$/.test(sentence.words[at - 1] ?? '');
}

/** How far the law has gone with a deed that is told by an auxiliary, from who says so and what the sentence before it tells. */
export function stageAround(sentence: Sentence, at: number): ChargeStage {
  const own = ownText(sentence).toLowerCase();
  const source = ACCORDING.exec(own)?.[0] ?? '';
  if (/recht|hof|jury|tribunaal|vonnis|waterschap|afm|acm|dnb|fiscus/.test(source)) return 'convicted';
  if (/aanklacht|tenlaste|dagvaarding/.test(source)) return 'charged';
  if (isDefendant(sentence, at)) return 'on trial';
  if (/commissie|curator/.test(source)) return 'accused';
  const before = sentence.text.slice(sentence.previousStart, sentence.starts[at]).toLowerCase();
  if (THEREFORE.test(sentence.text.slice(sentence.starts[at], sentence.nextEnd).toLowerCase())) return 'convicted';
  if (/\bterecht|verantwoord|\bzitting|\beist|geëist|\bproces\b|voor de rechter|\bbeklaagde|rechtszaal/.test(before))
    return 'on trial';
  if (/aangeklaagd|\bklaag|aanklacht|ten laste|vervolg|dagvaard|in verdenking gesteld/.test(before)) return 'charged';
  if (/aangifte|\bklacht\b|beschuldig/.test(before)) return 'accused';
  return 'suspected';
}

function ownText(sentence: Sentence): string {
  return sentence.text.slice(sentence.starts[0], sentence.ends[sentence.count - 1]);
}

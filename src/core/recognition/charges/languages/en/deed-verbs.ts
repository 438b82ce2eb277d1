import { verbForms } from './verb-forms';

/** Verbs that name a crime by themselves, by what is harmed. */
const CRIMES = [
  // life and body
  'kill murder assassinate slay/slew/slain stab(b) shoot/shot strangle poison rape sodomise sodomize assault molest grope torture maim wound mutilate bludgeon behead massacre slaughter gas(s) lynch suffocate electrocute',
  // freedom
  'kidnap(p) abduct hijack enslave traffic(k) imprison waterboard',
  // property
  'steal/stole/stolen rob(b) burgle loot shoplift(t) embezzle defraud swindle launder extort blackmail misappropriate siphon pilfer fence counterfeit forge falsify torch vandalise vandalize desecrate pickpocket plunder',
  // public trust and the state
  'bribe conspire plot(t) spy hack incite commit(t) perpetrate pervert subvert overthrow/overthrew/overthrown usurp sabotage perjure riot defect mutiny collude leak infiltrate wiretap(p) eavesdrop(p)',
  // goods and duties
  'smuggle peddle poach evade dodge rig(g) bootleg(g) bankroll abet(t) mastermind orchestrate fleece',
  // honour and decency
  'defame slander libel blaspheme stalk impersonate solicit pimp drug(g) groom harass cyberbully',
  // explosives and fire
  'bomb detonate firebomb',
].join(' ');

/** Verbs that tell an offence only where somebody is held to account. */
const DEEDS = [
  // force
  'beat/beat/beaten punch kick slap(p) hit(t)/hit strike/struck bite/bit/bitten choke headbutt attack ambush threaten intimidate bully batter injure hurt/hurt stone shove push drown burn smother starve neglect endanger abandon mistreat maltreat ' +
    'ill-treat abuse exploit oppress persecute ram(m) run-over brandish wield point fire hurl throw/threw/thrown pelt disarm',
  // deceit
  'mislead/misled deceive cheat lie/lied conceal hide/hid/hidden withhold/withheld overstate understate inflate overcharge fabricate misrepresent pretend pose misuse divert funnel channel pocket skim(m) manipulate tamper fix doctor backdate dupe trick',
  // order and authority
  'obstruct impede disrupt disturb defy disobey flout breach break/broke/broken violate contravene infringe insult offend mock ridicule denigrate discriminate resist escape abscond flee/fled desert betray meddle interfere squat overstay trespass block barricade occupy ' +
    'storm deface topple damage destroy smash tear/tore/torn trample',
  // words and opinions
  'glorify distribute disseminate spread/spread circulate propagate fabricate sow instigate foment stir(r) agitate espouse chant proselytise proselytize preach doxx',
  // goods
  'possess import export sell/sold supply ship transport stash stockpile hoard cultivate dump pollute discharge fell divert deal/dealt trade receive handle trap(p) slaughter overfish hunt',
  // roads, drink, sport
  'speed drive/drove/driven crash overtake gamble bet(t)/bet dope spit(t)/spat gouge stamp elbow dive bowl',
  // help
  'aid assist harbour harbor shelter collaborate fund finance recruit bet-on sponsor help conspire participate solicit connive facilitate enable',
  // omission
  'fail refuse neglect omit(t)',
  'accept accompany attempt blow/blew/blown cover cross cut dismantle enter execute film photograph expose flash fondle hide touch undress download upload intercept access access hire underpay evict demolish inject administer prescribe perform',
].join(' ');

/** Forms that are names, tasks or everyday words more often than deeds. */
const TOO_COMMON = new Set(
  (
    'fix fixes fixed point points pointed fire fires fired drug drugs deal deals trade trades fund funds speed speeds drive drives drove driven access cover covers covered cut cuts cutting help helps ship ships ' +
    'enter enters entered entering stone stones spread hit hits bit strike strikes push pushed block blocks occupy occupies occupied channel channels doctor doctors film films hunt hunts ' +
    'stamp stamps elbow dive dives bowl bowls bowling flash touch touches touched handle handles fell fells perform performs performed performing execute executes lie lies lied run-over gas gases groom grooms ' +
    'storm storms post accept accepts receive receives received cross crosses bet bets beats break breaks sell sells assist assists aid aids attempt attempts attack attacks enable enables enabled ' +
    'enabling facilitate facilitates hire hires hired hiring prescribe transport transports fence fences fencing plot plots bomb bombs riot riots torture rape murder assault shot shots'
  ).split(' '),
);

function without(forms: string): string {
  return forms
    .split(' ')
    .filter((form) => !TOO_COMMON.has(form))
    .join(' ');
}

export const ENGLISH_CRIME_VERBS = without(verbForms(CRIMES));
export const ENGLISH_DEED_VERBS = without(verbForms(DEEDS));

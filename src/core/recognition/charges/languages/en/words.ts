import type { WordLists } from '../../grammar';
import { ENGLISH_CRIME_VERBS, ENGLISH_DEED_VERBS } from './deed-verbs';

/** English function words, and the verbs and nouns that settle where an offence begins and ends. */
export const ENGLISH_WORDS: WordLists = {
  determiners:
    'the a an this that these those his her their its our my your some any all both several various many numerous multiple other another ' +
    'further more additional each every such same either dozens hundreds thousands scores single at-least least what whose two-fold also even only just nearly almost about around',
  hedges:
    'alleged suspected so-called purported supposed reported possible presumed allegedly potential lesser main formal',
  numerals:
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty ' +
    'hundred thousand million billion first second third',
  conjunctions: 'and or but nor & plus as-well-as',
  keeps:
    'of against toward towards with without upon via through per versus about involving regarding concerning relating',
  ends:
    'in at from into near outside inside within after before during since until till over under by for on to off across along between among amid around behind beside beyond ' +
    'throughout following despite unless because as like because-of due than up out down away back when while if although though whereas so except',
  governed: {
    in: 'failing resulting involvement role part participation participating complicity trafficking dealing engaging engaged aiding assisting interest involved failures irregularities irregularity discrepancies lapses investors investment investments stake complicit implicated participated taking took dealt membership traded trading investing conspiracy engage money-laundering accessory interference interfering contempt tampering meddling taking-part',
    on: 'robbery robberies attack attacks assault assaults raid raids attempt attempts spying assassination shooting war battery ambush strike cheating firing eavesdropping waging spied inflicting bombing urinating spitting discriminating gambling betting crackdown discrimination hunting infringement infringing trespassing ban passing opened opening preying information dumping bodily',
    at: 'shooting shots firing throwing fired attempts attempt aiming rocks stones hurling threw throw yelling shouting pointing swearing looting',
    to: 'listening talking speaking writing swearing subscribing converting threat threats damage cruelty aid aiding harm belonging belong linked lying lied support giving links ties connection contribution contributing attempt attempts conspiracy conspiring conspired plot plotting plotted plots scheme schemes bid campaign trying intent intending incitement inciting treason attempting attempted soliciting solicitation planning planned plan agreeing failing failure failed accessory opposition insult injury danger endangering assistance response refusing refusal threatening threatened pretending seeking insulting insults incitements access material allegiance harming contribution using continuing posing offering wanting hiring helping allowing encouraging forcing ordering enabling recruiting selling supplying providing leaking passing disclosing revealing causing amounting resistance betraying selling exposing offence indecency collusion sending urging money directing leading',
    for: 'spying spied working money solicitation kidnapping recruiting recruitment collecting raising propaganda possession accepting paying taking preparing weapons fighting acting collaboration hunting soliciting exchange funds materials responsibility bribes cash kickbacks contempt calling espionage fraud planning spied attempting attempt disregard votes campaigning failure failing contracts training disrespect pimping trafficking operating killing murder conspiracy lobbying',
    while: '',
    from: 'stealing stole stolen theft taking took embezzling embezzlement embezzled extorting extortion extorted robbing robbery obtaining money receiving siphoning bribes profiting preventing stopping diverting laundering pocketing funds skimming accepting bribe taking soliciting stealing-money prohibiting',
    by: 'death murder fraud manslaughter killing assault attack homicide theft rape corruption abuse infringement obtaining murdering procuring causing endangering money',
    into: 'breaking hacking entering inquiry smuggling coercing intimidating broke breaking-and forcing hacked burning luring break driving crashing firing deceiving tricking rape',
    under: 'driving operating travelling lying sex acting',
    over: 'lying control running fraud',
    out: 'carrying carried',
    up: 'stirring covering blowing cover stirred making whipping setting plotting beating burning',
    off: 'setting letting ripping selling',
    down: 'gunning burning shooting hunting pulling tearing',
    between: 'sex discord discrimination collusion unrest hatred sexual strife acts',
    as: 'passing passed act acted work worked posed disguised dressed posing acting serving working practising practicing impersonating masquerading',
    like: '',
    behind: '',
    than: 'more less',
    before: 'lying misbehaviour misbehavior',
    within: '',
    among: 'hatred discord unrest strife panic',
    after: '',
  },
  stops:
    'am will would could should may might can must shall did does do ' +
    'says said say told tells tell adds added who whom which where that it he she they we i you it ' +
    'when while because although though whereas if unless however meanwhile therefore thus then ' +
    'not respectively ' +
    'despite pending including include includes after before since until till during following amid ' +
    'denied denies deny pleaded pleads faces faced face appeared appears died dies admitted admits remained remains went goes came comes became becomes took takes got gets ' +
    'began begins left leaves fled returned arrived carries carry carried-out claimed claims claim believe believed believes wants wanted fell falls stood stands sat made makes ' +
    'gave gives received receives won lost served serves resigned declined refused insisted insists argued argues called calls reported reports escaped walked killed died rose ' +
    'released freed acquitted convicted arrested charged sentenced given sent found held put let kept got ordered jailed detained accused fined extradited indicted prosecuted tried punishable dismissed dropped continues continued starts started opened ended ' +
    'according but rather whether how why what yes no mostly respectively abroad apart along onwards thereby thereafter whose',
  passable:
    'is are was were be been has had have today yesterday tomorrow tonight last next again too also already still never ever now once twice soon ago early late earlier later recently previously together nearby there here him them instead',
  timesAndPlaces:
    'monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december jan feb aug sept oct nov dec ' +
    'week month months year years day days night morning afternoon evening hours minutes seconds hour minute weekend decade decades century midnight noon dawn summer winter spring autumn ' +
    'tue wed thu fri occasion occasions',
  neverOffences:
    'questioning interrogation life years year months month weeks week days day hours hour moment while minute length colour size lack time times term trial sentencing extradition hearing bail release treatment medical help investigation inquiry ' +
    'ransom repairs repair maintenance safekeeping several charge charges count counts offences question questions task duty responsibility overseeing energy emotion meaning electricity excitement significance symbolism tension atmosphere power care job mission leadership control ' +
    'flu influenza cancer measles malaria cholera ebola coronavirus covid pneumonia concussion infection disease illness virus injury fracture food-poisoning ' +
    'him her them it this that he she they me us who whom what which example instance good reasons reason purposes purpose sure now lack record refund religion faith beliefs race sake others something nothing ' +
    'dollars pounds euros million billion percent first second third part service services subscription fee fees ticket tickets admission access instead long dinner lunch comment football remaining further period minutes matches games match game season second-half both public role use the',
  lightHeads:
    'involvement role part participation participating complicity series string spate number attempt attempts attempting attempted plan plans plot plots plotting planning conspiracy conspiring membership member members commission committing ' +
    'case cases act acts acting offence offences offense offenses crime crimes incident incidents taking being having helping aiding assisting inciting incitement encouraging promoting possession possessing violation violations breach breaking links link connection ' +
    'wave campaign scheme spree ring form forms types kind masterminding organising organizing organizer leading carrying supporting support financing funding causing making trying preparing engaging engaged using intent complaint conspired conduct practices practice activity activities materials material operation operations',
  deedVerbs:
    'killing murdering assassinating slaying stabbing shooting strangling poisoning raping assaulting molesting groping stealing robbing burgling looting shoplifting embezzling defrauding swindling laundering bribing extorting blackmailing ' +
    'forging counterfeiting falsifying smuggling trafficking kidnapping abducting hijacking torturing maiming wounding inciting plotting conspiring spying leaking hacking bombing torching vandalising vandalizing desecrating ' +
    ' stalking defaming slandering libelling blaspheming resisting perverting tampering trespassing rioting poaching evading dodging rigging sheltering abetting bankrolling ' +
    ' peddling orchestrating masterminding committing perpetrating soliciting impersonating drink-driving doping drugging pimping grooming ' +
    ' subverting overthrowing usurping separatism misappropriating siphoning ' +
    ' overstaying bludgeoning hacking-to beheading burning detonating committed killed murdered raped stolen robbed beaten assaulted stabbed shot strangled defrauded embezzled laundered ' +
    'smuggled trafficked kidnapped abducted plotted conspired spied leaked hacked bombed harassed obstructed rigged fixed bribed forged falsified evaded financed incited incite kill murder defraud commit launder smuggle kidnap overthrow ' +
    'stockpiling gassing massacring enslaving genocide fraudulently arson treason terrorism infiltrating intercepting bugging wiretapping hoarding corrupting slaughtering mutilating sexually indecently' +
    ` ${ENGLISH_CRIME_VERBS}`,
  softDeedVerbs:
    'abusing accepted accepting aided aiding ambushing attacking attempted attempting backing beating betraying blowing breached breaching cheating collaborating colluding concealing conniving contravening covering crossing damaging dealing deceiving deporting destroying discriminating disseminating distributing diverting driving dumping entering escaping espousing executing exploiting exporting fabricating financing firing fixing fleeing flouting fomenting funding glorifying harassing harboring harbouring helped hiding hurling illegally impeding importing infringing instigating insulted insulting intimidating led lying misusing obstructing oppressing ordering organised organized persecuting planting pocketing polluting posing possessing printing promoting ramming received receiving recruiting running-over sabotaging selling setting sold sowing speeding sponsoring spreading steal stirring supplied supplying taken taking threatened threatening throwing trading unlawfully unfairly wrongfully wrongly improperly knowingly deliberately recklessly negligently corruptly maliciously dishonestly violated violating' +
    ` ${ENGLISH_DEED_VERBS}`,
  innocentVerbs:
    'doing standing lacking asking being having feeling suffering thinking wanting liking looking knowing loving hating getting wearing',
  dutyVerbs:
    'drawing compiling devising arranging sorting revising redesigning solving explaining studying examining planning modernising modernizing simplifying improving reducing cutting finding-out setting-up overseeing ensuring protecting finding investigating leading managing running developing creating making providing maintaining building keeping looking helping training guarding implementing coordinating enforcing preparing drafting choosing selecting reviewing upholding defending guiding supervising monitoring bringing designing restoring rescuing saving turning producing reforming safeguarding raising improving organizing organising writing administering watching carrying collecting advising determining delivering setting teaching representing handling negotiating promoting preserving preventing voting causing calling rebuilding restructuring renewing reviving overhauling uniting',
  subjectPronouns: 'he she they it we i you',
  nobody: 'nobody no-one none',
  clauseOpeners: 'because that whether',
  stageWords: [
    [
      'dismissed',
      'tosses tossed scraps scrapped drops dropped drop dropping dismissed dismiss dismisses withdrawn withdrew quashed thrown threw struck shelved abandoned abandons discontinued',
    ],
    ['acquitted', 'acquitted acquit acquits acquittal cleared exonerated acquitting'],
    [
      'convicted',
      'convicted convicts convict sentenced jailed imprisoned guilty conviction fined condemned executed hanged beheaded',
    ],
    ['on trial', 'trial tried retrial stands denied denies denying pleaded pleads pleading'],
    ['charged', 'charged indicted arraigned charges charge'],
    ['suspected', 'arrested detained'],
  ],
};

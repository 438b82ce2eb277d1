import type { WordLists } from '../../grammar';
import { DEED_VERBS, SOFT_DEED_VERBS } from './deed-verbs';

/** Dutch function words, and the verbs and nouns that settle where an offence begins and ends. */
export const DUTCH_WORDS: WordLists = {
  determiners:
    "de het een 't 'n één eén deze dit die dat mijn jouw zijn haar ons onze hun uw diens wiens enkele enige sommige alle al elke elk " +
    "iedere ieder beide meerdere verscheidene verschillende diverse talrijke tientallen honderden duizenden tal zo’n zo'n " +
    'zogenaamde zogeheten zogenoemde dezelfde hetzelfde dergelijke zulke welke veel vele meer ander andere minstens ' +
    'zeker zowat ongeveer ruim onder telkens onder-meer zowel vooral nog slechts enkel alleen louter ook daarnaast mede',
  hedges: 'vermeende vermeend vermoedelijke vermoedelijk mogelijke mogelijk beweerde beweerd onder-andere',
  numerals:
    'twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig ' +
    'dertig veertig vijftig honderd duizend miljoen miljard eerste tweede derde',
  conjunctions: 'en of alsook evenals alsmede respectievelijk maar dan',
  keeps: 'van tot aan tegen jegens met zonder via tegenover namens',
  ends:
    'te na tijdens sinds vóór naar uit bij over onder om rond tussen binnen buiten langs nabij vlakbij boven achter tegen-over ' +
    'gedurende vanaf wegens vanwege omwille ondanks volgens naast per op in voor door ten ter sedert omtrent inzake aangaande betreffende ' +
    'dankzij middels als alvorens richting',
  governed: {
    op: 'ramkraak ramkraken plofkraak plofkraken moord aanslag doodslag overval aanval inbreuk poging roofoverval moordpoging inbreuken schending recht jacht schieten vuren jagen schoten toezicht verraad gifmoordpoging invloed moordaanslag overvallen aanranding roof anslag bomaanslag moordcomplot pleging inschieten inrijden steekpartij schietpartij beschieting wraak uit oefenen',
    in: 'handel handelen dealen valsheid betrokkenheid rol aandeel deelname deelneming medeplichtigheid schiet toestand bezit brand inbraak smokkel meineed handelaar trafiek verkeren oplichting fraude geschrift geschrifte participatie gebreke lijfde hulpeloze steken weerspannigheid wederspannigheid',
    bij: 'betrokkenheid hulp medeplichtigheid rol betrokken aandeel assistentie bijstand hulpverlening nalatigheid fouten misbruik fraude oplichting ongewenst verzet inbraak diefstal medewerking',
    voor: 'spionage spioneren propaganda werken reclame verantwoordelijkheid vrees voorbereidingen steun spionnage minachting geld rekruteren werven ronselen collaboratie misbruik smokkelen',
    over: 'liegen informatie leugens uitspraken berichten inlichtingen verklaringen uitlatingen geruchten meineed verklaring twitteren nieuws grappen',
    naar: 'gooien schieten werpen hengelen spugen dorst gooide',
    uit: 'trekken misdaad stelen winstbejag schulden diefstal ontvreemding ontsnapping ontslag misdrijf wegnemen moord ontvoering onttrekking',
    onder: 'rijden varen besturen vliegen fietsen dwang afpersing druk zetten sturen autorijden',
    door: 'dood fraude oplichting lijden valsheid ongeval',
    na: 'doorrijden vluchtmisdrijf vluchten rijden medeplichtigheid',
    ten: 'fraude oplichting valsheid misbruik diefstal verduistering laster bedrog geweld belediging aanzetten',
    te: 'niet-naleving',
    om: 'poging pogingen',
    als: 'optreden werken rijden uitgeven',
    rond: 'fraude',
    tussen: 'discriminatie tweedracht haat vijandschap onenigheid zaaien',
  },
  stops:
    'kunnen konden mag mocht mogen mochten ' +
    'wil wilde willen wilden gaat ging gaan gingen komt kwam komen kwamen blijft bleef blijven bleven doet deed doen deden staat stond staan stonden ' +
    'zit zat zitten zaten krijgt kreeg krijgen kregen geeft gaf gaven zegt zei zeggen zeiden laat liet lieten ligt lag ' +
    'die dat wie wat waar waarbij waarvan waarvoor waarin waarmee waardoor waarop waaraan waarna waarover waarvoor waaronder hetgeen ' +
    'toen terwijl omdat doordat nadat voordat zodat aangezien hoewel ofschoon indien zodra totdat tenzij want dus echter ' +
    'dan niet ' +
    'daarmee hiervoor daarvoor ' +
    'terecht hierbij naar-verluidt ' +
    'eraan erop men ' +
    'veroordeeld verdacht beschuldigd vrijgesproken aangehouden opgepakt gearresteerd vervolgd berecht beticht aangeklaagd bestraft gestraft beboet gedagvaard ' +
    'verdachte veroordeelde beschuldigde ' +
    'riskeert riskeren hangt hangen dreigt eist eiste eisten loopt liep verschijnt verscheen ontkent ontkende ontkennen bekende bekent pleitte pleit noemt noemde vindt vond meldt meldde ' +
    'vroeg vraagt werkt werkte overleed stierf vluchtte vluchtten sprak spreekt luidt luidde begint begon bracht brengt houdt hield neemt nam nemen namen blijkt bleek lijkt leek ' +
    'schreef schrijft verklaarde verklaart bevestigde stelde stelt maakte maakt maken maakten zette zet legde legt volgt volgde achtten acht vormt betekent veroordeelde verloor won viel vallen jaarlijks via-via ' +
    ' geëist gevraagd    ingetrokken geseponeerd afgewezen ingediend gezocht vastgezet vastgehouden bewezen verweten  verantwoorden terechtstaan terechtstaat',
  passable:
    'is was zijn waren wordt werd worden werden heeft had hebben hadden kan kon nu toch nooit ooit reeds eerder later daarna intussen inmiddels gisteren vandaag morgen vanochtend vanmiddag vanavond ' +
    'vannacht eergisteren opnieuw alsnog onlangs destijds vorig vorige afgelopen volgende komende vervolgens tevens bovendien daarom wel zelf samen er ervan hem hen zich momenteel jarenlang gelegd gegeven gekregen opgelegd gevorderd uitgesproken zelfs daar hier mogelijk geleden zou zouden zal zullen moet moesten moest moeten verleden nog',
  timesAndPlaces:
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december ' +
    'jaar jaren maand maanden week weken dag dagen nacht ochtend avond middag uur straat school internet facebook twitter televisie markt begin eind einde weekend zomer winter herfst lente ' +
    'maandagochtend maandagavond dinsdagavond woensdagavond donderdagavond vrijdagavond zaterdagavond zondagavond zaterdagnacht zondagnacht vrijdagnacht maandagmiddag vrijdagmiddag zaterdagmiddag jl.',
  neverOffences:
    'verhoor ondervraging jaar jaren maanden maand dagen dag weken week uur keer maal tijd leven levenslang dood euro dollar procent rechter rechtbank hof tribunaal raadkamer jury politierechter kantonrechter ' +
    'geloof godsdienst overtuiging afkomst ras huidskleur religie gezondheidsredenen ziekte gezondheid ouderdom blessure regen slecht weer werkzaamheden gebrek zaak ' +
    'feiten feit daden daad dat dit hem haar hen dezelfde vervolging onderzoek verdachte verdachten slachtoffer slachtoffers openbaar justitie parket aanklacht griep verkoudheid corona covid kanker hartaanval ' +
    "publiek camera camera's pers leeftijd geslacht opinie meningen griepje longontsteking hersenschudding allergie diabetes besmetting ebola malaria aids rol kwestie zaken moment " +
    'iets niets alles wat wie waar waarvan ander anderen zichzelf elkaar beurt periode termijn eerste tweede derde partijen redenen reden miljoen miljard',
  lightHeads:
    'betrokkenheid deelname deelneming rol aandeel medeplichtigheid poging pogingen reeks serie lid lidmaatschap hulp medewerking plannen plan voorbereiding voorbereidingen voorbereiden plegen beramen aanzetten aanzetting oproepen ' +
    'uitlokken uitlokking steun banden verdenking golf paar tal leiding opdracht vorm vormen vorming oprichten oprichting leiden bezit verheerlijken verheerlijking organiseren organisatie dader daders brein leider auteur uitvoeren uitvoering financieren financiering dreigen verspreiden verspreiding feiten misdrijf misdrijven delict delicten misdaden misdaad',
  deedVerbs: DEED_VERBS,
  softDeedVerbs: SOFT_DEED_VERBS,
  dutyVerbs: '',
  innocentVerbs: 'zijn hebben worden doen laten zeggen zien',
  subjectPronouns: 'u. hij zij ze ik wij we jullie jij je men u iemand',
  nobody: 'niemand geen-enkele',
  clauseOpeners: 'omdat dat doordat of nadat toen terwijl',
  stageWords: [
    [
      'dismissed',
      'ingetrokken trok geseponeerd seponeerde seponeert niet-ontvankelijk verworpen vervallen vervalt verjaard verjaarde verjaring buitenvervolginggesteld sepot buitenvervolgingstelling geschrapt vallen stopgezet afgesloten',
    ],
    ['acquitted', 'vrijgesproken vrijspraak vrijspreken vrijsprak vrijgepleit vrijuit'],
    [
      'on trial',
      'geëist eiste eist eisen eisten eis gevorderd vordert vorderde vorderden vroeg gevraagd terecht terechtstaan terechtstaat terechtstonden verantwoorden berecht proces strafproces voorkomen verschijnen',
    ],
    [
      'convicted',
      'veroordeeld veroordeelde veroordeelden veroordeelt veroordeling veroordelingen schuldig celstraf gevangenisstraf bekeurd beboet werkstraf taakstraf kreeg kregen opgelegd uitgezeten schorsing geschorst rijverbod bestraft gestraft berispt waarschuwing boete',
    ],
    [
      'charged',
      'aangeklaagd aanklacht gedagvaard vervolgd beschuldiging-gesteld inverdenkinggesteld uitgeleverd uitlevering',
    ],
    [
      'suspected',
      'aangehouden opgepakt gearresteerd gezocht onderzoek tuchtonderzoek verhoord vast verdacht tuchtprocedure opsporing',
    ],
    ['accused', 'klacht aangifte gedaagd beschuldigd schadevergoeding genoemd'],
  ],
};

/** A stem that ends in one of these makes its past in -te and its participle in -t ('t kofschip), by the sound before -en. */
const VOICELESS = /(?:[tkfspx]|ch)$/;
/** Prefixes without stress: the participle takes no ge-. */
const UNSTRESSED = /^(?:be|ge|her|ont|ver|mis|over|onder|door)/;

/**
 * Forms of weak verbs, apart by spaces, each given by its infinitive with `|` behind a part that is written apart (`af|persen`): infinitive,
 * third person, past (singular and plural) and participle, as they are written joined at the end of a clause. Stems in -el, -er, -en
 * and those with stress at the end (`smokkelen`, `chanteren`) are spelled alike, so that both spellings are made of such a verb.
 */
export function weakForms(infinitives: string): string {
  return wordsOf(infinitives)
    .flatMap((written) => {
      const [part, verb] = written.includes('|') ? (written.split('|') as [string, string]) : ['', written];
      return stems(verb).flatMap((stem) => formsOf(part, verb, stem));
    })
    .join(' ');
}

function formsOf(part: string, verb: string, stem: string): string[] {
  const sounded = verb.slice(0, -2);
  const dental = VOICELESS.test(sounded) ? 't' : 'd';
  const closed = stem.endsWith(dental) ? stem : stem + dental;
  const third = stem.endsWith('t') ? stem : `${stem}t`;
  const participle = UNSTRESSED.test(verb) && part === '' ? closed : `ge${closed}`;
  return [verb, third, `${stem}${dental}e`, `${stem}${dental}en`, participle].map((form) => part + form);
}

/** What is left of an infinitive without -en, in the spelling of a closed syllable. */
function stems(verb: string): string[] {
  const open = verb.slice(0, -2);
  const hardened = (stem: string): string => stem.replace(/v$/, 'f').replace(/z$/, 's');
  if (/([^aeiou])\1$/.test(open)) return [open.slice(0, -1)];
  const closed = hardened(open.replace(/(^|[^aeiou])([aeou])([^aeiou])$/, '$1$2$2$3'));
  return /[^aeiou]e[lrn]$/.test(open) ? [open, closed] : [closed];
}

/**
 * Forms of strong verbs, apart by spaces: each `prefixes:infinitive,third person,past,past plural,participle`, with the prefixes apart
 * by `+` (`-` for none), which stand before ge- in the participle.
 */
export function strongForms(rows: string): string {
  return wordsOf(rows)
    .flatMap((row) => {
      const [prefixes = '', forms = ''] = row.split(':');
      return prefixes
        .split('+')
        .flatMap((prefix) => forms.split(',').map((form) => (prefix === '-' ? form : prefix + form)));
    })
    .join(' ');
}

function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

/** Verbs that tell an offence by themselves. */
export const DEED_VERBS = [
  weakForms(
    'achterover|drukken dood|schudden dood|knuppelen dood|sabelen vermoorden doden beroven roven na|maken af|tappen aftappen leiding|geven verhongeren uithongeren achter|laten doorverkopen misdragen verrijken  verkrachten aan|randen mishandelen smokkelen ontvoeren gijzelen bedreigen af|persen chanteren oplichten op|lichten ' +
      'vervalsen verduisteren wit|wassen wurgen misbruiken folteren martelen spioneren plegen brandstichten vernielen beschadigen hacken ' +
      'lekken frauderen dealen op|hitsen beledigen belasteren stalken vergiftigen ronselen helen plunderen sjoemelen ' +
      'wegsluizen weg|sluizen door|sluizen sluizen weg|maken weg|moffelen financieren kapen kidnappen verminken verstikken onthoofden executeren ' +
      'vergassen deporteren uit|hongeren verraden verklikken collaboreren deserteren muiten muiteren samen|zweren rebelleren ' +
      'rollen zakkenrollen jatten graaien buit|maken leeg|plunderen leeg|halen leeg|roven roven stropen skimmen phishen ' +
      'ontvreemden verpatsen verhandelen versjacheren door|verkopen door|spelen antedateren manipuleren om|kopen omkopen bevoordelen bevoorrechten misleiden ' +
      'beduvelen bedotten belazeren flessen zwendelen verzwijgen knoeien vervuilen lozen dumpen bekladden besmeuren ontheiligen schenden ' +
      'verstoren blokkeren belagen intimideren treiteren pesten terroriseren uit|buiten uitbuiten onderbetalen prostitueren ' +
      'betasten bespieden begluren bespioneren afluisteren af|luisteren bespugen bespuwen molesteren toe|takelen ' +
      'af|tuigen af|rossen af|ranselen ranselen om|leggen liquideren smoren neer|knallen neer|maaien neer|sabelen af|slachten slachten ' +
      'op|ruien opruien aan|zetten uit|lokken aan|stichten stichten heulen haatzaaien ophitsen verspreiden verheerlijken beramen voor|bereiden ' +
      'samen|spannen vervreemden verwaarlozen kwellen verdrinken drogeren bedwelmen telen kweken ' +
      'stomen rippen bestelen racen spookrijden joyriden af|troggelen ontfutselen ontmaagden bezwangeren ' +
      'gooien bekogelen schoppen trappen stompen meppen bijten duwen toe|dienen intrappen in|tikken bekrassen slopen ' +
      'verkwanselen verkwisten verspillen leeg|trekken weg|pinnen pinnen overtreden ontlopen negeren',
  ),
  strongForms(
    '-+be+leeg+weg:stelen,steelt,stal,stalen,gestolen ' +
      'dood+neer+lek+aan+in+-:steken,steekt,stak,staken,gestoken ' +
      'dood+neer+aan+be+-:schieten,schiet,schoot,schoten,geschoten ' +
      'dood+neer+in+kort+over+aan+-:slaan,slaat,sloeg,sloegen,geslagen ' +
      'dood+om+ver:brengen,brengt,bracht,brachten,gebracht ' +
      'dood+om+aan+klem+in+omver:rijden,rijdt,reed,reden,gereden ' +
      'dood+neer:trappen,trapt,trapte,trapten,getrapt dood+in+neer+-:schoppen,schopt,schopte,schopten,geschopt ' +
      'dood+in+weg:duwen,duwt,duwde,duwden,geduwd ' +
      'in+open:breken,breekt,brak,braken,gebroken ' +
      'af+aan+toe+-:tasten,tast,tastte,tastten,getast ' +
      'om:kopen,koopt,kocht,kochten,gekocht ' +
      'door+-:verkopen,verkoopt,verkocht,verkochten,verkocht ' +
      'voor+-:liegen,liegt,loog,logen,gelogen be:driegen,driegt,droog,drogen ' +
      'ont:duiken,duikt,dook,doken,doken ' +
      'ver:zwijgen,zwijgt,zweeg,zwegen,zwegen ' +
      'ver:raden,raadt,ried,rieden,raden ' +
      'ver:bergen,bergt,borg,borgen,borgen onder:duiken,dook,doken,gedoken ' +
      'aan:randen,randt,randde,randden,gerand ' +
      'be+in:sluipen,sluipt,sloop,slopen,geslopen binnen:dringen,dringt,drong,drongen,gedrongen ' +
      'uit:zuigen,zuigt,zoog,zogen,gezogen ' +
      'be:spugen,spuugt,spoog,spogen,spuugd be:spuwen,spuwt,spuwde,spuwden,spuwd -:spugen,spuugt,spuugde,spuugden,gespuugd -:spuwen,spuwt,spuwde,spuwden,gespuwd ' +
      'op:blazen,blaast,blies,bliezen,geblazen ' +
      'af:persen,perst,perste,persten,geperst ' +
      'dood+uit+op:hongeren,hongert,hongerde,hongerden,gehongerd ' +
      'toe:brengen,brengt,bracht,brachten,gebracht ' +
      '-:dwingen,dwingt,dwong,dwongen,gedwongen af:dwingen,dwingt,dwong,dwongen,gedwongen ' +
      'samen+-:zweren,zweert,zwoer,zwoeren,gezworen ' +
      'over:treden,treedt,trad,traden,treden ' +
      'door+-:smokkelen,smokkelt,smokkelde,smokkelden,gesmokkeld ' +
      'weg+mee:nemen,neemt,nam,namen,genomen ' +
      'aan:steken,steekt,stak,staken,gestoken -:kelen,keelt,keelde,keelden,gekeeld ' +
      'mis:bruiken,bruikt,bruikte,bruikten,bruikt ' +
      'vals:spelen,speelt,speelde,speelden,gespeeld ' +
      'brand:stichten,sticht,stichtte,stichtten,gesticht ' +
      'haat:zaaien,zaait,zaaide,zaaiden,gezaaid -:zaaien,zaait,zaaide,zaaiden,gezaaid ' +
      '-:bijten,bijt,beet,beten,gebeten ' +
      'achter:houden,houdt,hield,hielden,gehouden ' +
      'wit:wassen,wast,waste,wasten,gewassen',
  ),
  'steekpenningen bestolen beroofd bedrogen ontdoken verzwegen verraden geschonden schond schonden opgelicht lichtte omgebracht ombracht brandstichtte ' +
    'doodgestoken neergestoken doodgeslagen neergeslagen doodgeschoten neergeschoten uitgebuit afgeperst afgetuigd aangezet opgezet',
].join(' ');

/** Verbs that tell an offence only where somebody is held to account. */
export const SOFT_DEED_VERBS = [
  weakForms(
    'huisvesten vervoeren transporteren in|voeren uit|voeren invoeren uitvoeren verhuren plakken spuiten uit|schelden bemachtigen verhullen vernietigen ' +
      'wissen opgraven misleiden beïnvloeden hinderen belemmeren tegen|werken weigeren negeren ontwijken kraken bouwen kappen storten verbranden demonstreren betogen protesteren ' +
      'declareren factureren overmaken over|maken speculeren aan|maken na|bootsen sponsoren steunen rekruteren werven propageren delen retweeten plaatsen publiceren vertonen tonen downloaden ' +
      'leveren opslaan bezitten dragen produceren fabriceren vervaardigen bereiden overschrijden omzeilen raadplegen bekijken',
  ),
  strongForms(
    'op:roepen,roept,riep,riepen,geroepen door+weg+te+-:rijden,rijdt,reed,reden,gereden -:verkopen,verkoopt,verkocht,verkochten,verkocht -:dragen,draagt,droeg,droegen,gedragen over:schrijden,schrijdt,schreed,schreden,schreden ' +
      'door:geven,geeft,gaf,gaven,gegeven vrij:geven,geeft,gaf,gaven,gegeven aan:nemen,neemt,nam,namen,genomen mee:nemen,neemt,nam,namen,genomen ' +
      'uit+-:lenen,leent,leende,leenden,geleend ',
  ),
  'wapens drugs bom geld leiding gezaaid gelogen explosief explosieven handgranaat opdracht cocaïne heroïne xtc hennep wiet vuurwerk steekpenningen smeergeld',
].join(' ');

import { lazy } from '../text/lazy';

/**
 * Strong and irregular verbs: infinitive, past singular, past plural, participle, then irregular forms of the present.
 * Their derivatives (`bewijzen`, `aanhouden`) follow from these.
 */
const TABLE = `
bakken bakte bakten gebakken; bederven bedierf bedierven bedorven; beginnen begon begonnen begonnen; bergen borg borgen geborgen;
bevelen beval bevalen bevolen; bewegen bewoog bewogen bewogen; bezwijken bezweek bezweken bezweken; bidden bad baden gebeden;
bieden bood boden geboden; bijten beet beten gebeten; binden bond bonden gebonden; blazen blies bliezen geblazen;
blijken bleek bleken gebleken; blijven bleef bleven gebleven; braden braadde braadden gebraden; breken brak braken gebroken;
brengen bracht brachten gebracht; buigen boog bogen gebogen; denken dacht dachten gedacht; doen deed deden gedaan doe doet;
dragen droeg droegen gedragen; drijven dreef dreven gedreven; dringen drong drongen gedrongen; drinken dronk dronken gedronken;
druipen droop dropen gedropen; duiken dook doken gedoken; dwingen dwong dwongen gedwongen; eten at aten gegeten;
fluiten floot floten gefloten; gaan ging gingen gegaan ga gaat; gelden gold golden gegolden; genezen genas genazen genezen;
genieten genoot genoten genoten; geven gaf gaven gegeven; gieten goot goten gegoten; glijden gleed gleden gegleden;
graven groef groeven gegraven; grijpen greep grepen gegrepen; hangen hing hingen gehangen; heffen hief hieven geheven;
helpen hielp hielpen geholpen; hijsen hees hesen gehesen; houden hield hielden gehouden hou; jagen joeg joegen gejaagd;
kiezen koos kozen gekozen; kijken keek keken gekeken; klimmen klom klommen geklommen; klinken klonk klonken geklonken;
knijpen kneep knepen geknepen; komen kwam kwamen gekomen kom komt; kopen kocht kochten gekocht; krijgen kreeg kregen gekregen;
krimpen kromp krompen gekrompen; kruipen kroop kropen gekropen; lachen lachte lachten gelachen; laden laadde laadden geladen;
laten liet lieten gelaten; lezen las lazen gelezen; liegen loog logen gelogen; liggen lag lagen gelegen; lijden leed leden geleden;
lijken leek leken geleken; lopen liep liepen gelopen; malen maalde maalden gemalen; mijden meed meden gemeden;
nemen nam namen genomen; prijzen prees prezen geprezen; raden raadde raadden geraden; rijden reed reden gereden; rijzen rees rezen gerezen;
roepen riep riepen geroepen; ruiken rook roken geroken; scheiden scheidde scheidden gescheiden; schelden schold scholden gescholden;
schenden schond schonden geschonden; schenken schonk schonken geschonken; scheppen schiep schiepen geschapen; scheren schoor schoren geschoren;
schieten schoot schoten geschoten; schijnen scheen schenen geschenen; schrijden schreed schreden geschreden;
schrijven schreef schreven geschreven; schrikken schrok schrokken geschrokken; schuiven schoof schoven geschoven;
slaan sloeg sloegen geslagen sla slaat; slapen sliep sliepen geslapen; slijten sleet sleten gesleten; sluipen sloop slopen geslopen;
sluiten sloot sloten gesloten; smelten smolt smolten gesmolten; smijten smeet smeten gesmeten; snijden sneed sneden gesneden;
spannen spande spanden gespannen; spinnen spon sponnen gesponnen; spreken sprak spraken gesproken; springen sprong sprongen gesprongen;
staan stond stonden gestaan sta staat; steken stak staken gestoken; stelen stal stalen gestolen; sterven stierf stierven gestorven;
stijgen steeg stegen gestegen; strijden streed streden gestreden; strijken streek streken gestreken; treden trad traden getreden;
treffen trof troffen getroffen; trekken trok trokken getrokken; vallen viel vielen gevallen; vangen ving vingen gevangen;
varen voer voeren gevaren; vechten vocht vochten gevochten; verdwijnen verdween verdwenen verdwenen; vergeten vergat vergaten vergeten;
verliezen verloor verloren verloren; vinden vond vonden gevonden; vliegen vloog vlogen gevlogen; vouwen vouwde vouwden gevouwen;
vragen vroeg vroegen gevraagd; vriezen vroor vroren gevroren; wassen waste wasten gewassen; wegen woog wogen gewogen;
werpen wierp wierpen geworpen; werven wierf wierven geworven; weten wist wisten geweten; wijken week weken geweken;
wijten weet weten geweten; wijzen wees wezen gewezen; winden wond wonden gewonden; winnen won wonnen gewonnen; wreken wreekte wreekten gewroken;
wrijven wreef wreven gewreven; zeggen zei zeiden gezegd; zenden zond zonden gezonden; zien zag zagen gezien zie ziet;
zingen zong zongen gezongen; zinken zonk zonken gezonken; zinnen zon zonnen gezonnen; zitten zat zaten gezeten;
zoeken zocht zochten gezocht; zuigen zoog zogen gezogen; zwellen zwol zwollen gezwollen; zwemmen zwom zwommen gezwommen;
zweren zwoer zwoeren gezworen; zwerven zwierf zwierven gezworven; zwijgen zweeg zwegen gezwegen`;

/** What a form of a strong verb is a form of. */
export interface StrongForms {
  /** Form to infinitive, for the infinitive itself, the past and the irregular present. */
  readonly finite: ReadonlyMap<string, readonly string[]>;
  /** Participle without `ge-` to infinitive: `houden` of `gehouden`, `bedorven`. */
  readonly participles: ReadonlyMap<string, readonly string[]>;
}

export const strongForms = lazy((): StrongForms => {
  const finite = new Map<string, string[]>();
  const participles = new Map<string, string[]>();
  for (const line of TABLE.split(';')) {
    const [infinitive, past, pasts, participle, ...present] = line.trim().split(/\s+/);
    for (const form of [infinitive!, past!, pasts!, ...present]) add(finite, form, infinitive!);
    add(participles, participle!.replace(/^ge(?!n[ie])/, ''), infinitive!);
  }
  return { finite, participles };
});

function add(table: Map<string, string[]>, form: string, infinitive: string): void {
  table.set(form, [...(table.get(form) ?? []), infinitive]);
}

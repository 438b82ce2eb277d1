/** A law: what is punished differs from article to article, the words around it come back in each. */
const DEEDS = [
  'een brief van een ander opent',
  'een dijk doorsteekt',
  'een valse munt uitgeeft',
  'een getuige omkoopt',
  'een schip laat stranden',
  'een zegel verbreekt',
  'een graf schendt',
  'een merk namaakt',
  'een put vergiftigt',
  'een baken verplaatst',
  'een akte vervalst',
  'een veer onttakelt',
  'een molen stillegt',
  'een register wegmaakt',
  'een maat verkort',
  'een sluis openzet',
];
const PENALTIES = ['zes maanden', 'een jaar', 'twee jaren', 'vier jaren'];

const LAW =
  [
    'Wet op de kustplaatsen',
    'Titel I. Van misdrijven tegen het gemeen',
    ...DEEDS.flatMap((deed, k) => [
      `Artikel ${k + 1}`,
      `Hij die opzettelijk en wederrechtelijk ${deed}, wordt gestraft met gevangenisstraf van ten hoogste ${PENALTIES[k % 4]!} of geldboete van de derde categorie.`,
      'Indien het feit de dood ten gevolge heeft, wordt de straf met een derde verhoogd.',
      ...(k % 3 === 0 ? ['De rechter kan de schuldige ontzetten uit het recht om een ambt te bekleden.'] : []),
      ...(k % 4 === 1 ? ['De poging is strafbaar.'] : []),
    ]),
    'Slotbepaling. Deze wet treedt in werking op een tijdstip dat bij koninklijk besluit wordt bepaald.',
  ].join('\n') + '\n';

const NEWS = `Havenmeester van Harlingen opgepakt

Harlingen, 14 mei. De havenmeester van Harlingen, Sytske Wiarda, is dinsdagochtend in haar woning aan de Noorderhaven aangehouden. De officier van justitie verdenkt haar van omkoping en van valsheid in geschrifte.

Volgens de recherche nam Wiarda jarenlang geld aan van twee rederijen uit Delfzijl. In ruil daarvoor kregen hun schepen voorrang bij de sluis. „Het ging om kleine bedragen, maar het waren er veel”, zegt rechercheur Bouke Dijkstra.

Reder Theunis Algra hangt de zaak liever niet aan de grote klok. Hij geeft toe dat zijn kantoor in 2017 en 2018 enveloppen liet bezorgen, maar weigert te zeggen hoeveel erin zat. Zijn vennoot Pieter Noordhof was maandag niet bereikbaar.

De burgemeester van Harlingen, Marijke Oosterbaan, noemt de aanhouding een klap voor de stad. Zij heeft het college gevraagd om een onderzoek naar het toezicht in de haven. Dat onderzoek moet voor de zomer klaar zijn.

In het café De Lichtboei wordt over weinig anders gesproken. Schipper Haije Roorda zegt dat iedereen het wist. „Wie betaalde, die voer. Wie niet betaalde, die wachtte.” Een ander haalt zijn schouders op en bestelt nog een kop koffie.

De advocaat van Wiarda, mr. Frouke Idema uit Leeuwarden, spreekt van een misverstand. Haar cliënte zou leningen hebben gekregen, die zij heeft terugbetaald. Bewijzen daarvan legt zij volgende week aan de rechter voor.

Het Openbaar Ministerie in Groningen bevestigt dat ook een oud-medewerker van de gemeente is gehoord. Hij zou de rekeningen hebben geboekt onder de post onderhoud. Of hij verdachte is, wil de woordvoerder niet zeggen.

Wiarda werd in 2009 benoemd, als eerste vrouw in dat ambt. Zij stond bekend als streng. Vorig jaar legde zij nog drie kotters aan de ketting omdat hun papieren niet klopten. Die kotters waren van een concurrent van Algra.

De rechtbank in Leeuwarden beslist vrijdag of Wiarda langer vast blijft zitten. Op omkoping van een ambtenaar staat ten hoogste zes jaar gevangenisstraf. Op valsheid in geschrifte staat dezelfde straf.

De gemeente heeft de sluis tot nader order onder beheer van de provincie gesteld. Vissers uit Makkum en Stavoren vrezen vertraging. „Wij zijn weer de dupe”, zegt Roorda, die met zijn kotter al twee dagen buiten ligt.
`;

const INTERVIEW = `A conversation with the archivist

Marrit Feenstra kept the papers of the town of Dokkum for thirty-one years. She speaks about lost letters, a stolen register and the price of silence.

When did you first hear about the missing register?
In the spring of 1994. A student from Groningen asked for the register of 1811, and the box was empty. I thought it had been put back in the wrong place.

Did you tell anybody?
No.

Why not?
Because Mr Hania was still the mayor then, and Mr Hania did not like questions. He had been convicted of perjury in 1962, which everybody in Dokkum had agreed to forget.

Was he involved?
I don't know. The police in Leeuwarden questioned him twice. He was accused of receiving stolen goods, and in 1996 he was acquitted. The public prosecutor never appealed.

Did you believe him?
No.

Where is the register now?
In a bank in Antwerp, I am told. A dealer named Lucas Verhaege offered it for sale in 2003. He was charged with handling stolen property, but the case was dismissed because too much time had passed.

What is in it that people would pay for?
Names. In 1811 everybody had to take a family name, and some families would rather have another one. "We have always been Van Wyngaarden," they say. The register says Poepjes.

Have you been threatened?
Once. A man rang my bell in Holwerd, late in the evening, and said that paper burns well. I wrote his number plate on the back of my hand.

Did the police find him?
No.

Would you do it again?
I would have called the newspaper on the first day. Silence costs more than a lawyer, that is what I have learned from it. My successor, Jurjen Tamsma, has a camera above the door.

What do you miss most?
The smell of the strong-room in winter, and old Mrs Botma, who came every Thursday to look for her grandfather and never found him.
`;

/** Three articles of kinds that differ in what makes their annotations hard to keep. */
export const ARTICLES = { 'wet.txt': LAW, 'nieuws.txt': NEWS, 'gesprek.txt': INTERVIEW } as const;

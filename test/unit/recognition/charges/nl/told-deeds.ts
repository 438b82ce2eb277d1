/** Daden die in een eigen zin of bijzin worden verteld, naar de bouw van de zin: `naam van de bouw`, daaronder de zinnen. */
export const DUTCH_TOLD_DEEDS: Readonly<Record<string, string>> = {
  'hearsay in a main clause': `
De politie hield een man uit Goes aan. Hij zou {{C:suspected|twee ruiten hebben ingetikt}}.
Tegen de notaris loopt een tuchtzaak. Volgens de klacht zou zij een {{C:accused|erfgenaam hebben opgelicht}}.
`,
  'a deed according to an authority': `
De drie hebben volgens de recherche {{C:suspected|fietsen gestolen}}.
Hij had volgens de rechters {{C:convicted|zijn cliënten opgelicht}}.
`,
  'a relative clause before an arrest or a sentence': `
De bakker die {{C:suspected|zijn buurman neerstak}}, is gearresteerd.
Een koerier die {{C:convicted|sigaretten smokkelde}} moet een half jaar de cel in.
`,
  'a relative clause behind a step of the law': `
Het parket eist twee jaar tegen een verpleger die {{C:on trial|patiënten bestal}}.
De boer deed aangifte tegen een jager die {{C:accused|zijn hond had doodgeschoten}}.
`,
  'what an authority thinks or finds': `
Het OM vermoedt dat de wethouder {{C:suspected|documenten heeft vervalst}}.
De rechtbank oordeelde dat hij {{C:convicted|zijn zus had mishandeld}}.
Justitie verwijt het bestuur dat het de {{C:charged|accountant heeft misleid}}.
`,
  'what is admitted or denied': `
De verdachte erkende dat hij {{C:suspected|geld had verduisterd}}.
De man geeft toe dat hij {{C:suspected|agenten heeft beledigd}}.
Ze ontkent dat ze {{C:on trial|haar nicht heeft vergiftigd}}.
`,
  'a reason in front': `
Omdat hij een {{C:convicted|conducteur had bespuugd}}, kreeg hij een boete.
`,
  'a penalty for whoever does it': `
Wie een {{C|agent bespuugt}}, riskeert een maand cel.
`,
  'what follows an offence in a headline': `
Drie mannen aangehouden na {{C:suspected|overval op juwelier}}
Werkstraf na {{C:convicted|mishandeling van conducteur}}
`,
  'formal causes': `
Hij is ter zake van {{C:convicted|heling}} veroordeeld.
Zij werd veroordeeld ter zake {{C:convicted|diefstal met braak}}.
`,
};

/** Zinnen met dezelfde bouw die niemand iets ten laste leggen. */
export const DUTCH_TOLD_NOTHING = `
De vrouw die de buurman redde, is geëerd.
Hij zou volgens de krant een huis hebben gekocht.
De kok geeft toe dat hij van suiker houdt.
Wie vroeg komt, krijgt een stoel.
De schilder heeft volgens zijn dochter veel gelachen.
De zanger ontkent dat hij moe is.
De commissie vindt dat het plan duur is.
Een fietser die de trein miste, moest een uur wachten.
`;

/** Ontwikkelzinnen, van ons, één per regel: `{{C:stage|feit}}`, of `{{C|...}}` waar de tekst geen stadium noemt. */
export const DUTCH_CHARGES = `
Een man werd opgepakt voor het {{C:suspected|lozen van vervuild water}} in een vijver.
De recherche hield de man aan voor {{C:suspected|doodslag}} en {{C:suspected|wapenbezit}}.
De notaris is uit het ambt gezet wegens {{C:convicted|verduistering}}.
De senator wordt aangeklaagd voor {{C:charged|plundering}} en, in een aparte zaak, {{C:charged|meineed}}.
De agenten arresteerden een man die een {{C:suspected|kerk in brand zou hebben gestoken}}.
De rapper riskeert vijf jaar cel voor {{C:charged|wapenbezit}}.
De premier ontkent dat hij zich schuldig heeft gemaakt aan {{C:on trial|fraude}}.
De beschuldiging van {{C:accused|plagiaat}} aan het adres van de schrijver is ongegrond.
De agent stelde een proces-verbaal op wegens {{C:suspected|wildplassen}}.
Zijn advocaat vroeg de vrijspraak voor {{C:on trial|oplichting}}.
De slager wordt niet vervolgd voor {{C:dismissed|oplichting}}.
Twee broers uit Tilburg worden verdacht van {{C:suspected|brandstichting}}.
Hij werd ervan verdacht {{C:suspected|wapens te hebben gesmokkeld}}.
De vrouw die van {{C:suspected|oplichting}} wordt verdacht, zweeg.
Een agent verdacht van {{C:suspected|corruptie}} is geschorst.
Justitie verdenkt de bankier van {{C:suspected|witwassen}} en {{C:suspected|valsheid in geschrifte}}.
De politie hield een man aan op verdenking van {{C:suspected|mishandeling van zijn buurman}}.
De verdachte van de {{C:suspected|moord op de juwelier}} is gevlucht.
De chauffeur wordt beschuldigd van {{C:accused|doodslag}}.
De generaal is beschuldigd van {{C:accused|oorlogsmisdaden}}.
Zij wordt ervan beschuldigd {{C:accused|haar zus te hebben vergiftigd}}.
De beschuldiging van {{C:accused|spionage}} is volgens hem verzonnen.
Hij is aangeklaagd wegens {{C:charged|smaad}}.
De aanklacht wegens {{C:charged|landverraad}} telt tachtig bladzijden.
De aanklacht luidt {{C:charged|poging tot moord}}.
Hem wordt {{C:charged|verduistering}} ten laste gelegd.
Aan de kapitein is {{C:charged|mensensmokkel}} ten laste gelegd.
De burgemeester wordt vervolgd wegens {{C:charged|belangenneming}}.
Hij wordt vervolgd voor {{C:charged|deelname aan een criminele organisatie}}.
De rechtbank veroordeelde hem wegens {{C:convicted|afpersing}}.
Ze werd veroordeeld tot twee jaar cel voor {{C:convicted|diefstal met geweld}}.
Hij is wegens {{C:convicted|ontvoering}} tot acht jaar veroordeeld.
De man die voor {{C:convicted|verkrachting}} werd veroordeeld, gaat in beroep.
Begin maart kreeg hij een boete omdat hij {{C:convicted|zonder vergunning een betoging had gehouden}}.
De slager kreeg een boete voor het {{C:convicted|verkopen van bedorven vlees}}.
De leider werd schuldig bevonden aan {{C:convicted|volkerenmoord}}.
Hij zou zich schuldig hebben gemaakt aan {{C:suspected|omkoping van ambtenaren}}.
De arts werd vrijgesproken van {{C:acquitted|doodslag}}.
Van {{C:acquitted|poging tot moord}} werd ze vrijgesproken.
De vrijspraak voor {{C:acquitted|heling}} bleef overeind.
De klacht wegens {{C:dismissed|laster}} werd geseponeerd.
De aanklacht wegens {{C:dismissed|godslastering}} is ingetrokken.
Een tiener werd opgepakt voor {{C:suspected|vandalisme}}.
De douane arresteerde een Zweed wegens {{C:suspected|smokkel van sigaretten}}.
Hij zit vast wegens {{C:suspected|terrorisme}}.
Ze werden aangehouden in verband met de {{C:suspected|overval op een benzinestation}}.
De ex-minister staat terecht wegens {{C:on trial|verduistering}}.
Morgen moet hij terechtstaan voor {{C:on trial|stalking}}.
Hij moet zich verantwoorden voor {{C:on trial|fraude}} en {{C:on trial|omkoping}}.
Tegen hem is vier jaar cel geëist wegens {{C:on trial|drugshandel}}.
Het OM eiste een werkstraf voor {{C:on trial|mishandeling}}.
De voetballer werd geschorst wegens {{C:convicted|doping}}.
De bakker werd beboet wegens {{C:convicted|zwartwerk}}.
De krant werd gedagvaard wegens {{C:charged|belediging van het staatshoofd}}.
Hij wordt gezocht wegens {{C:suspected|moord}}.
Tegen de Servier loopt een arrestatiebevel wegens {{C:suspected|genocide}}.
Hij werd geëxecuteerd wegens {{C:convicted|hoogverraad}}.
Op {{C|smokkel}} staat vijf jaar cel.
Op het {{C|beledigen van de koning}} staat een gevangenisstraf van vijftien jaar.
Op {{C|diefstal}} staat vier jaar, op {{C|heling}} zes jaar.
Drie jaar cel voor {{C:convicted|gijzeling}}
Man vast voor {{C:suspected|doodslag}}
Vrijspraak voor {{C:acquitted|brandstichting}}
Hij werd veroordeeld wegens „{{C:convicted|zaaien van tweedracht}}”.
Zij is aangeklaagd wegens ' {{C:charged|ondermijning van de staat}} ' .
De activist wordt verdacht van het „{{C:suspected|aanzetten tot haat}}”, aldus de politie.
Hij werd opgepakt omdat hij {{C:suspected|lid zou zijn van een verboden partij}}.
De studenten zijn veroordeeld voor het {{C:convicted|in brand steken van een vlag}}.
Vijf leden werden aangehouden wegens {{C:suspected|vernieling}}, {{C:suspected|diefstal}} en {{C:suspected|geweldpleging}}.
Wegens {{C:convicted|meineed}} kreeg de getuige zes maanden.
Hij werd vervolgd wegens {{C:dismissed|smaad}}, maar de zaak werd geseponeerd.
Zij was aangeklaagd wegens {{C:acquitted|mishandeling}}, maar de rechter sprak haar vrij.
De raadkamer stelde hem buiten vervolging voor {{C:dismissed|aanranding}}.
Hij wordt gezocht wegens het {{C:suspected|witwassen van 3 miljoen dollar}}.
Zij staat terecht voor {{C:on trial|moord met voorbedachten rade}}.
De man wordt vervolgd wegens {{C:charged|drugshandel op grote schaal}}.
Voor het {{C:convicted|doden van een beschermd dier}} kreeg hij een boete van 500 euro.
Hij zit vast voor {{C:convicted|drugshandel}}.
Een zanger sleepte haar voor de rechter wegens {{C:accused|laster}}.
Zij werd in staat van beschuldiging gesteld wegens {{C:charged|spionage voor Rusland}}.
Volgens de aanklager maakte hij zich schuldig aan {{C:charged|foltering}}.
Justitie vervolgt het kantoor voor het {{C:charged|niet melden van ongebruikelijke transacties}}.
Of hij ook voor {{C:suspected|witwassen}} vervolgd wordt, is niet bekend.
Van {{C:acquitted|heling}} werd zij vrijgesproken, maar voor {{C:convicted|diefstal}} kreeg zij twee maanden cel.
De beheerder is in verdenking gesteld van {{C:charged|misbruik van vertrouwen}}.
Hij werd veroordeeld voor {{C:convicted|drugs- en wapenhandel}}.
De dader werd bestraft wegens {{C:convicted|rijden onder invloed}}.
Zijn proces wegens {{C:on trial|fraude}} begint in mei.
Hij eist schadevergoeding wegens {{C:accused|contractbreuk}}.
De tuchtrechter berispte haar wegens {{C:convicted|schending van het beroepsgeheim}}.
De oud-directeur is uitgeleverd wegens {{C:charged|oplichting}}.
Het hof achtte {{C:convicted|valsheid in geschrifte}} bewezen.
Hij is beschuldigd van {{C:accused|fraude}} en van {{C:accused|diefstal}}.
Haar wordt {{C:accused|laster}} verweten.
De rechter sprak hem vrij van {{C:acquitted|verkrachting}}.
`;

/** Zinnen die op een beschuldiging lijken en er geen zijn. */
export const DUTCH_NO_CHARGES = `
De minister werd beschuldigd van arrogantie.
De krant beschuldigt de koning van partijdigheid.
Zij beschuldigde haar broer van ondankbaarheid.
Hij wordt verdacht van luiheid.
Het debat over haatzaaien liep uit.
Niemand is aangehouden voor de moord.
Er werd niemand vervolgd wegens de brand.
De afdeling Fraude verhuist naar Zwolle.
Het hof veroordeelde de aanslag niet.
De premier veroordeelde het geweld.
Hij werd veroordeeld tot hard werken.
De rechtbank veroordeelde hem tot twee jaar cel.
De moord op de schilder schokte het dorp.
Het aantal inbraken daalde met zes procent.
De politie hield veertig mensen aan.
Ze werd opgepakt voor verhoor.
De film is een aanklacht tegen de oorlog.
Op het plein staat een standbeeld van twee meter.
Op de lijst staan twaalf namen.
De wedstrijd werd gestaakt wegens onweer.
De winkel is gesloten wegens vakantie.
Wegens ziekte trad de zanger niet op.
De trein reed niet wegens werkzaamheden.
Hij voelde zich schuldig aan niets.
De trainer kreeg een boete.
De vrijspraak kwam als een verrassing.
De zaak is gesloten.
Zij is verantwoordelijk voor de begroting.
De verdachte zweeg.
De verdachten van gisteren zijn vrij.
Het proces duurt drie weken.
De beschuldigingen vlogen over tafel.
De wet tegen witwassen wordt strenger.
Een bank in Breda werd overvallen.
Brandstichting verwoestte een schuur.
Er kwam een klacht over geluid.
De klacht gaat over de soep.
De patiënt wordt ervan verdacht griep te hebben.
Een verdacht pakketje lag op het station.
De rechter vroeg om stilte.
Zij pleitte voor meer geld.
De officier eiste drie jaar.
De jury kon niet kiezen.
De schrijver van misdaadromans woont in Gent.
De advocaat sprak van een schande.
De spits werd geschorst voor twee duels.
De school kreeg een waarschuwing.
Hij heeft zich verslapen en kreeg daar spijt van.
Wie te laat komt, betaalt een boete.
Zijn straf zit erop.
De onderzoekers verdenken een bacterie.
De agent schreef een bon uit.
Ze beschuldigden elkaar van leugens.
De oppositie verwijt de minister traagheid.
Hij staat bekend om zijn humor.
Het vonnis volgt over twee weken.
De celstraf werd omgezet.
De politie zoekt getuigen.
Slachtoffers van geweld krijgen hulp.
De tentoonstelling over hekserij opent zondag.
Een onderzoek naar de oorzaak van de brand begint morgen.
De president werd beticht van zwakte.
De coach beschuldigde de scheidsrechter van blindheid.
De vangst viel tegen wegens het slechte weer.
De prijs werd verlaagd wegens gebrek aan belangstelling.
De gemeente werd vrijgesteld van belasting.
Het paar ging vrij uit eten.
Hij zit vast in de lift.
De boot zat vast wegens laag water.
`;

/** Our own lists of words that speak for or against a name beside them; each is a blank-separated string. */

export const TITLES = `
president premier minister staatssecretaris burgemeester wethouder gouverneur senator koning koningin prins prinses keizer sultan sjeik emir
paus kardinaal bisschop aartsbisschop pastoor dominee imam ayatollah rabbijn generaal kolonel kapitein majoor luitenant admiraal commandant sergeant
korporaal inspecteur commissaris hoofdinspecteur rechter advocaat advocate officier procureur raadsman raadsvrouw professor hoogleraar dokter arts
chirurg directeur directrice voorzitter voorzitster woordvoerder woordvoerster secretaris penningmeester trainer coach bondscoach doelman keeper
verdediger middenvelder spits aanvaller aanvoerder wielrenner renner schaatser schaatsster tennisser tennisster atleet atlete zwemmer zwemster
scheidsrechter arbiter schrijver schrijfster auteur dichter dichteres regisseur acteur actrice zanger zangeres componist dirigent schilder
kunstenaar kunstenares fotograaf journalist journaliste columnist verslaggever verslaggeefster correspondent hoofdredacteur econoom historicus
historica filosoof socioloog bioloog onderzoeker onderzoekster wetenschapper activist activiste leider leidster fractievoorzitter partijleider
lijsttrekker kamerlid parlementslid raadslid ambassadeur diplomaat consul topman topvrouw bestuurder eigenaar eigenares ondernemer zakenman
zakenvrouw boer buurman buurvrouw vader moeder zoon dochter broer zus zusje broertje oom tante neef nicht opa oma grootvader grootmoeder echtgenoot
echtgenote weduwe weduwnaar vriend vriendin man vrouw verdachte getuige slachtoffer meneer mevrouw heer dame juffrouw freule jonkheer graaf gravin baron
barones hertog hertogin mr mr. dr dr. drs drs. ir ir. ing ing. prof prof. ds ds. mgr mgr. jhr jhr. dhr dhr. mw mw. mevr mevr. st. sint
oud-minister ex-president oud-president oud-premier ex-premier vicepresident vice-president vicepremier leraar lerares student studente politicus
hoofd oprichter oprichtster medeoprichter lid werknemer medewerkster vrijwilliger vrijwilligster aanhanger chef volgeling
politica terrorist oppositieleider presidentskandidaat kandidaat persoon inwoner inwoonster medewerker collega
head co-founder cofounder member employee volunteer follower spokesperson chairperson boss
prime chancellor secretary mayor governor congressman congresswoman representative sen. gov. rep. gen. king queen prince princess emperor sheikh
pope cardinal bishop archbishop reverend rev. father mother general colonel captain major lieutenant admiral commander sergeant corporal inspector
superintendent detective constable judge justice attorney lawyer barrister prosecutor solicitor magistrate doctor surgeon professor director chairman
chairwoman chair spokesman spokeswoman spokesperson treasurer manager goalkeeper defender midfielder striker forward winger
skipper cyclist rider skater player athlete swimmer referee umpire author writer poet novelist actor actress singer composer conductor
painter artist photographer reporter editor economist historian philosopher sociologist biologist researcher scientist
leader lawmaker legislator councillor councilman ambassador envoy founder owner businessman businesswoman farmer neighbour neighbor son daughter
brother sister uncle aunt nephew niece cousin grandfather grandmother husband wife widow widower friend suspect defendant witness victim mr mr. mrs
mrs. ms ms. miss sir lord lady dame count countess duke duchess madam deputy chief foreign executive officer ceo ex-president vice teacher student
lezer lezeres luisteraar kijker zuster abdis broeder kapelaan diaken rabbi moefti sjah granman kapitein stuurman machinist
verpleger verpleegster verpleegkundige vroedvrouw huisarts psychiater psycholoog psychologe tandarts dierenarts apotheker notaris curator griffier deurwaarder
aanklager aanklaagster raadsheer politieman politievrouw brigadier korpschef korpsbeheerder dijkgraaf drost gedeputeerde deputé schepen
schepene eurocommissaris commissionaris europarlementariër senatrice gezant zaakgelastigde onderhandelaar bemiddelaar kabinetschef rector decaan docent docente lector
conrector leerling leerlinge scholier scholiere promovendus promovenda wiskundige natuurkundige scheikundige arabist sinoloog sinologe turkoloog
politicoloog politicologe antropoloog antropologe archeoloog archeologe jurist juriste criminoloog criminologe viroloog virologe epidemioloog astronoom taalkundige tolk vertaler
vertaalster uitgeefster redacteur redactrice hoofdredactrice presentator presentatrice omroeper quizmaster cabaretier cabaretière komiek comédienne rapper deejay dj
gitarist gitariste drummer bassist pianist pianiste violist violiste cellist celliste danser danseres choreograaf
choreografe beeldhouwer beeldhouwster architect architecte ontwerper ontwerpster modeontwerper kokkin kapper kapster loodgieter
schilderes visserman veerman chauffeur trucker vrachtwagenchauffeur taxichauffeur conducteur piloot stewardess astronaut kosmonaut
judoka bokser bokster turner turnster roeier roeister zeiler zeilster hockeyer hockeyster volleyballer basketballer handbalster shorttracker shorttrackster sprinter sprintster
veldrijder veldrijdster tijdrijder kopman ploegleider ploeggenoot ploeggenote landgenoot landgenote doelpuntenmaker invaller aanvalster doelvrouw verdedigster
darter schaker schaakster grootmeester golfster jockey pikeur amazone coureur motorcrosser marathonloper marathonloopster
schoonvader schoonmoeder schoonzoon schoondochter zwager schoonzus kleinzoon kleindochter stiefvader stiefmoeder stiefzoon stiefdochter nichtje neefje achternicht baby peuter
tweelingbroer tweelingzus verloofde ex-man ex-vrouw bruid bruidegom peetoom voogd voorganger voorgangster opvolger opvolgster plaatsvervanger tegenstander tegenstandster rivaal rivale
aanvoerster regeringsleider staatshoofd president-directeur topbestuurder financieel analist analiste strateeg hoofdeconoom belegger miljardair miljonair magnaat oligarch makelaar
vakbondsleider vakbondsman bestuurslid raadslid statenlid dissident dissidente vluchteling asielzoeker klokkenluider blogger blogster influencer vlogger youtuber
huishoudster winkelier caféhouder hotelier uitbater uitbaatster veehouder veehoudster imker boswachter stroper opzichter conciërge portier bewaker
reader listener viewer abbot abbess friar brother vicar rector curate deacon chaplain pastor mufti mullah rabbi guru granman
nurse midwife physician psychiatrist psychologist dentist vet pharmacist notary policeman policewoman officer trooper soldier brigadier commodore
attorney counsel alderman selectman deputy assemblyman assemblywoman commissioner delegate negotiator mediator premier taoiseach tánaiste mp msp td
principal headteacher headmaster headmistress lecturer tutor pupil schoolboy schoolgirl mathematician physicist chemist sinologist anthropologist archaeologist criminologist virologist
epidemiologist astronomer linguist interpreter translator publisher presenter broadcaster anchor host newsreader comedian rapper drummer guitarist bassist dancer
choreographer sculptor architect designer stylist hairdresser plumber blacksmith fisherman skipper ferryman trucker cabbie astronaut cosmonaut
judoka boxer gymnast rower sailor hurdler sprinter wrestler jockey trainer bookmaker winger fly-half scrum-half full-back
centre-back left-back right-back captain vice-captain co-driver teammate team-mate compatriot countryman rival opponent predecessor successor stepfather stepmother stepson
stepdaughter grandson granddaughter grandchild father-in-law mother-in-law son-in-law daughter-in-law brother-in-law sister-in-law fiancé fiancée bride groom ex-husband ex-wife
guardian analyst strategist trader broker investor billionaire millionaire tycoon magnate mogul oligarch dissident refugee whistleblower whistle-blower blogger vlogger influencer
shopkeeper innkeeper landlord landlady tenant publican hotelier beekeeper gamekeeper caretaker janitor guard widowed messrs. messrs maj. col. lt.
sgt. capt. capt cpl. pfc. adm. cmdr. det. insp. asst. pres. prof dr msgr. msgr mme mme. mlle herr frau señor señora signor signora monsieur madame
pasha hajji hadji ustad ustaz sheikha sjeikha shaykh maulana hoca sensei pandit shri sri smt. datuk dato chief alhaji alhaja malam
politician candidate resident colleague pilot driver pianist violinist cellist goalscorer batsman bowler seamer spinner pitcher quarterback
`;

export const SAYING = `
zegt zei zeggen zeiden aldus verklaarde verklaart vertelde vertelt meldde meldt antwoordde antwoordt vroeg vraagt vindt vond denkt dacht schreef schrijft
noemde noemt riep roept legt legde benadrukte benadrukt reageerde reageert beweert beweerde ontkende ontkent kopte scoorde
says said say told tells tell asked asks added adds wrote writes replied denied denies argued argues claimed claims explained explains
insisted recalled testified declared announced thinks believes believed thought scored headed
lacht lachte glimlacht glimlachte zucht zuchtte fluistert fluisterde schreeuwt schreeuwde mailt mailde belt belde twittert twitterde herinnert
herinnerde weet wist meent meende
betoogt betoogde concludeert concludeerde klaagt klaagde grapt grapte
laughs laughed smiles smiled sighs sighed whispers whispered shouts shouted emailed e-mailed phoned tweeted posted remembers remembered reckons reckoned hopes
confessed quipped joked recalls
told complained countered retorted boasted shrugged nodded
`;

export const ORGANISATION = `
makelaardij advocatenkantoor rederij scheepswerf werf brouwerij drukkerij distillerie theatergezelschap gezelschap harmonie fanfare koor kerkgenootschap parochie loge
voetbalclub wielerploeg basketbalclub zwemclub schaatsploeg bondsraad vakcentrale werkgeversorganisatie hulporganisatie mensenrechtenorganisatie veiligheidsregio waterschap hoogheemraadschap
woningcorporatie zorgverzekeraar pensioenfonds ziekenfonds energiebedrijf telecombedrijf techbedrijf softwarebedrijf adviesbureau onderzoeksbureau ingenieursbureau uitzendbureau reclamebureau
opsporingsdienst immigratiedienst rekenkamer ombudsman toezichthouder waakhond parlement senaat volksvertegenwoordiging congres ambassade consulaat bisdom synode bataljon divisie eskadron vloot
rekenhof arbeidshof handelsrechtbank beurs dochteronderneming joint-venture consortium rederijen luchtvaartmaatschappij verzekeraar
shipyard brewery distillery printer refinery steelmaker carmaker automaker chipmaker drugmaker planemaker miner driller shipper utility operator wholesaler grocer bookseller
choir troupe ballet opera playhouse parish diocese synod lodge congregation seminary convent abbey monastery embassy consulate secretariat presidium politburo
parliament senate congress assembly legislature ministry treasury exchequer ombudsman regulator inspectorate constabulary squadron fleet brigade division corps garrison militia
consultancy consortium subsidiary joint-venture lobby caucus taskforce task-force institute observatory laboratory archive library gallery
organisatie organisation organization dienst maatschappij coalitie coalition campagne campaign festival project programma vakblad weekblad maandblad tijdschrift
magazine zender kwartet quartet ensemble band website platform collectief netwerk network ploeg team fractie
ngo denktank werkgroep uitgever producent fabrikant keten winkelketen supermarkt start-up startup militie sekte broederschap genootschap instelling
inlichtingendienst actiegroep bende kartel coöperatie brigade bataljon regiment alliantie verbond merk label studio site podcast app
ngo nonprofit non-profit thinktank think-tank charity outfit militia faction watchdog startup start-up maker manufacturer retailer chain supermarket
brand venture firm employer publisher regiment battalion alliance sect cult gang cartel syndicate cooperative channel weekly monthly daily paper
nonprofit subsidiary conglomerate insurer lender carrier airline bloc guerrilla insurgency
partij ministerie bank universiteit hogeschool college stichting vereniging bond vakbond federatie bedrijf concern groep groupe raad commissie comité
rechtbank gerechtshof hof krant dagblad persbureau agentschap omroep museum instituut academie school ziekenhuis kliniek fonds club fc sc ac kv rsc kaa krc
nv n.v. bv b.v. ag gmbh sa s.a. plc ltd ltd. inc inc. corp corp. co co. llc holding verzekeringen hogere parket korps politie brandweer leger marine
front beweging liga unie orkest ensemble theater uitgeverij
party ministry university college foundation association union federation company corporation group council committee commission board court tribunal
newspaper times post herald tribune gazette journal agency broadcaster institute academy hospital clinic fund trust club united city rovers wanderers
athletic albion hotspur airlines airways motors industries systems bank bancorp securities capital partners brothers sons police department office bureau
army navy force guard movement league orchestra press house church cathedral society
`;

export const PLACE_CUES = `
stad steden stadje dorp dorpje gemeente deelgemeente provincie regio streek district departement staat deelstaat land eiland eilanden schiereiland rivier
meer zee oceaan berg gebergte vulkaan dal vallei woestijn kust haven luchthaven vliegveld station gevangenis straat laan plein weg kade gracht brug wijk buurt
kasteel paleis stadion hoofdstad havenstad kustplaats badplaats plaats buurland grensstad noorden zuiden oosten westen noordoosten zuidoosten
noordwesten zuidwesten centrum rand omgeving buitenwijk voorstad
town village city municipality province region county shire district state republic island islands peninsula river lake sea ocean mountain mount mountains
volcano valley desert coast bay gulf strait cape port harbour harbor airport station prison jail street road avenue lane square boulevard bridge
gehucht buurtschap buurtschappen parochie arrondissement kanton voivodschap oblast emiraat sultanaat koninkrijk vorstendom kolonie enclave exclave atol archipel fjord baai golf kaap landtong
moeras polder heide bos woud park natuurgebied reservaat stuwmeer stuwdam dam waterval gletsjer oase krater kanaal sluis tunnel viaduct snelweg rijksweg knooppunt afrit rotonde
industrieterrein bedrijventerrein winkelcentrum markt plantage landgoed buitenplaats fort vesting citadel toren poort burcht ruïne klooster basiliek moskee synagoge begraafplaats kamp vluchtelingenkamp
strafkamp heropvoedingskamp strafkolonie kazerne legerbasis luchtmachtbasis kerncentrale olieveld gasveld platform grensovergang grenspost oever bron monding evenaar oosterburen
hamlet parish borough ward canton prefecture oblast emirate sultanate kingdom principality colony enclave archipelago atoll fjord cape peninsula marsh moor heath forest woods park reserve reservoir
dam waterfall falls glacier oasis crater canal tunnel viaduct motorway highway freeway interstate junction roundabout estate plantation manor fort fortress citadel tower gate abbey basilica
mosque synagogue cemetery camp colony barracks airbase oilfield border crossing outskirts shore shores foothills slopes steppe delta basin
neighbourhood neighborhood suburb castle palace stadium capital north south east west northern southern eastern western central near outside downtown
`;

export const CALENDAR = `
januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
january february march may june july august october monday tuesday wednesday thursday friday saturday sunday
jan. feb. aug. sept. okt. oct. nov. dec. kerstmis pasen pinksteren christmas easter ramadan
`;

/** Peoples and inhabitants that neither CLDR's language names nor the word list's inflections give. */
export const DEMONYMS = `
kazach kazachen kazachse kazachs oeigoer oeigoeren oeigoerse oezbeek oezbeken oezbeekse kirgies kirgiezen kirgizische tadzjiek tadzjieken turkmeen turkmenen
rus russen russische russin turk turken turkse koerd koerden koerdische arabier arabieren arabische pers perzen perzische iraniër iraniërs iraanse irakees
irakezen iraakse syriër syriërs syrische libanees libanezen libanese jood joden joodse israëliër israëliërs israëlische palestijn palestijnen palestijnse
egyptenaar egyptenaren egyptische marokkaan marokkanen marokkaanse algerijn algerijnen algerijnse tunesiër tunesische libiër libische afghaan afghanen
afghaanse pakistaan pakistanen pakistaanse indiër indiërs indiase indisch indische chinees chinezen chinese japanner japanners japanse koreaan koreanen
koreaanse vietnamees vietnamezen vietnamese indonesiër indonesiërs indonesische molukker molukkers molukse surinamer surinamers surinaamse antilliaan
antillianen antilliaanse amerikaan amerikanen amerikaanse canadees canadezen canadese mexicaan mexicanen mexicaanse braziliaan brazilianen braziliaanse
argentijn argentijnen argentijnse chileen chilenen chileense cubaan cubanen cubaanse brit britten britse engelsman engelsen engelse schot schotten schotse
ier ieren ierse fransman fransen franse française duitser duitsers duitse oostenrijker oostenrijkers oostenrijkse zwitser zwitsers zwitserse italiaan
italianen italiaanse spanjaard spanjaarden spaanse portugees portugezen portugese griek grieken griekse belg belgen belgische vlaming vlamingen vlaamse
waal walen waalse nederlander nederlanders nederlandse fries friezen friese limburger limburgse brabander brabantse pool polen poolse tsjech tsjechen
tsjechische slowaak slowaken slowaakse hongaar hongaren hongaarse roemeen roemenen roemeense bulgaar bulgaren bulgaarse serviër serviërs servische kroaat
kroaten kroatische bosniër bosniërs bosnische albanees albanezen albanese oekraïner oekraïners oekraïense georgiër georgische armeniër armeense azerbeidzjaanse
deen denen deense zweed zweden zweedse noor noren noorse fin finnen finse est esten letten litouwer litouwse europeaan europeanen europese
afrikaan afrikanen afrikaanse aziaat aziaten aziatische moslim moslims islamitische christen christenen christelijke katholiek katholieken hindoe hindoes
kazakh kazakhs kazakhstani uyghur uyghurs uighur uighurs uzbek uzbeks kyrgyz tajik tajiks turkmen russian russians turk turks turkish kurd kurds kurdish
arab arabs arabic persian iranian iranians iraqi iraqis syrian syrians lebanese jew jews jewish israeli israelis palestinian palestinians egyptian egyptians
moroccan moroccans algerian algerians tunisian libyan libyans afghan afghans pakistani pakistanis indian indians chinese japanese korean koreans vietnamese
indonesian indonesians surinamese american americans canadian canadians mexican mexicans brazilian brazilians argentine argentinian chilean cuban cubans
british briton britons english englishman scot scots scottish irish irishman welsh french frenchman german germans austrian swiss italian italians spanish
spaniard spaniards portuguese greek greeks belgian belgians flemish walloon dutch dutchman frisian polish pole poles czech czechs slovak hungarian hungarians
romanian romanians bulgarian bulgarians serb serbs serbian croat croats croatian bosnian albanian albanians ukrainian ukrainians georgian georgians armenian
armenians azeri azerbaijani danish dane swedish swede norwegian norwegians finnish finn estonian latvian lithuanian european europeans african africans asian
asians muslim muslims islamic christian christians catholic catholics protestant protestants buddhist hindu hindus sikh sikhs sunni shiite shia tatar tatars
chechen chechens nigerian nigerians kenyan kenyans ethiopian ethiopians somali somalis sudanese congolese rwandan ghanaian australian australians
zealander zealanders filipino filipinos thai malaysian malaysians tibetan tibetans mongolian hui han soviet communist republican republicans democrat democrats
colombian colombians venezuelan venezuelans peruvian bolivian haitian jamaican bengali tamil tamils sinhalese burmese rohingya cambodian nepalese nepali
doengaan doenganen basjkier basjkieren tsjetsjeen tsjetsjenen tsjetsjeense ingoesj ingoesjen osseet osseten abchaas abchazen tsjerkes tsjerkessen dagestani
tataar tataren tataarse boerjaat boerjaten jakoet jakoeten kalmuk kalmukken mongool mongolen mongoolse tibetaan tibetanen tibetaanse pasjtoen pasjtoenen hazara hazara's
beloetsj beloetsjen sindhi punjabi bengaal bengalen singalees singalezen rohingya's kachin hmong zhuang miao hutu hutu's tutsi tutsi's
zoeloe zoeloes xhosa hausa igbo yoruba fulani toeareg toearegs berber berbers amazigh amhaar amharen oromo tigreeër tigreeërs dinka nuer shilluk masai kikuyu luo
jezidi jezidi's aleviet alevieten alawiet alawieten druus druzen kopt kopten maroniet maronieten soenniet soennieten soennitische sjiiet sjiieten sjiitische
roma sinti sami inuit maori maori's papoea papoea's javaan javanen javaanse bosjesman creool creolen hindoestaan hindoestanen hindoestaanse marron marrons inheemse inheemsen
bask basken baskische catalaan catalanen catalaanse bretoen bretons corsicaan corsicanen sorben macedoniër macedoniërs kosovaar kosovaren montenegrijn montenegrijnen
wit-rus wit-russen wit-russische moldaviër azeri's somaliër somaliërs somalische soedanees soedanezen ethiopiër ethiopiërs nigeriaan nigerianen keniaan kenianen
ghanees ghanezen congolees congolezen rwandees rwandezen oegandees oegandezen filipijn filipijnen filipino's maleisiër birmees birmezen nepalees nepalezen
dungan dungans bashkir bashkirs ingush ossetian ossetians abkhaz abkhazian circassian circassians dagestani buryat buryats yakut yakuts kalmyk kalmyks mongol mongols
pashtun pashtuns hazara hazaras baloch baluch balochi sindhi punjabi bengalis rohingyas kachin hmong zhuang miao hutu hutus tutsi tutsis zulu zulus xhosa hausa
igbo yoruba fulani tuareg tuaregs berber berbers amazigh amhara amharas oromo oromos tigrayan tigrayans dinka nuer shilluk maasai kikuyu luo yazidi yazidis alevi alevis
alawite alawites druze copt copts coptic maronite maronites sunnis shiites roma sinti sami inuit maori maoris papuan papuans javanese creole creoles quechua aymara mapuche
navajo cherokee sioux mohawk cree basque basques catalan catalans breton bretons corsican corsicans sorbs macedonian macedonians kosovar kosovars montenegrin montenegrins
slovene slovenes slovenian belarusian belarusians moldovan moldovans azeris eritrean eritreans ugandan ugandans zambian zambians zimbabwean senegalese malian yemeni yemenis
saudi saudis qatari qataris emirati kuwaiti jordanian jordanians taiwanese hongkonger hongkongers singaporean malays cossack cossacks pamiri pamiris
`;

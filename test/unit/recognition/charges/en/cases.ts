/** Development sentences, ours, one a line: `{{C:stage|offence}}`, or `{{C|...}}` where the text gives no stage. */
export const ENGLISH_CHARGES = `
Prosecutors said he {{C:charged|had taken bribes from a builder}}.
Regulators allege that the exchange {{C:accused|operated as an unregistered broker}}.
The tax office said it would pay to settle claims that it {{C:accused|discriminated against widows}}.
Detectives investigating the {{C:suspected|murder of a farmer}} have arrested two men.
He was picked up by the army for {{C:suspected|listening to foreign radio}}.
She pleaded guilty to {{C:convicted|battery}} for {{C:convicted|shoving a reporter}}.
The court ordered a retrial for a man jailed over the {{C:on trial|death of his wife}}.
They face twenty years if convicted on charges that they {{C:charged|stole copper wire}}.
A court acquitted two of the activists accused of {{C:acquitted|subversion}} but convicted 14 others.
The tycoon won his appeal against a conviction for {{C:acquitted|insider dealing}}.
Jurors deadlocked on two counts of {{C:on trial|assault}}.
The firm was acquitted of {{C:acquitted|corruption in the acquisition of an oil field}}.
He was found guilty of the {{C:convicted|murder of a man who had refused to pay him}}.
He was accused of {{C:accused|having seized power illegally}} two years earlier.
For {{C:convicted|refusing to salute}}, the boy was expelled from school.
Gareth Pugh, 31, {{C:convicted|speeding}}, fined £120.
The students were let off with a warning for {{C:convicted|trespassing}}.
He was charged with {{C:charged|accepting bribes from a Brazilian builder}}.
It took eleven years to clear the teacher of {{C:acquitted|indecency}}.
Six soldiers face disciplinary action for {{C:suspected|posing with the dead}}.
Police filed charges against a clerk for {{C:charged|passing letters to a rival}}.
Our crime was {{C:convicted|damaging the harmony of the nation}}.
Prosecutors unsealed charges against two clerks, alleging they {{C:charged|hacked into a bank}} and {{C:charged|traded on its secrets}}.
Shareholders sued the brewer, claiming it {{C:accused|hid the cost of a recall}} for two years.
The indictment says that between 2016 and 2019 she {{C:charged|laundered money for a gang}}.
He had six convictions, including {{C:convicted|burglary}} and {{C:convicted|assault occasioning actual bodily harm}}.
Six men were arrested in {{C:suspected|people-smuggling}} raids.
The judge threw out a {{C:dismissed|libel}} suit against the paper.
Voters who {{C|sell their ballot}} can be fined up to 500 pounds.
The club was charged with more than 100 {{C:charged|breaches of its budget}}.
Police opened a criminal case against the director over what they called {{C:suspected|justification of terrorism}}.
She was convicted of {{C:convicted|wearing a seditious T-shirt}}.
The hiker was fined for {{C:convicted|getting too close to a bison}}.
He was charged with {{C:convicted|sabotage}} and {{C:convicted|spying}}, and sentenced to death.
He was court-martialled for {{C:on trial|cowardice}} and shot at dawn.
A woman who threw soup at a painting was convicted of {{C:convicted|criminal damage}}.
The couple accused of {{C:on trial|starving a horse}} entered pleas of not guilty.
The lawyer faces up to ten years in prison for {{C:charged|spreading false news}}.
He was found not guilty on a separate count of {{C:acquitted|witness tampering}}.
Police recommended that the minister be indicted for {{C:suspected|fraud}}.
The mayor will not be tried for {{C:dismissed|abuse of office}}.
“My client is innocent of {{C:on trial|fraud}},” the lawyer said.
Two groups urged the state to drop charges of {{C:charged|sedition}} against the poet.
The court was told the {{C:charged|fraud}} charges should be thrown out.
Prosecutors sought a ten-year term, accusing the heir of {{C:on trial|bribery}}.
Officers are looking into allegations that he {{C:suspected|beat a prisoner}}.
The preacher, accused by the junta of {{C:accused|harming the honour of the state}}, was freed.
The skater was cleared of {{C:acquitted|doping}} on the ground that the sample was spoilt.
He had his conviction for {{C:acquitted|rigging rates}} overturned.
The jury found him not guilty of {{C:acquitted|attempted rape}} but guilty of {{C:convicted|indecent assault}}.
He was given five years for {{C:convicted|fraud}} and, in a separate case, {{C:convicted|perjury}}.
They were jailed for {{C:convicted|membership of a banned group}} because they {{C:convicted|had prayed at a funeral}}.
Anyone who {{C|insults the flag}} faces three years in prison.
A printer was jailed for “{{C:convicted|unhelpful attitudes in wartime}}”.
He is alleged to have {{C:accused|stolen $4 million from the party}}.
The porter was arrested after he allegedly {{C:suspected|threatened the bishop}}.
The attorney charged her with {{C:charged|second degree murder}}.
He was sentenced to seven months for {{C:convicted|theft}}, which he denied.
She was charged with {{C:convicted|affray}}. She was jailed for a year.
He was convicted of {{C:acquitted|assault}} in May but won his appeal.
The prosecution asked for a sentence of ten years for {{C:on trial|treason}}.
Charges of {{C:dismissed|rape}} against the singer were dropped last week.
The clerk was fined for {{C:convicted|selling land that belonged to the parish}} in March.
Prosecutors charged the mayor with {{C:charged|bribery}}, and his driver Tom Eke with {{C:charged|money laundering}}.
She was charged with {{C:charged|organising and leading a criminal group}}.
A court jailed him for {{C:convicted|membership in the Green movement}}.
A suspect was charged with {{C:charged|attempted murder}} over the stabbing of a novelist.
The council fined her for {{C:convicted|not having a licence}}.
She was accused of {{C:dismissed|forgery}}, but the case was dropped.
He was charged with {{C:acquitted|theft}} in 2019. He was acquitted.
The state abandoned its prosecution for {{C:dismissed|sedition}}.
An appeal court quashed the conviction of Everett Nye for {{C:acquitted|arson}}.
He was charged with {{C:charged|affray}}, not with assault.
She pleaded not guilty to charges of {{C:on trial|fraud}}.
Two brothers were accused by prosecutors of {{C:accused|propaganda against the state}}.
They face charges of {{C:charged|inciting national, racial or religious hatred}}.
The jury convicted him of {{C:convicted|manslaughter}} but not of {{C:acquitted|murder}}.
Whether she will be charged with {{C:suspected|perjury}} is not known.
A judge dismissed a charge of {{C:dismissed|cruelty}} against Martha Fox.
The winger was banned for {{C:convicted|biting}} on Sunday.
He was found guilty of {{C:convicted|abuse of office}} and {{C:convicted|money laundering}}.
She was fined for {{C:convicted|smuggling parrots in suitcases}}.
The miller was convicted of {{C:convicted|obtaining a loan by deception}}.
They were accused of {{C:accused|sharing out bribes}}.
The trial of two dockers accused of {{C:on trial|smuggling}} opened in Hull.
If convicted of {{C:charged|perjury}} she faces a year in jail.
He was charged with {{C:charged|theft}} in May.
He was charged with {{C:acquitted|theft}} in May and acquitted.
Two brothers from Leeds were charged with {{C:charged|arson}}.
She was charged on Tuesday with {{C:charged|attempted murder}}.
Prosecutors charged the banker with {{C:charged|money laundering}} and {{C:charged|tax evasion}}.
Prosecutors have charged him with two counts of {{C:charged|fraud}}.
A clerk charged with {{C:charged|stealing medicine}} was released.
He faces charges of {{C:charged|bribery}}, {{C:charged|extortion}} and {{C:charged|obstruction of justice}}.
The colonel was arrested on charges of {{C:charged|plotting a coup}}.
Four officials appeared in court on {{C:charged|corruption}} charges.
A {{C:charged|murder}} charge was read out in Galway.
The widow faces {{C:charged|fraud}} and {{C:charged|forgery}} charges.
The driver is accused of {{C:accused|manslaughter}}.
The general is accused of {{C:accused|ordering the killing of protesters}}.
Police accused the editor of {{C:accused|inciting hatred}}.
The ministry accuses three teachers of {{C:accused|espionage}}.
He stands accused of {{C:accused|smuggling weapons}} and {{C:accused|harbouring rebels}}.
The nurse, accused of {{C:accused|poisoning two patients}}, wept in the dock.
Accused of {{C:accused|blasphemy}}, the cobbler fled to the hills.
He was suspected of {{C:suspected|involvement in the kidnapping}}.
The couple are suspected of {{C:suspected|trafficking heroin}}.
Police suspect the lodger of {{C:suspected|theft}}.
A porter was held on suspicion of {{C:suspected|robbery}}.
Three youths were detained on suspicion of {{C:suspected|throwing stones at a tram}}.
A farmer was arrested for {{C:suspected|cattle theft}}.
Border guards arrested a Dane for {{C:suspected|illegal fishing}}.
He was arrested in connection with the {{C:suspected|murder of a jeweller}}.
The suspect in the {{C:suspected|bombing}} was named by radio.
Interpol wants him; he is wanted for {{C:suspected|war crimes}}.
The broker is wanted in Oslo for {{C:suspected|embezzlement}}.
The mayor is under investigation for {{C:suspected|vote rigging}}.
He was indicted for {{C:charged|perjury}}.
A jury indicted the sheriff on charges of {{C:charged|civil rights violations}}.
The professor was convicted of {{C:convicted|plagiarism}}.
They were convicted of {{C:convicted|conspiracy to murder}} and {{C:convicted|possession of explosives}}.
The court convicted Lind of {{C:convicted|spying for Moscow}}.
Her conviction for {{C:convicted|perjury}} was upheld.
The butcher was found guilty of {{C:convicted|selling horse meat}}.
Both men pleaded guilty to {{C:convicted|conspiracy to defraud}}.
She pleaded not guilty to {{C:on trial|manslaughter}}.
He was jailed for nine years for {{C:convicted|rape}}.
The pilot was sentenced to 18 months in prison for {{C:convicted|negligence}}.
A judge in Cork jailed the twins for {{C:convicted|perverting the course of justice}}.
The shop was fined 2,000 pounds for {{C:convicted|selling tobacco to children}}.
The singer was fined for {{C:convicted|speeding}}.
The rebel was hanged for {{C:convicted|treason}}.
He served four years for {{C:convicted|armed robbery}}.
She received a life sentence for the {{C:convicted|murder of her husband}}.
He got ten years in prison for {{C:convicted|leading a banned party}}.
He was acquitted of {{C:acquitted|rape}}.
The jury acquitted her of {{C:acquitted|murder}} but convicted her of {{C:convicted|manslaughter}}.
The referee was cleared of {{C:acquitted|match-fixing}}.
He was found not guilty of {{C:acquitted|arson}}.
Charges of {{C:dismissed|libel}} were dropped.
The judge dismissed a charge of {{C:dismissed|trespass}}.
The dean is on trial for {{C:on trial|sexual abuse}}.
Two guards went on trial on Monday for {{C:on trial|torturing inmates}}.
His {{C:on trial|corruption}} trial opens in May.
He will be tried for {{C:on trial|genocide}}.
The company was sued for {{C:accused|copyright infringement}}.
A neighbour is suing the vicar for {{C:accused|slander}}.
He was extradited to Spain to face {{C:charged|drug trafficking}} charges.
He was questioned about the {{C:suspected|theft of two paintings}}.
{{C|Blasphemy}} is punishable by death.
{{C|Smuggling}} carries a maximum sentence of ten years.
In Ohio {{C|arson}} carries a penalty of eight years in prison.
The charge is {{C:charged|perjury}}.
The indictment accuses him of {{C:accused|racketeering}}.
He is charged with “ {{C:charged|undermining state security}} ” , his lawyer said .
She was convicted of ' {{C:convicted|disturbing public order}} ' .
Suspected of {{C:suspected|inciting “national discord or hatred}}”, he was flown to Astana.
The activist ( 41 ) was sentenced for {{C:convicted|spreading false information}} .
Police arrested him because he {{C:suspected|had burned a flag}}.
The boxer admitted {{C:convicted|assault}} and was fined.
The agency banned the sprinter for {{C:convicted|doping}}.
He was sentenced to death for {{C:convicted|apostasy}}.
Man arrested over {{C:suspected|bank robbery}}
Ex-mayor jailed for {{C:convicted|fraud}}
Baker cleared of {{C:acquitted|arson}}
`;

/** Sentences that look like a charge and are none. */
export const ENGLISH_NO_CHARGES = `
An international tribunal for the crime of aggression remains a distant prospect.
The sergeant was charged with training the recruits.
The defender was guilty of giving the ball away twice.
The winger was suspected of having a torn muscle.
The peacekeepers were accused of standing by and doing nothing.
Prosecutors said they would not comment on the death.
A clerk was charged £60 for parking outside the court.
The bank booked a charge of $300 million for restructuring.
The retailer was punished by investors for missing its targets.
He has been charged by the party with rebuilding its support in the north.
He has always denied wrongdoing.
The police have no suspect in the killing.
She was wanted for the role of Medea.
He was wanted for questioning about the bombing.
A third firm escaped a fine because it had confessed first.
I am not charging anyone with robbery.
We never accused her of fraud.
She is in charge of the fraud department.
The hotel charged a fee of 20 pounds.
The museum charges nothing for children.
He was accused of cowardice by his own party.
The opposition accused the prime minister of arrogance.
The critic accuses the novelist of sentimentality.
Doctors suspected him of having the flu.
The patient was suspected of having pneumonia.
Parliament held a debate about hate speech.
Nobody was arrested for the murder.
No one has been charged with the theft.
The air was charged with emotion.
The battery is charged with solar energy.
A commission charged with overseeing the vote met in Vienna.
Officers charged with protecting the minister wore plain clothes.
He was tried and tested.
The team was guilty of sloppy defending.
They were held for questioning.
The sailors were jailed for life.
He was sentenced to three years in prison.
The murder of the painter shocked the village.
Burglary figures fell by six percent.
The Serious Fraud Office moved to a new building.
The court convicted nobody.
The court condemned the building.
The union accused the board of dragging its feet.
The coach accused his players of laziness.
She was wanted for the leading role.
He was arrested twice last year.
The police arrested 40 people on Friday.
The bull charged with lowered horns.
Accusations flew across the chamber.
He took charge of the investigation.
The lawyer was charged with finding a compromise.
The president pleaded for calm.
The trial of a new vaccine begins in June.
The dog was found guilty of nothing but hunger.
The number of convictions for theft fell.
The law on money laundering was changed.
Arson destroyed a barn near Ely.
The bank was robbed on Monday.
The detective novel is about a double murder.
He is accused of lacking ambition.
A cell phone charge lasts two days.
She was cleared for take-off.
The goalkeeper was suspended for two matches.
The player was fined two weeks' wages.
He was released on bail.
The suspects were seen near the river.
The prosecution asked for five years.
The jury could not agree.
A reporter was accused of asking too many questions.
The charge per night is 80 euros.
They accused each other of lying.
The ship was seized for repairs.
He denied everything.
The police said an investigation was under way.
We accuse ourselves of having been too polite.
He was executed at dawn.
The sentence was reduced on appeal.
The committee cleared the bill.
The trial lasted for weeks.
He has been behind bars for years.
The fine for late books is a pound a day.
She answered the charge with a smile.
The wine is charged with history.
An inquiry into the floods begins today.
The crime writer was sued by her landlord.
He was arrested for the third time this month.
The archbishop was accused of vanity.
The pitch was suspected of being too dry.
The general led the charge.
They were detained for several hours.
Victims of violence get free advice.
A ban on smoking starts in July.
`;

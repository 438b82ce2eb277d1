import type { ChargeLanguage } from '../charge-mention';
import type { StageRule } from '../stage-rule';
import { isExcepted } from '../trigger-guards';
import { isAsked, isAwaited, isRequested, isSpared } from '../undecided';
import { verdict } from '../verdict';

/** What Dutch and English both say of a stage, each with its own words. */

/** An acquittal that is only asked for. */
export const requestedAcquittal = (word: RegExp): StageRule => ({
  word,
  from: 'acquitted',
  when: ({ sentence, at }) => isRequested(sentence, at),
  becomes: 'on trial',
  final: true,
});

/** Words by which a court finds, with or without negation: `guilty`, `schuldig`. */
export const finding = (word: RegExp): StageRule => ({
  word,
  becomes: ({ sentence, reading, at, phrase }) => {
    const said = verdict(sentence, at, reading.trigger.stage);
    return said === 'convicted' && isExcepted(sentence, phrase.from) ? 'acquitted' : said;
  },
  final: true,
});

/** `convicted of theft but not of fraud` */
export const EXCEPTED: StageRule = {
  from: 'convicted',
  when: ({ sentence, reading, phrase }) => reading.trigger.kind !== 'nominal' && isExcepted(sentence, phrase.from),
  becomes: 'acquitted',
  final: true,
};

/** `whether she will be charged`, `of hij wordt vervolgd` */
export const askedWhether = (word: RegExp, language: ChargeLanguage): StageRule => ({
  word,
  when: ({ sentence, at }) => isAsked(sentence, at, language),
  becomes: 'suspected',
  final: true,
});

/** `will not be prosecuted`, `wordt niet vervolgd` */
export const spared = (word: RegExp): StageRule => ({
  word,
  when: ({ sentence, at }) => isSpared(sentence, at),
  becomes: 'dismissed',
  final: true,
});

/** `is to be tried for`, `om hem te berechten` */
export const AWAITED: StageRule = {
  from: 'on trial',
  when: ({ sentence, at }) => isAwaited(sentence, at),
  becomes: 'charged',
};

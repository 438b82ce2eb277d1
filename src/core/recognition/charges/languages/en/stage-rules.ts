import { lazy } from '../../../../text/lazy';
import { isBeforeTrialJury, isInvestigated, isRetried } from '../../english-proceedings';
import { saysBetween, type StageRule } from '../../stage-rule';
import {
  isBeforeJury,
  isLookedInto,
  isOnlyAsked,
  isPenaltySought,
  isProtested,
  isSought,
  isSpared,
  isSupposed,
  isThreatened,
  isTrialBefore,
  isUndecided,
} from '../../undecided';
import { isQuashed } from '../../verdict';
import { askedWhether, AWAITED, EXCEPTED, finding, requestedAcquittal, spared } from '../rules-of-both';

const PROSECUTED = /^(?:charged?|prosecuted?|tried|indicted)$/;

/** How English says around a trigger that the law has gone less far, or further, than the trigger tells. The first rule that applies counts. */
export const englishStageRules = lazy((): readonly StageRule[] => [
  requestedAcquittal(/^acquittal$/),
  {
    word: /^convictions?$/,
    when: ({ sentence, at }) => isQuashed(sentence, at),
    becomes: 'acquitted',
    final: true,
  },
  {
    from: 'convicted',
    when: ({ sentence, reading, at }) => isSupposed(sentence, at, reading.trigger.kind === 'penalty' ? 8 : 5),
    becomes: ({ sentence, at }) => {
      if (isInvestigated(sentence)) return 'suspected';
      return isTrialBefore(sentence, at) || isBeforeJury(sentence, at) ? 'on trial' : 'charged';
    },
    final: true,
  },
  finding(/^(?:guilty|liable)$/),
  EXCEPTED,
  { word: /^innocent$/, when: ({ sentence }) => isProtested(sentence), becomes: 'on trial', final: true },
  { from: 'convicted', when: isRetried, becomes: 'on trial', final: true },
  {
    word: /^cases?$/,
    when: ({ sentence, at }) => saysBetween(sentence, at - 4, at, /^(?:open(?:s|ed)?|launched)$/),
    becomes: 'suspected',
  },
  {
    word: /^stripped$/,
    when: ({ sentence, at }) => saysBetween(sentence, at, at + 5, /^immunity$/),
    becomes: 'suspected',
    final: true,
  },
  {
    word: /^disciplinary$/,
    when: ({ sentence, at }) => isThreatened(sentence, at),
    becomes: 'suspected',
    final: true,
  },
  { from: 'charged', kind: 'nominal', when: isBeforeTrialJury, becomes: 'on trial', final: true },
  askedWhether(PROSECUTED, 'en'),
  { from: 'charged', when: ({ sentence, at }) => isUndecided(sentence, at), becomes: 'suspected', final: true },
  {
    word: /^trial$/,
    from: 'on trial',
    when: ({ sentence, at }) => isSpared(sentence, at),
    becomes: 'dismissed',
    final: true,
  },
  {
    word: /^(?:allegations?|claims)$/,
    from: 'accused',
    when: ({ sentence, at }) => isLookedInto(sentence, at),
    becomes: 'suspected',
  },
  {
    word: /^tried$/,
    when: ({ sentence, at }) => sentence.words[at - 1] === 'be' && isOnlyAsked(sentence, at),
    becomes: 'suspected',
    final: true,
  },
  {
    when: ({ sentence, reading, at }) =>
      /^(?:accused|charged)$/.test(reading.trigger.stage ?? '') &&
      isSought(sentence, at) &&
      isPenaltySought(sentence, at),
    becomes: 'on trial',
    final: true,
  },
  {
    from: 'convicted',
    kind: 'penalty',
    when: ({ sentence, at }) => isSought(sentence, at),
    becomes: 'on trial',
    final: true,
  },
  spared(PROSECUTED),
  {
    word: /^arrest$/,
    when: ({ sentence, at }) => sentence.words[at - 1] === 'house' && saysBetween(sentence, 0, at, /^sentenced$/),
    becomes: 'convicted',
    final: true,
  },
  {
    word: /^(?:proceedings|hearing)$/,
    from: 'on trial',
    when: ({ sentence, at }) => sentence.words[at - 1] === 'disciplinary',
    becomes: 'suspected',
  },
  {
    word: /^suspended$/,
    when: ({ sentence, at }) => saysBetween(sentence, at - 1, at, /^(?:provisionally|temporarily)$/),
    becomes: 'suspected',
  },
  {
    from: 'convicted',
    kind: 'penalty',
    when: ({ sentence, at }) => isThreatened(sentence, at),
    becomes: 'charged',
  },
  AWAITED,
]);

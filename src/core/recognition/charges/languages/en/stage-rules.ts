import { lazy } from '../../../../text/lazy';
import { isBeforeTrialJury, isInvestigated, isRetried } from '../../english-proceedings';
import { saysBetween, type StageRule } from '../../stage-rule';
import { isExcepted } from '../../trigger-guards';
import {
  isAsked,
  isAwaited,
  isBeforeJury,
  isLookedInto,
  isOnlyAsked,
  isPenaltySought,
  isProtested,
  isRequested,
  isSought,
  isSpared,
  isSupposed,
  isThreatened,
  isTrialBefore,
  isUndecided,
} from '../../undecided';
import { isQuashed, verdict } from '../../verdict';

const PROSECUTED = /^(?:charged?|prosecuted?|tried|indicted)$/;

/** How English says around a trigger that the law has gone less far, or further, than the trigger tells. The first rule that applies counts. */
export const englishStageRules = lazy((): readonly StageRule[] => [
  {
    word: /^acquittal$/,
    from: 'acquitted',
    when: ({ sentence, at }) => isRequested(sentence, at),
    becomes: 'on trial',
    final: true,
  },
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
  {
    word: /^(?:guilty|liable)$/,
    becomes: ({ sentence, reading, at, phrase }) => {
      const said = verdict(sentence, at, reading.trigger.stage);
      return said === 'convicted' && isExcepted(sentence, phrase.from) ? 'acquitted' : said;
    },
    final: true,
  },
  {
    from: 'convicted',
    when: ({ sentence, reading, phrase }) => reading.trigger.kind !== 'nominal' && isExcepted(sentence, phrase.from),
    becomes: 'acquitted',
    final: true,
  },
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
  {
    word: PROSECUTED,
    when: ({ sentence, at }) => isAsked(sentence, at, 'en'),
    becomes: 'suspected',
    final: true,
  },
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
  { word: PROSECUTED, when: ({ sentence, at }) => isSpared(sentence, at), becomes: 'dismissed', final: true },
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
  { from: 'on trial', when: ({ sentence, at }) => isAwaited(sentence, at), becomes: 'charged' },
]);

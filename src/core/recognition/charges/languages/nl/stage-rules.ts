import { lazy } from '../../../../text/lazy';
import {
  COURT,
  isPrivateSummons,
  isSentencing,
  isServing,
  isTakenToCourt,
  namesCourt,
  namesProsecutor,
} from '../../dutch-proceedings';
import { saysBetween, type StageRule } from '../../stage-rule';
import { stageAround } from '../../told-around';
import { isBeforeJury, isReferred, isSupposed, isThreatened, isTrialBefore } from '../../undecided';
import { isQuashed } from '../../verdict';
import { isSoughtInDutch } from '../../who-asks';
import { askedWhether, AWAITED, EXCEPTED, finding, requestedAcquittal, spared } from '../rules-of-both';

const PROSECUTED = /^(?:vervolgd|vervolgt|vervolgen)$/;

/** How Dutch says around a trigger that the law has gone less far, or further, than the trigger tells. The first rule that applies counts. */
export const dutchStageRules = lazy((): readonly StageRule[] => [
  requestedAcquittal(/^vrijspraak$/),
  {
    word: /^(?:veroordeeld|veroordeling|veroordelingen)$/,
    when: ({ sentence, word, at }) =>
      (word !== 'veroordeeld' || saysBetween(sentence, 0, at, /^(?:arrest|vonnis|uitspraak)$/)) &&
      isQuashed(sentence, at),
    becomes: 'acquitted',
    final: true,
  },
  {
    from: 'convicted',
    when: ({ sentence, reading, at }) => isSupposed(sentence, at, reading.trigger.kind === 'penalty' ? 8 : 5),
    becomes: ({ sentence, at }) => (isTrialBefore(sentence, at) || isBeforeJury(sentence, at) ? 'on trial' : 'charged'),
    final: true,
  },
  {
    when: ({ reading }) => reading.trigger.links.some(({ bare }) => bare === '@'),
    becomes: ({ sentence, at }) => stageAround(sentence, at),
  },
  finding(/^(?:schuldig|bewezen)$|^acht/),
  EXCEPTED,
  askedWhether(PROSECUTED, 'nl'),
  { from: 'convicted', when: ({ sentence, at }) => isSoughtInDutch(sentence, at), becomes: 'on trial' },
  spared(PROSECUTED),
  { word: /^verantwoordelijk$/, from: 'accused', when: namesCourt, becomes: 'convicted' },
  { from: 'on trial', when: isTakenToCourt, becomes: 'accused' },
  { word: /^(?:dagvaardt|dagvaardde|dagvaardden|gedagvaard)$/, when: isPrivateSummons, becomes: 'accused' },
  { word: /^vast/, when: isServing, becomes: 'convicted' },
  { word: /^verw(?:ij|ee)te?n?$/, when: namesProsecutor, becomes: 'charged' },
  { word: COURT, from: 'on trial', when: isSentencing, becomes: 'convicted', final: true },
  {
    word: /^beschuldiging$/,
    when: ({ sentence, at }) =>
      sentence.words[at - 1] === 'op' &&
      sentence.words.some((word) => /^(?:gearresteerd|aangehouden|opgepakt|arresteerde|arresteerden)$/.test(word)),
    becomes: 'suspected',
  },
  { word: /^beschuldiging$/, when: ({ sentence, at }) => sentence.words[at - 2] === 'staat', becomes: 'charged' },
  {
    word: /^verdenking$/,
    when: ({ sentence, at }) => saysBetween(sentence, at - 8, at + 3, /^(?:gesteld|stelt|stelde|stelden)$/),
    becomes: 'charged',
  },
  {
    word: /^geschorst$/,
    when: ({ sentence, at }) => sentence.words[at - 1] === 'voorlopig',
    becomes: 'suspected',
  },
  { from: 'convicted', when: ({ sentence, at }) => isThreatened(sentence, at), becomes: 'charged' },
  {
    word: /^beken/,
    when: ({ sentence }) =>
      sentence.words.some((word) => /^(?:boete|straf|celstraf|werkstraf|veroordeeld|cel)$/.test(word)),
    becomes: 'convicted',
    final: true,
  },
  { from: 'on trial', when: ({ sentence, at }) => isReferred(sentence, at), becomes: 'charged' },
  AWAITED,
]);

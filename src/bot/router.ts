/** Routes a member's words to the first interpreter that takes them, in the order of one table; answer.ts calls it. */
import * as aside from './interpreters/aside.ts';
import * as followUp from './interpreters/follow-up.ts';
import * as form from './interpreters/form.ts';
import * as goingBack from './interpreters/going-back.ts';
import type { Interpreter } from './interpreters/interpreter.ts';
import { closesObstacle } from './interpreters/obstacle-over.ts';
import * as openDrafts from './interpreters/open-drafts.ts';
import * as overall from './interpreters/overall.ts';
import * as remainder from './interpreters/remainder.ts';
import * as sentence from './interpreters/sentence.ts';
import * as stored from './interpreters/stored.ts';
import { cancelsByName, takingBack } from './interpreters/taking-back.ts';
import { reminderWish } from './interpreters/wish.ts';
import { type Concluded, conclude } from './outcome.ts';
import { placesMeant } from './places.ts';
import type { RequestContext } from './request-context.ts';
import { withDrafts } from './resume-drafts.ts';
import { type Utterance, utter, type MemberWords } from './utterance.ts';

/** The order is the rule: what is open comes before what is said, what is exact before what is guessed. */
export const interpreters: readonly Interpreter[] = [
  form.confirmation,
  openDrafts.savesAll,
  form.controlWord,
  form.givingUp,
  form.givingUpQuoted,
  goingBack.keepsAll,
  goingBack.bringsBack,
  reminderWish,
  followUp.chasesThem,
  followUp.moreOfList,
  followUp.sameOfOther,
  overall.handsOver,
  form.typedCommand,
  sentence.ownLeave,
  overall.tellsAll,
  openDrafts.asksIfSaved,
  openDrafts.saysOfAll,
  openDrafts.photosElsewhere,
  form.openForm,
  aside.photosToCome,
  aside.placeInList,
  form.besideResultAsked,
  stored.movesStored,
  closesObstacle,
  stored.removesStored,
  stored.putsStoredRight,
  cancelsByName,
  form.resultAnswer,
  overall.adminWork,
  sentence.reasonQuestion,
  sentence.reportSentence,
  takingBack,
  sentence.halfYearRequest,
  aside.moreTime,
  aside.adminQuestion,
  remainder.slipWithCode,
  overall.quotaQuestion,
  overall.unitsQuestion,
  overall.timeQuestion,
  overall.ownerQuestion,
  sentence.ownDue,
  sentence.ownQuestionAsked,
  sentence.managerQuestion,
  sentence.ownMoney,
  sentence.standInQuestion,
  sentence.activityQuestion,
  sentence.personQuestion,
  sentence.unknownPerson,
  sentence.planQuestion,
  sentence.listRequest,
  sentence.howTo,
  sentence.personalRequest,
  remainder.slip,
  remainder.smallTalk,
  sentence.assistedReport,
  remainder.perhapsReport,
  remainder.fallback,
];

/** @param tell the name of the interpreter that took the words. */
export function route(
  words: MemberWords,
  request: RequestContext,
  tell: (interpreter: string) => void = () => undefined,
): Promise<Concluded> {
  return withDrafts(request, async (current) => {
    const meant = await placesMeant(words, current);
    if (meant && 'asks' in meant) {
      tell('which-place');
      return conclude(meant.asks, current);
    }
    const { name, answer } = await firstTaker(utter({ ...words, ...meant }, current), current);
    tell(name);
    const answered = await answer();
    return 'conversation' in answered ? answered : conclude(answered, current);
  });
}

/** @returns which interpreter takes the words, answered by none yet. */
export async function firstTaker(words: Utterance, request: RequestContext) {
  for (const interpreter of interpreters) {
    const answer = await interpreter.takes(words, request);
    if (answer) return { name: interpreter.name, answer };
  }
  throw new Error('the last interpreter takes everything');
}

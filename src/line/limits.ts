/** Every limit LINE sets on messages, checked before each send and by the simulator's API. */
import { messages } from './limits/messages.ts';
import { type LimitProblem, problemsOf } from './limits/shape.ts';

export { jsonBytes as bubbleBytes } from './limits/shape.ts';
export { graphemes, LIMITS } from './limits/values.ts';
export { checkRichMenu } from './limits/rich-menu.ts';
export type { LimitProblem } from './limits/shape.ts';

/**
 * Checks the `messages` of a send request against LINE's specification and its written limits.
 * @param value anything that came from JSON; never throws on it.
 * @param options `allowLoopbackHttp` lets pictures come from http://localhost, as the simulator shows them.
 * @returns what LINE would refuse, `[]` when all is good.
 */
export function checkMessages(value: unknown, options: { allowLoopbackHttp?: boolean } = {}): LimitProblem[] {
  try {
    return problemsOf('messages', value, messages, options);
  } catch (error) {
    // Boxes nested thousands deep exhaust the stack; LINE refuses them long before.
    if (error instanceof RangeError) return [{ message: 'nested too deeply', property: 'messages' }];
    throw error;
  }
}

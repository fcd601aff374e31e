/** What would be sent to the assistant for a text, to the letter, and whether it would be asked at all; `npm run understand -- --assistant-prompt` prints it. */
import { type Endpoint, requestBody } from '../src/assistant/client.ts';
import { type Prompt, promptFor } from '../src/assistant/prompt.ts';
import { isInDoubt } from '../src/bot/assisted.ts';
import { interpreterOf } from '../src/bot/explain-routing.ts';
import { readConfig } from '../src/config.ts';
import type { Plan } from '../src/domain/activity.ts';
import { understand } from '../src/understand/index.ts';
import type { Understood } from '../src/understand/types.ts';

/** Interpreters that ask it, and those that would have to do without. */
const ASKING = ['report', 'perhaps-report', 'fallback'];
/** Stands in the body where no endpoint is set. */
const NOT_SET: Endpoint = { url: 'http://127.0.0.1', model: 'ASSISTANT_MODEL', key: null };

/** For somebody who may report on everything; without a database no member's name is known, and titles alone tell names. */
export async function assistantPrompt(
  text: string,
  plan: Plan,
  today: string,
): Promise<{ asked: boolean; body: unknown }> {
  const { prompt, local } = promptOf(text, plan, today);
  const read = readConfig();
  const endpoint = (read.ok && read.config.assistant) || NOT_SET;
  const asked = isInDoubt(local, text) && ASKING.includes(await interpreterOf(text, plan, today));
  return { asked, body: await requestBody(endpoint, prompt.messages) };
}

export function promptOf(text: string, plan: Plan, today: string): { prompt: Prompt; local: Understood } {
  const context = { plan, today };
  const local = understand(text, context);
  const reportable = plan.activities.filter((one) => one.leaf);
  const question = { event: null, office: plan.office, sender: '-', text, context, reportable, local };
  return { prompt: promptFor(question, []), local };
}

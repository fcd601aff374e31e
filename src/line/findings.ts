/** What is found at LINE and on the way from there: token, webhook, quota, public address; the doctor command and the console ask. */
import type { Finding } from '../domain/finding.ts';
import { explainLineError, type LineAccount } from './account.ts';

export type LineReason =
  | 'line-ok'
  | 'line-refused'
  | 'line-silent'
  | 'line-unasked'
  | 'webhook-ok'
  | 'webhook-unset'
  | 'webhook-other'
  | 'webhook-off'
  | 'webhook-failed'
  | 'test-ok'
  | 'test-failed'
  | 'quota-ok'
  | 'quota-unlimited'
  | 'quota-out'
  | 'quota-failed';

export type UrlReason = 'url-ok' | 'url-not-https' | 'url-silent' | 'url-idle';

const REACH_MS = 5000;

/** @param expected where the webhook must point: this address, or one below it. */
export async function lineFindings(account: LineAccount, expected: string): Promise<Finding<LineReason>[]> {
  const line = await token(account);
  if (line.state === 'bad') {
    const rest = ['webhook', 'webhook-test', 'quota'];
    return [line, ...rest.map((name) => finding(name, 'skipped', 'line-unasked'))];
  }
  return [line, await webhook(account, expected), await webhookTest(account), await quota(account)];
}

function finding(
  name: string,
  state: Finding['state'],
  reason: LineReason,
  ...values: string[]
): Finding<LineReason> {
  return { name, state, reason, values };
}

async function token(account: LineAccount): Promise<Finding<LineReason>> {
  try {
    const { displayName, basicId } = await account.bot();
    return finding('line', 'ok', 'line-ok', `${displayName} ${basicId}`);
  } catch (error) {
    const { status, detail } = explainLineError(error);
    const refused = status !== null && status >= 400 && status < 500;
    return finding('line', 'bad', refused ? 'line-refused' : 'line-silent', detail);
  }
}

async function webhook(account: LineAccount, expected: string): Promise<Finding<LineReason>> {
  try {
    const set = await account.webhook();
    if (!set) return finding('webhook', 'bad', 'webhook-unset', expected);
    const fits = set.endpoint === expected || set.endpoint.startsWith(`${expected}/`);
    if (!fits) return finding('webhook', 'bad', 'webhook-other', set.endpoint);
    if (!set.active) return finding('webhook', 'bad', 'webhook-off');
    return finding('webhook', 'ok', 'webhook-ok', set.endpoint);
  } catch (error) {
    return finding('webhook', 'bad', 'webhook-failed', explainLineError(error).detail);
  }
}

async function webhookTest(account: LineAccount): Promise<Finding<LineReason>> {
  try {
    const { success, status, reason, detail } = await account.testWebhook();
    if (success) return finding('webhook-test', 'ok', 'test-ok');
    return finding('webhook-test', 'bad', 'test-failed', `${reason} ${status} ${detail}`);
  } catch (error) {
    return finding('webhook-test', 'bad', 'test-failed', explainLineError(error).detail);
  }
}

async function quota(account: LineAccount): Promise<Finding<LineReason>> {
  try {
    const { limit, used } = await account.quota();
    if (limit === null) return finding('quota', 'ok', 'quota-unlimited', String(used));
    const out = used >= limit;
    return finding('quota', out ? 'bad' : 'ok', out ? 'quota-out' : 'quota-ok', String(used), String(limit));
  } catch (error) {
    return finding('quota', 'bad', 'quota-failed', explainLineError(error).detail);
  }
}

/** @param line what LINE is here: with the simulator a server that does not run is no fault, and LINE itself takes https alone. */
export async function urlFinding(
  publicUrl: string,
  line: 'simulator' | 'stand-in' | 'line',
): Promise<Finding<UrlReason>> {
  const one = (state: Finding['state'], reason: UrlReason, value: string): Finding<UrlReason> => ({
    name: 'url',
    state,
    reason,
    values: [value],
  });
  if (line === 'line' && !publicUrl.startsWith('https:')) return one('bad', 'url-not-https', publicUrl);
  try {
    // the one path that LINE needs: a proxy may keep all others inside, and only the bot says "POST alone"
    const answer = await fetch(`${publicUrl}/webhook`, { signal: AbortSignal.timeout(REACH_MS) });
    await answer.body?.cancel();
    const reached = answer.status === 405;
    return reached ? one('ok', 'url-ok', publicUrl) : one('bad', 'url-silent', `HTTP ${answer.status}`);
  } catch (error) {
    if (line === 'simulator') return one('skipped', 'url-idle', publicUrl);
    const cause = (error as { cause?: { code?: string } }).cause?.code;
    return one('bad', 'url-silent', cause ?? (error instanceof Error ? error.message : String(error)));
  }
}

/** Where the simulator is opened: under the name that links in its chats have, as a browser signs in for each name apart; run and invite say it. */
import type { Config } from './config.ts';

export function simulatorPage({ port }: Pick<Config, 'port'>): string {
  return `http://localhost:${port}/simulator`;
}

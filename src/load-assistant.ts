/** Makes the assistant where an endpoint is set, and loads nothing of it elsewhere; app.ts calls it, and tells the pages what of it may be shown. */
import type { Assistant, AssistantDeps, Endpoint } from './assistant/index.ts';
import type { Database } from './db/connect.ts';
import { listMembers } from './services/members.ts';

export async function loadAssistant(
  endpoint: Endpoint | null | undefined,
  { database, ...deps }: Omit<AssistantDeps, 'endpoint' | 'names'> & { database: Database },
): Promise<Assistant | undefined> {
  if (!endpoint) return undefined;
  const { createAssistant } = await import('./assistant/index.ts');
  const names = async (office: string): Promise<string[]> => {
    const members = await listMembers(database, office, true);
    return members.flatMap(({ name, officialName }) => [name, ...(officialName ? [officialName] : [])]);
  };
  return createAssistant({ ...deps, endpoint, names });
}

/** @returns what may be shown of an endpoint: never its key. */
export function shownEndpoint(endpoint: Endpoint | null | undefined): { host: string; model: string } | null {
  return endpoint ? { host: new URL(endpoint.url).host, model: endpoint.model } : null;
}

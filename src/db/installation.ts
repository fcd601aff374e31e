/** What the whole installation was told on the console: one document, of no office. */
import type { Models } from './collections.ts';
import { defineSchema, text } from './schema.ts';

export interface InstallationDocument {
  _id: typeof INSTALLATION;
  office: '-';
  /** What links begin with, without a slash at the end; null before somebody told it. */
  publicUrl: string | null;
}

export const INSTALLATION = 'installation';

export const installationSchema = defineSchema<InstallationDocument>({ publicUrl: text });

export async function findInstallation({ installation }: Models): Promise<InstallationDocument | null> {
  return installation.findById(INSTALLATION).lean<InstallationDocument>();
}

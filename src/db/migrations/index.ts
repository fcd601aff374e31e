/** All migrations in the order in which they run; a new one is a file and a row at the end, and rows stay for ever. */
import type { mongo } from 'mongoose';
import { conversationsByOffice } from './conversations-by-office.ts';
import { linksKnowAllOffices } from './links-know-all-offices.ts';

export interface Migration {
  /** Kept in the database: never changed. */
  name: string;
  /** Begins anew where it was killed, so that what is done already stays as it is. */
  up(db: mongo.Db): Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [conversationsByOffice, linksKnowAllOffices];

/** What the parts of the set-up page are given. */
import type { Me, Refused } from '../../api.ts';
import type { ConsoleWords } from '../view.ts';

/** As `/web/console/connection` tells. */
export interface ConnectionData {
  office: { name: string; parentAgencies: string[] } | null;
  line: 'simulator' | 'stand-in' | 'line';
  /** Where the credentials come from. */
  source: 'outside' | 'console' | 'none';
  /** Whether what is stored can be decrypted. */
  readable: boolean;
  account: { name: string; basicId: string } | null;
  publicUrl: string;
  addressGiven: boolean;
  mayTellAddress: boolean;
  isReachable: boolean;
  webhook: string | null;
}

export interface ConnectionProps {
  data: ConnectionData;
  say: ConsoleWords['connection'];
  me: Me;
  /** Tells that something is done, and reads anew. */
  done: (text: string) => void;
  failed: (error: Refused) => void;
}

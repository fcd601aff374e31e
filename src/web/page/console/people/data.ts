/** What the people page's parts share: the data as the server sends it, and how a change is told of. */
import type { OpenInvite, PlanOwner } from '../../../../services/open-invites.ts';
import type { ConsolePerson } from '../../../../services/people.ts';
import type { Me, Refused } from '../../api.ts';
import type { ConsoleWords, Sent } from '../view.ts';

export interface PeopleData {
  people: Sent<ConsolePerson>[];
  invites: Sent<OpenInvite>[];
  owners: PlanOwner[];
  activities: { code: string; label: string; name: string; level: number }[];
}

export interface PeopleProps {
  data: PeopleData;
  say: ConsoleWords['people'];
  me: Me;
  done: (text: string) => void;
  failed: (error: Refused) => void;
}

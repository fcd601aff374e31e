/** English sentences of the members command, and of choosing an office and activities. */
import type { members as thai } from '../../th/admin/members.ts';

export const members: typeof thai = {
  summary:
    'Shows who is linked, with role, activities and last seen; takes people out, hands work over, sets activities',
  usage: [
    'npm run members                                              all members',
    'npm run members -- --revoke ID                               take a member out',
    'npm run members -- --hand-over FROM --to TO                  give all activities to another member',
    'npm run members -- --set-activities ID --activities 1.1,2    replace a member’s activities',
  ],
  options: {
    office: 'id of the office, when there are several',
    all: 'with those who were taken out',
    revoke: 'take the member of this id (or LINE user id) out; reports stay',
    'hand-over': 'whose activities are handed over, with --to',
    to: 'who gets them',
    'set-activities': 'whose activities are set, with --activities',
    activities: 'codes with commas between, or none',
  },
  bad: {
    stray: (word) => `“${word}” is not understood; use an option such as --revoke ID`,
    oneAct: 'one at a time: --revoke, --hand-over or --set-activities',
    needsTo: '--hand-over and --to go together',
    needsActivities: '--set-activities and --activities go together',
  },
  noOffice: 'there is no office yet; import a plan first with npm run import-plan',
  officeUnknown: (id) => `no office of id ${id}`,
  manyOffices: 'there are several offices; choose one with --office ID:',
  noPlan: 'this office has no plan yet, so no activities can be given; import one first',
  badActivities: (text) => `no activity codes in “${text}”; for example: --activities 1.1,2`,
  activityUnknown: (codes) => `the current plan has no activity ${codes}`,
  unknown: (id) => `no member of id ${id}; npm run members shows the ids`,
  manyMemberships: (id) => `${id} is a member of several offices; use a member id, or --office:`,
  heading: (office, id, count) => `${office} (${id}), ${count} members`,
  role: { officer: 'officer', manager: 'manager', admin: 'administrator' },
  state: { blocked: 'has blocked the bot', revoked: 'taken out' },
  noActivities: 'no activities',
  seen: (at) => `last seen ${at}`,
  neverSeen: 'never seen',
  revoked: (name) => `${name} was taken out; reports stay; npm run invite brings people back`,
  handedOver: (codes, from, to) => `handed ${codes} over from ${from} to ${to}`,
  assigned: (name, codes) => `${name} is now responsible for ${codes}`,
  cleared: (name) => `${name} is responsible for nothing now`,
  cannot: {
    already: (name) => `${name} was taken out before`,
    conflict: () => 'something changed in between; nothing was stored, please run it again',
    same: () => 'both are the same person',
    'two-offices': () => 'they belong to different offices',
    revoked: (name) => `${name} was taken out and cannot be given activities`,
    nothing: (name) => `${name} has no activities to hand over`,
  },
};

/** All collections with their schemas; connect.ts binds them to a connection, repositories read them, units of work write them. */
import type { Connection, Model } from 'mongoose';
import { activitySchema, type ActivityDocument } from './activities.ts';
import { apiTokenSchema, type ApiTokenDocument } from './api-tokens.ts';
import { auditSchema, type AuditDocument } from './audit.ts';
import { channelSchema, type ChannelDocument } from './channels.ts';
import { chartSchema, type ChartDocument } from './charts.ts';
import { conversationSchema, type ConversationDocument } from './conversations.ts';
import { deliverySchema, type DeliveryDocument } from './deliveries.ts';
import { type DownloadDocument, downloadSchema } from './downloads.ts';
import { evidenceSchema, type EvidenceDocument } from './evidence.ts';
import { fileLinkSchema, type FileLinkDocument } from './file-links.ts';
import { groupSchema, type GroupDocument } from './groups.ts';
import { inboxSchema, type InboxDocument } from './inbox.ts';
import { installationSchema, type InstallationDocument } from './installation.ts';
import { inviteSchema, type InviteDocument } from './invites.ts';
import { linkSchema, type LinkDocument } from './links.ts';
import { memberSchema, type MemberDocument } from './members.ts';
import { officeSchema, type OfficeDocument } from './offices.ts';
import { operatorSchema, type OperatorDocument } from './operators.ts';
import { outboxSchema, type OutboxDocument } from './outbox.ts';
import { periodSchema, type PeriodDocument } from './periods.ts';
import { planSchema, type PlanDocument } from './plans.ts';
import { publicationSchema, type PublicationDocument } from './publications.ts';
import { slotSchema, type SlotDocument } from './slots.ts';
import { tombstoneSchema, type TombstoneDocument } from './tombstones.ts';
import { updateSchema, type UpdateDocument } from './updates.ts';
import { webLinkSchema, type WebLinkDocument } from './web-links.ts';
import { webSessionSchema, type WebSessionDocument } from './web-sessions.ts';

export interface Documents {
  activities: ActivityDocument;
  apitokens: ApiTokenDocument;
  audit: AuditDocument;
  channels: ChannelDocument;
  charts: ChartDocument;
  conversations: ConversationDocument;
  deliveries: DeliveryDocument;
  downloads: DownloadDocument;
  evidence: EvidenceDocument;
  filelinks: FileLinkDocument;
  groups: GroupDocument;
  inbox: InboxDocument;
  installation: InstallationDocument;
  invites: InviteDocument;
  links: LinkDocument;
  members: MemberDocument;
  offices: OfficeDocument;
  operators: OperatorDocument;
  outbox: OutboxDocument;
  periods: PeriodDocument;
  plans: PlanDocument;
  publications: PublicationDocument;
  slots: SlotDocument;
  tombstones: TombstoneDocument;
  updates: UpdateDocument;
  weblinks: WebLinkDocument;
  websessions: WebSessionDocument;
}

export type CollectionName = keyof Documents;
export type Models = { [Name in CollectionName]: Model<Documents[Name]> };

const schemas = {
  activities: activitySchema,
  apitokens: apiTokenSchema,
  audit: auditSchema,
  channels: channelSchema,
  charts: chartSchema,
  conversations: conversationSchema,
  deliveries: deliverySchema,
  downloads: downloadSchema,
  evidence: evidenceSchema,
  filelinks: fileLinkSchema,
  groups: groupSchema,
  inbox: inboxSchema,
  installation: installationSchema,
  invites: inviteSchema,
  links: linkSchema,
  members: memberSchema,
  offices: officeSchema,
  operators: operatorSchema,
  outbox: outboxSchema,
  periods: periodSchema,
  plans: planSchema,
  publications: publicationSchema,
  slots: slotSchema,
  tombstones: tombstoneSchema,
  updates: updateSchema,
  weblinks: webLinkSchema,
  websessions: webSessionSchema,
};

export function collections(connection: Connection): Models {
  const models = Object.entries(schemas).map(([name, schema]) => [
    name,
    connection.model(name, schema, name),
  ]);
  return Object.fromEntries(models) as Models;
}

import { randomUUID } from 'node:crypto';
import type { Person } from './world.ts';

export type Place = { customerId: string; courseId: string; versionId: string };

/** What the rows of a full person are made of; each room writes its own. */
export type About = {
  person: Person;
  admin: Person;
  place: Place;
  enrolmentId: string;
  ids: ReturnType<typeof newIds>;
  now: Date;
  later: Date;
  marker: string;
  contentKey: Buffer;
  page: { id: string };
  question: { id: string };
  customer: { customer_id: string };
  account: { account_id: string };
};

export const newIds = () => ({
  attempt: randomUUID(),
  handed: randomUUID(),
  thread: randomUUID(),
  message: randomUUID(),
  attachment: randomUUID(),
  batch: randomUUID(),
  challenge: randomUUID(),
  invitation: randomUUID(),
  group: randomUUID(),
  look: randomUUID(),
  own: randomUUID(),
  enquiry: randomUUID(),
  request: randomUUID(),
  othersRequest: randomUUID(),
  others: randomUUID(),
  reply: randomUUID(),
  part: randomUUID(),
  topic: randomUUID(),
  issue: randomUUID(),
  subscriber: randomUUID(),
  notification: randomUUID(),
  agreement: randomUUID(),
  export: randomUUID(),
  decider: randomUUID(),
  purchase: randomUUID(),
  enclosed: '',
});

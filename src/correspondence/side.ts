import { recordLook } from '../privacy/index.ts';
import type { Tx } from '../platform/database.ts';
import { actorOf, customerOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { findThread, insertOwnThread, ownThread, threadToAnswer, type ThreadRow, type ThreadSource } from './thread.queries.ts';

/** One side of the conversation: who sits there, which thread is theirs, and the addresses they use. */
export type Side = {
  name: 'student' | 'administrator';
  accountId: string;
  /** Not found and not allowed are the same. */
  find(tx: Tx): Promise<ThreadRow | undefined>;
  /** The thread as this side reaches it, for what reads on from it. */
  source: ThreadSource;
  /** The same, and a student's first visit begins the thread. */
  open(tx: Tx): Promise<ThreadRow | undefined>;
  /** Records that the thread is looked at; a student's own is nobody else's look. */
  recordLook(tx: Tx, thread: ThreadRow, fields?: string[]): Promise<void>;
  hrefs: {
    page: string;
    messages: string;
    stream: string;
    draft: string;
    attachment(id: string): string;
    edit(message: string): string;
    remove(message: string): string;
  };
};

export function studentSide(visit: Visit): Side {
  const { accountId } = actorOf(visit);
  const { id: customerId, slug: customer } = customerOf(visit);
  const course = visit.params['course']!;
  const own = { accountId, customerId, course };
  const source = ownThread(own);
  return {
    name: 'student',
    accountId,
    find: (tx) => findThread(tx, source),
    source,
    async open(tx) {
      const thread = await findThread(tx, source);
      if (thread) return thread;
      await insertOwnThread(tx, own, visit.house.clock.now());
      return findThread(tx, source);
    },
    recordLook: async () => {},
    hrefs: {
      page: href('correspondence', { customer, course }),
      messages: href('messages', { customer, course }),
      stream: href('messageStream', { customer, course }),
      draft: href('saveDraft', { customer, course }),
      attachment: (attachment) => href('attachment', { customer, course, attachment }),
      edit: (message) => href('editMessage', { customer, course, message }),
      remove: (message) => href('deleteMessage', { customer, course, message }),
    },
  };
}

export function administratorSide(visit: Visit): Side {
  const { accountId } = actorOf(visit);
  const { id: customerId, slug: customer } = customerOf(visit);
  const thread = visit.params['thread']!;
  const source = threadToAnswer({ accountId, customerId, thread });
  const find = (tx: Tx) => findThread(tx, source);
  return {
    name: 'administrator',
    accountId,
    find,
    source,
    open: find,
    async recordLook(tx, { student_id, has_student, student_given_name, student_family_name }, fields = fieldsOfThread) {
      const subjects = has_student ? [student_id] : [];
      await recordLook(tx, visit.house.clock, {
        actorId: accountId,
        customerId,
        purpose: 'correspond',
        room: 'correspondence',
        fields: withoutHiddenNames(fields, { given_name: student_given_name, family_name: student_family_name }),
        subjects,
      });
    },
    hrefs: {
      page: href('thread', { customer, thread }),
      messages: href('threadMessages', { customer, thread }),
      stream: href('threadStream', { customer, thread }),
      draft: href('saveAnswerDraft', { customer, thread }),
      attachment: (attachment) => href('threadAttachment', { customer, thread, attachment }),
      edit: (message) => href('editAnswer', { customer, thread, message }),
      remove: (message) => href('retractAnswer', { customer, thread, message }),
    },
  };
}

/** What an administrator sees of the student in a thread, as the map names it. */
export const fieldsOfThread: string[] = ['account.given_name', 'account.family_name', 'message.body', 'message.sent_at'];
export const fieldsOfInbox: string[] = ['account.given_name', 'account.family_name', 'enrolment.course_id', 'correspondence.last_sent_at'];

/** A name that the customer does not let the reader see has not been looked at. */
export function withoutHiddenNames(fields: string[], names: { given_name: string | null; family_name: string | null }): string[] {
  return fields.filter(
    (field) =>
      !(field === 'account.given_name' && names.given_name === null) && !(field === 'account.family_name' && names.family_name === null),
  );
}

/** The columns with how far a side has read, and how far its pages have got; and the other side's. */
export const marksOf = {
  student: { read: 'read_by_student', delivered: 'delivered_to_student' },
  administrator: { read: 'read_by_administrator', delivered: 'delivered_to_administrator' },
} as const;
export const otherSide = { student: 'administrator', administrator: 'student' } as const;

/** How far a side has got is told to the other side only: its own pages have nothing to read about it. */
export const marksTopicOf = (thread: { id: string }, by: Side['name']): string => `correspondence ${thread.id} ${by}`;
export const topicOf = (thread: { id: string }): string => `correspondence ${thread.id}`;
/** What the administrators of a course follow: that something happened in one of its threads, not in which. */
export const inboxTopicOf = (course: { course_id: string }): string => `inbox ${course.course_id}`;

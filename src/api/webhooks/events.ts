import { z } from 'zod';
import type { Field } from '../../people/index.ts';

const course = z.string().describe('The slug of the course, as in the addresses of the API');
const enrolment = z.uuid().describe('As in the list of enrolments');
const certificate = z.uuid().describe('As in the list of certificates');

type Event = {
  summary: string;
  /** What the customer must let its administrators see for this to be told; undefined for anything at all. */
  needs?: Field;
  data: z.ZodObject;
};

/** Everything that a webhook can be told. Ids and nothing else: who it is about is asked for with a token. */
export const events = {
  'enrolment.created': { summary: 'Someone has got a course', data: z.object({ course, enrolment }) },
  'enrolment.completed': { summary: 'Someone has completed a course', needs: 'progress', data: z.object({ course, enrolment }) },
  'enrolment.ended': { summary: "Someone's access to a course has been ended", data: z.object({ course, enrolment }) },
  'certificate.issued': {
    summary: 'A certificate has been issued or replaced',
    needs: 'result',
    data: z.object({ course, enrolment, certificate }),
  },
  'certificate.revoked': { summary: 'A certificate has been revoked', needs: 'result', data: z.object({ course, enrolment, certificate }) },
  'message.waiting': {
    summary: 'A student has begun to wait for an answer; the message itself is not sent',
    needs: 'correspondence',
    data: z.object({ course, enrolment }),
  },
  'webhook.test': { summary: 'Asked for by an administrator, to see that it arrives', data: z.object({}) },
} as const satisfies Record<string, Event>;

export type EventName = keyof typeof events;
export const eventNames = Object.keys(events) as EventName[];
/** What one chooses among: a test always comes. */
export const chosenEvents = eventNames.filter((name) => name !== 'webhook.test');

import type { RouteName } from '../../routes.ts';
import type { Operation } from '../operation.ts';
import { blockKeysByApi, makeKeyBatchByApi } from './keys.ts';
import { certificates, end, enrol, enrolments, results } from './learning.ts';
import { courses, inviteByApi, members } from './people.ts';

/** Every operation of the API, by its route: what it does and what its document says come from here alike. */
export const operations = {
  apiCourses: courses,
  apiMembers: members,
  apiInvite: inviteByApi,
  apiEnrolments: enrolments,
  apiEnrol: enrol,
  apiEndEnrolment: end,
  apiResults: results,
  apiCertificates: certificates,
  apiMakeKeys: makeKeyBatchByApi,
  apiBlockKeys: blockKeysByApi,
} as const satisfies Partial<Record<RouteName, Operation>>;

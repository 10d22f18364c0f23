import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { answerEnquiry, closeEnquiry, enquiry } from './enquiry.actions.tsx';
import { dpoEnquiries, enquiries, searchEnquiries } from './inbox.actions.tsx';
import { ownEnquiry, writeBack } from './own-enquiry.actions.tsx';

export const enquiriesActions = {
  answerEnquiry,
  closeEnquiry,
  enquiry,
  dpoEnquiries,
  enquiries,
  searchEnquiries,
  ownEnquiry,
  writeBack,
} satisfies Partial<Record<RouteName, Action>>;

import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { answerEnquiry, closeEnquiry, enquiry, enquiryFile } from './enquiry.actions.tsx';
import { dpoEnquiries, enquiries, searchDpoEnquiries, searchEnquiries } from './inbox.actions.tsx';
import { ownEnquiry, ownEnquiryFile, writeBack } from './own-enquiry.actions.tsx';

export const enquiriesActions = {
  answerEnquiry,
  closeEnquiry,
  enquiry,
  enquiryFile,
  dpoEnquiries,
  enquiries,
  searchDpoEnquiries,
  searchEnquiries,
  ownEnquiry,
  ownEnquiryFile,
  writeBack,
} satisfies Partial<Record<RouteName, Action>>;

import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { answerInvitation, invitation, openInvitedAccount } from './invitation.actions.tsx';
import { invitations, newInvitation, revokeInvitation, saveInvitation } from './invitations.actions.tsx';
import { member, saveMember } from './member.actions.tsx';
import { members, searchMembers } from './members.actions.tsx';
import { leaveRole, myRoles } from './my-roles.actions.tsx';

export const customersActions = {
  members,
  searchMembers,
  member,
  saveMember,
  invitations,
  newInvitation,
  saveInvitation,
  revokeInvitation,
  invitation,
  answerInvitation,
  openInvitedAccount,
  myRoles,
  leaveRole,
} satisfies Partial<Record<RouteName, Action>>;

export { customersMails } from './mails.ts';

import { accountActions } from './account.actions.tsx';
import { confirmPersonActions } from './confirm-person.actions.tsx';
import { ownDeviceActions } from './own-device.actions.tsx';
import { passkeyActions } from './passkey.actions.ts';
import { resetActions } from './reset.actions.tsx';
import { secondFactorActions } from './second-factor.actions.tsx';
import { signInFormActions } from './sign-in.actions.tsx';
import { termsActions } from './terms.actions.tsx';

export { markedParagraphs, type Change } from './changed-paragraphs.ts';
export { emailField } from './email-address.ts';
export { isSessionDue, keepSession } from './keep-session.ts';
export { networkOf } from './limits.ts';
export { signInMails } from './mails.ts';
export { PasskeyOffer } from './pages/passkeys-section.tsx';
export { TermsText } from './pages/terms-text.tsx';
export { offersPasskey } from './offers-passkey.ts';
export { hashPassword, passwordFault } from './password.ts';
export { ownPath } from './return-path.ts';
export { startSession } from './start-session.ts';
export { findTermsInForce as termsInForce } from './terms.queries.ts';

export const signInActions = {
  ...signInFormActions,
  ...secondFactorActions,
  ...passkeyActions,
  ...resetActions,
  ...termsActions,
  ...accountActions,
  ...ownDeviceActions,
  ...confirmPersonActions,
};

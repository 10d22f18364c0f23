import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { exportJson, exportPage } from './export.actions.tsx';
import { retention, saveHoldDecision, saveHoldRequest } from './retention/retention.actions.tsx';
import { closing, myData, rectify, saveClosing, saveReopening, saveRestriction } from './my-data.actions.tsx';

export { anchorLookLog, findLastAnchor, type Anchor } from './look-log/anchor.ts';
export { recordLook, type Look } from './look-log/record-look.ts';
export { verifyLookLog, type LookLogResult } from './look-log/verify-look-log.ts';
export { asRoleOf, BackupRefused, drill, findLastDrill, restore, writeBackup } from './backup/index.ts';
export { closeAccount, reopenAccount } from './close-account.ts';
export { engineOf } from './engine.ts';
export { eraseForever, findReceipt, type Receipt, type Way } from './erase.ts';
export { explain, type Explained } from './explain.ts';
export { countTables, exportTables } from './export.ts';
export { consentsTo, recordChoice, type Choice } from './ledger.ts';
export { liftRestriction, listRestrictions, objectionable, objectTo, restrict, withdrawObjection } from './restrict.ts';
export { scan, type Trace } from './scan.ts';
export { removeOutboxFiles } from './outbox-files.ts';
export { addPeriod } from './retention-plan.ts';
export { sweep } from './sweep.ts';
export { columnsSeenBy } from './who-sees.ts';

export const privacyActions = {
  myData,
  rectify,
  exportPage,
  exportJson,
  closing: (visit) => closing(visit),
  closeAccount: saveClosing,
  reopenAccount: saveReopening,
  chooseRestriction: saveRestriction,
  retention,
  askForHold: saveHoldRequest,
  decideHold: saveHoldDecision,
} satisfies Partial<Record<RouteName, Action>>;

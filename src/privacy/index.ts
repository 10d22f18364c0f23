import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { exportJson, exportPage } from './export.actions.tsx';
import { closing, myData, rectify, saveClosing, saveReopening } from './my-data.actions.tsx';

export { recordLook, type Look } from './access-log.ts';
export { asRoleOf, BackupRefused, drill, findLastDrill, restore, writeBackup } from './backup/index.ts';
export { closeAccount, reopenAccount } from './close-account.ts';
export { customerTables, notTheCustomers, type CustomerTable } from './customer-tables.ts';
export { engineOf } from './engine.ts';
export { eraseForever, findReceipt, type Way } from './erase.ts';
export { explain, type Explained } from './explain.ts';
export { countTables, exportTables } from './export.ts';
export { consentsTo, proofOf, recordChoice, type Choice } from './ledger.ts';
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
} satisfies Partial<Record<RouteName, Action>>;

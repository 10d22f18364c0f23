import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { choiceActions } from './choices/choices.actions.tsx';
import { closingMails } from './closing/mails.ts';
import { closingActions } from './closing/closing.actions.tsx';
import { documentActions } from './documents/documents.actions.tsx';
import { exportJson, exportPage, exportZip } from './export.actions.tsx';
import { mapActions } from './map/map.actions.tsx';
import { myData, rectify, saveObjection, saveRestriction } from './my-data.actions.tsx';
import { noticeActions } from './notice/notice.actions.tsx';
import { receiptActions } from './receipts/receipts.actions.tsx';
import { retention, saveHoldDecision, saveHoldRequest, searchHolds } from './retention/retention.actions.tsx';
import { supplierActions } from './suppliers/erasures.actions.tsx';
import { ownExportMails } from './own-exports/mails.ts';
import { ownExportActions } from './own-exports/own-exports.actions.tsx';
import { decisionActions } from './terms-decisions/decisions.actions.tsx';
import { decisionMails } from './terms-decisions/mails.ts';
import { trustMails } from './trust/mails.ts';
import { trustActions } from './trust/trust.actions.tsx';

export { anchorLookLog, findLastAnchor, type Anchor } from './look-log/anchor.ts';
export { listLooksByLink, looksAt, type LookByLink } from './look-log/looks-by-link.ts';
export { recordLook, type Look } from './look-log/record-look.ts';
export { verifyLookLog, type LookLogResult } from './look-log/verify-look-log.ts';
export {
  asRoleOf,
  BackupRefused,
  checkPlaces,
  drill,
  drillWhereNoneHolds,
  findLastDrill,
  folderPlace,
  hasBackup,
  noteChoices,
  noteMissingChoices,
  placesOf,
  refuseUnfinishedRestore,
  restore,
  verifyBackups,
  writeBackup,
} from './backup/index.ts';
export { closeAccount, reopenAccount } from './closing/close-account.ts';
export { customerTables, notTheCustomers, type CustomerTable } from './customer-tables.ts';
export { annexNow } from './documents/documents.actions.tsx';
export { controllerOf, sayController, type Contact, type ContactPart, type Controller } from './documents/controller.ts';
export { DocumentPage } from './documents/document-page.tsx';
export { insertContactLooks, listContactsSeen } from './documents/controller.queries.ts';
export { controllerSeen, recordContactLook } from './documents/look-at-contacts.ts';
export { ResponsibleList } from './documents/responsible-list.tsx';
export type { Document } from './documents/document.ts';
export { tablesOf } from './documents/facts.ts';
export { dueBy, keptByLaw } from './kept-by-law.ts';
export { listLatestTerms } from './documents/documents.queries.ts';
export { agrees, frameText, termsNoticeMonths, withFrame } from './documents/terms-frame.ts';
export { publishDocuments } from './documents/publish.ts';
export { explain, howLong, periodInWords } from './explain.ts';
export { customersHolding, exportTablesAtCustomer } from './at-customer.ts';
export { engineOf } from './engine.ts';
export { eraseAddress } from './erase-address.ts';
export { eraseAtCustomer, planAtCustomer, type PlanAtCustomer } from './erase-at-customer.ts';
export { beginningOf, extractFile, extractFolder, shownRows } from './export.actions.tsx';
export { ExtractRights, ExtractTables, type ExtractTable } from './pages/extract-page.tsx';
export { LooksByLink } from './pages/looks-by-link.tsx';

export { eraseForever, findReceipt, type Receipt, type Way } from './erase.ts';

export { receiptFile } from './choices/choices.actions.tsx';
export { receiptOf as consentReceipt } from './choices/receipt.ts';
export { liftAside, restrictAddress, settingAside } from './restrict-address.ts';
export { correctAddress, type Corrections } from './correct-address.ts';
export { fieldInWords } from './code-in-words.ts';
export { mailWords } from './mail-words.ts';
export { countTables, exportTables, exportTablesOfAddress } from './export.ts';
export { consentsTo, proofOf, recordChoice, type Choice } from './ledger.ts';
export { liftRestriction, listRestrictions, objectionable, objectTo, restrict, withdrawObjection } from './restrict.ts';
export { checkSigned } from './receipts/signed-receipt.ts';
export { listSigningKeys, noteSigningKey } from './receipts/known-keys.ts';
export { publicKeyOf, signingKey } from './receipts/signing-key.ts';
export { scan, type Trace } from './scan.ts';
export { removeOutboxFiles } from './outbox-files.ts';
export { rewriteErased } from './rewrite-erased.ts';
export { mapAs, mapFileNames, mapFormats, type MapFormat } from './map/formats.ts';
export { addPeriod } from './retention-plan.ts';
export { sendNotice } from './suppliers/send-notice.ts';
export { makeOwnExport, ownExportTask } from './own-exports/make-own-export.ts';
export { whomToTell } from './suppliers/whom-to-tell.ts';
export { tellTask } from './suppliers/tell-suppliers.ts';
export { receiptToken } from './receipts/find-erasure.ts';
export { sweep } from './sweep.ts';
export { warnBeforeErasure, warnTask } from './closing/warn-before-erasure.ts';
export { faultTask, proveAll } from './trust/prove.ts';
export { columnsSeenBy } from './who-sees.ts';

/** Every mail of the engine's. */
export const privacyMails = { ...closingMails, ...decisionMails, ...ownExportMails, ...trustMails };

export const privacyActions = {
  myData,
  rectify,
  exportPage,
  exportJson,
  exportZip,
  ...closingActions,
  ...choiceActions,
  ...documentActions,
  ...mapActions,
  ...noticeActions,
  ...receiptActions,
  ...supplierActions,
  ...decisionActions,
  ...ownExportActions,
  ...trustActions,
  chooseRestriction: saveRestriction,
  chooseObjection: saveObjection,
  retention,
  searchHolds,
  askForHold: saveHoldRequest,
  decideHold: saveHoldDecision,
} satisfies Partial<Record<RouteName, Action>>;

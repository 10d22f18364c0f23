/**
 * Map 1: every URL, its method and who may. Pure data; nothing is imported.
 *
 * who      everyone · signed-in · staff (of the customer in the address) · operator (the operator's own people) · development
 *          token (a program that carries a token of a customer's; the room of the API reads it)
 * gate     what stays open to someone who has not accepted the terms in force, or whose account is
 *          closed: all other routes lead to the gate
 * proof    recent: only someone who proved who they are within the last minutes (N-41, N-55)
 * answers  page (default) or data: what an error looks like
 * from     anywhere: a POST that may come from another site. Only for a link that is its own permission: its token proves
 *          that we made it, no cookie is read to decide anything, and doing it twice does no more (RFC 8058)
 * afterEnd open: what a customer's people still reach when its agreement has ended
 */
export type Who = 'everyone' | 'token' | 'signed-in' | 'staff' | 'operator' | 'development';
export type Route = {
  method: 'GET' | 'POST';
  path: string;
  who: Who;
  gate?: 'open';
  proof?: 'recent';
  answers?: 'data';
  from?: 'anywhere';
  afterEnd?: 'open';
};

type More = Omit<Route, 'method' | 'path' | 'who'>;
const get = <Path extends string>(path: Path, who: Who, more: More = {}) => ({ method: 'GET', path, who, ...more }) as const;
const post = <Path extends string>(path: Path, who: Who, more: More = {}) => ({ method: 'POST', path, who, ...more }) as const;
const open = { gate: 'open' } as const;
const data = { answers: 'data' } as const;
const api = { gate: 'open', answers: 'data' } as const;
const afterEnd = { afterEnd: 'open' } as const;

export const routes = {
  // The open house
  start: get('/', 'everyone', open),
  catalogue: get('/kurser', 'everyone', open),
  course: get('/k/:customer/kurser/:course', 'everyone', open),
  courseFile: get('/k/:customer/filer/:file', 'everyone', open),
  contact: get('/kontakt', 'everyone', open),
  terms: get('/villkor', 'everyone', open),
  upcomingTerms: get('/villkor/kommande', 'everyone', open),
  termsVersion: get('/villkor/version/:version', 'everyone', open),
  privacyPolicy: get('/integritetspolicy', 'everyone', open),
  cookies: get('/kakor', 'everyone', open),
  promises: get('/loften', 'everyone', open),
  trust: get('/fortroende', 'everyone', open),
  trustInEnglish: get('/en/trust', 'everyone', open),
  proof: get('/fortroende/:proof', 'everyone', open),
  storageRegister: get('/lagring', 'everyone', open),
  supplierRegister: get('/leverantorer', 'everyone', open),
  documents: get('/dokument', 'everyone', open),
  documentVersions: get('/dokument/:document', 'everyone', open),
  documentVersion: get('/dokument/:document/:version', 'everyone', open),
  accessibility: get('/tillganglighet', 'everyone', open),
  verifyCertificate: get('/intyg/:number', 'everyone', open),
  // Read by programs that check a badge; the first address is given by did:web.
  issuerDocument: get('/k/:customer/did.json', 'everyone', { ...api, ...afterEnd }),
  badgeStatus: get('/k/:customer/marken/:list', 'everyone', { ...api, ...afterEnd }),
  chooseLanguage: post('/sprak', 'everyone', open),
  health: get('/halsa', 'everyone', { gate: 'open', answers: 'data' }),
  ready: get('/redo', 'everyone', { gate: 'open', answers: 'data' }),
  setUp: get('/kom-igang', 'everyone', open),
  saveSetUp: post('/kom-igang', 'everyone', open),

  // Signing in
  signIn: get('/logga-in', 'everyone', open),
  startSession: post('/logga-in', 'everyone', open),
  secondFactor: get('/logga-in/kod', 'everyone', open),
  confirmSecondFactor: post('/logga-in/kod', 'everyone', open),
  passkeyOptions: post('/logga-in/losennyckel/fraga', 'everyone', { gate: 'open', answers: 'data' }),
  passkeySignIn: post('/logga-in/losennyckel', 'everyone', { gate: 'open', answers: 'data' }),
  endSession: post('/logga-ut', 'signed-in', open),
  forgotPassword: get('/losenord', 'everyone', open),
  askForReset: post('/losenord', 'everyone', open),
  resetPassword: get('/losenord/:token', 'everyone', open),
  saveReset: post('/losenord/:token', 'everyone', open),
  termsGate: get('/villkor/godkann', 'signed-in', open),
  answerTerms: post('/villkor/godkann', 'signed-in', open),
  account: get('/konto', 'signed-in'),
  changePassword: post('/konto/losenord', 'signed-in'),
  askForEmail: post('/konto/mejladress', 'signed-in'),
  confirmEmail: get('/mejladress/:token', 'everyone', open),
  saveEmail: post('/mejladress/:token', 'everyone', open),
  revokeSession: post('/konto/inloggningar/:session', 'signed-in'),
  revokeOtherSessions: post('/konto/inloggningar', 'signed-in'),
  registerPasskeyOptions: post('/konto/losennycklar/fraga', 'signed-in', data),
  registerPasskey: post('/konto/losennycklar', 'signed-in', data),
  removePasskey: post('/konto/losennycklar/:passkey/borttagning', 'signed-in'),
  startSecondFactor: post('/konto/tva-steg', 'signed-in'),
  confirmNewSecondFactor: post('/konto/tva-steg/bekraftelse', 'signed-in'),
  newRecoveryCodes: post('/konto/tva-steg/reservkoder', 'signed-in'),
  removeSecondFactor: post('/konto/tva-steg/borttagning', 'signed-in'),
  confirmPerson: get('/konto/bekrafta', 'signed-in', open),
  saveConfirmPerson: post('/konto/bekrafta', 'signed-in', open),

  // Notifications
  notifications: get('/aviseringar', 'signed-in'),
  markNotificationsRead: post('/aviseringar', 'signed-in'),
  openNotification: post('/aviseringar/:notification', 'signed-in'),
  notificationChoices: get('/konto/aviseringar', 'signed-in'),
  saveNotificationChoices: post('/konto/aviseringar', 'signed-in'),
  customerNotifications: get('/k/:customer/aviseringar', 'staff'),
  saveCustomerNotifications: post('/k/:customer/aviseringar', 'staff'),

  // Keys
  key: get('/nyckel', 'everyone', open),
  redeemKey: post('/nyckel', 'everyone', open),
  keyOwner: get('/nyckel/agare/:token', 'everyone', open),
  sendKeyLink: post('/nyckel/agare/:token', 'everyone', open),
  continueWithKey: get('/nyckel/fortsatt/:token', 'everyone', open),
  openAccount: post('/nyckel/fortsatt/:token', 'everyone', open),
  join: get('/nyckel/ga-med/:token', 'signed-in'),
  saveJoin: post('/nyckel/ga-med/:token', 'signed-in'),

  // Keys, for those who hand them out
  keyBatches: get('/k/:customer/nycklar', 'staff'),
  newKeyBatch: get('/k/:customer/nycklar/parti', 'staff'),
  makeKeyBatch: post('/k/:customer/nycklar/parti', 'staff'),
  newKeyList: get('/k/:customer/nycklar/lista', 'staff'),
  checkKeyList: post('/k/:customer/nycklar/lista', 'staff'),
  makeKeysFromList: post('/k/:customer/nycklar/lista/nycklar', 'staff'),
  keySheet: post('/k/:customer/nycklar/nyckelblad', 'staff'),
  keyFile: post('/k/:customer/nycklar/fil', 'staff'),
  keyBatch: get('/k/:customer/nycklar/:batch', 'staff'),
  findKeys: post('/k/:customer/nycklar/:batch/sokning', 'staff'),
  changeKeys: post('/k/:customer/nycklar/:batch', 'staff'),
  undoKeyChange: post('/k/:customer/nycklar/:batch/angra', 'staff'),
  extendKeys: post('/k/:customer/nycklar/:batch/sista-dag', 'staff'),
  replaceKeys: post('/k/:customer/nycklar/:batch/ersattning', 'staff'),

  // Learning
  home: get('/hem', 'signed-in'),
  continueCourse: get('/k/:customer/kurser/:course/fortsatt', 'signed-in'),
  coursePage: get('/k/:customer/kurser/:course/sidor/:position', 'signed-in'),
  visitPage: post('/k/:customer/kurser/:course/sidor/:position', 'signed-in'),
  saveReflection: post('/k/:customer/kurser/:course/sidor/:position/egna-ord', 'signed-in'),
  wholeCourse: get('/k/:customer/kurser/:course/hela-kursen', 'signed-in'),
  saveNote: post('/k/:customer/kurser/:course/sidor/:position/anteckning', 'signed-in'),
  saveBookmark: post('/k/:customer/kurser/:course/sidor/:position/bokmarke', 'signed-in'),
  notes: get('/k/:customer/kurser/:course/anteckningar', 'signed-in'),
  answerQuestion: post('/k/:customer/kurser/:course/fragor/:question', 'signed-in'),
  finalTest: get('/k/:customer/kurser/:course/slutprov', 'signed-in'),
  startAttempt: post('/k/:customer/kurser/:course/slutprov', 'signed-in'),
  attempt: get('/k/:customer/kurser/:course/slutprov/:number', 'signed-in'),
  saveAttemptAnswer: post('/k/:customer/kurser/:course/slutprov/:number/svar', 'signed-in', data),
  submitAttempt: post('/k/:customer/kurser/:course/slutprov/:number', 'signed-in'),
  saveAttemptFile: post('/k/:customer/kurser/:course/slutprov/:number/fil/:question', 'signed-in', data),
  handedFile: get('/k/:customer/kurser/:course/slutprov/:number/fil/:question', 'signed-in'),
  askForReview: post('/k/:customer/kurser/:course/slutprov/:number/omprovning/:question', 'signed-in'),
  attemptResult: get('/k/:customer/kurser/:course/slutprov/:number/resultat', 'signed-in'),
  certificate: get('/k/:customer/kurser/:course/kursintyg', 'signed-in'),
  certificatePdf: get('/k/:customer/kurser/:course/kursintyg.pdf', 'signed-in'),
  takeBadge: post('/k/:customer/kurser/:course/kursintyg/marke', 'signed-in'),
  chooseCertificateName: post('/k/:customer/kurser/:course/kursintyg', 'signed-in'),
  hideCertificate: post('/k/:customer/kurser/:course/kursintyg/oppen-sida', 'signed-in'),

  // Correspondence
  correspondence: get('/k/:customer/kurser/:course/korrespondens', 'signed-in'),
  sendMessage: post('/k/:customer/kurser/:course/korrespondens', 'signed-in'),
  messages: get('/k/:customer/kurser/:course/korrespondens/meddelanden', 'signed-in', data),
  messageStream: get('/k/:customer/kurser/:course/korrespondens/flode', 'signed-in', data),
  saveDraft: post('/k/:customer/kurser/:course/korrespondens/utkast', 'signed-in'),
  attachment: get('/k/:customer/kurser/:course/korrespondens/filer/:attachment', 'signed-in'),
  editMessage: post('/k/:customer/kurser/:course/korrespondens/:message/andring', 'signed-in'),
  deleteMessage: post('/k/:customer/kurser/:course/korrespondens/:message/borttagning', 'signed-in'),
  inbox: get('/k/:customer/inkorg', 'staff'),
  searchInbox: post('/k/:customer/inkorg/sokning', 'staff'),
  inboxStream: get('/k/:customer/inkorg/flode', 'staff', data),
  savedReplies: get('/k/:customer/sparade-svar', 'staff'),
  createSavedReply: post('/k/:customer/sparade-svar', 'staff'),
  savedReply: get('/k/:customer/sparade-svar/:reply', 'staff'),
  changeSavedReply: post('/k/:customer/sparade-svar/:reply', 'staff'),
  thread: get('/k/:customer/inkorg/:thread', 'staff'),
  answerThread: post('/k/:customer/inkorg/:thread', 'staff'),
  threadMessages: get('/k/:customer/inkorg/:thread/meddelanden', 'staff', data),
  threadStream: get('/k/:customer/inkorg/:thread/flode', 'staff', data),
  saveAnswerDraft: post('/k/:customer/inkorg/:thread/utkast', 'staff'),
  threadAttachment: get('/k/:customer/inkorg/:thread/filer/:attachment', 'staff'),
  editAnswer: post('/k/:customer/inkorg/:thread/meddelanden/:message/andring', 'staff'),
  retractAnswer: post('/k/:customer/inkorg/:thread/meddelanden/:message/borttagning', 'staff'),
  assignThread: post('/k/:customer/inkorg/:thread/ansvarig', 'staff'),
  closeThread: post('/k/:customer/inkorg/:thread/klar', 'staff'),

  // Writing to us
  sendContact: post('/kontakt', 'everyone', open),
  dpo: get('/dataskyddsombud', 'everyone', open),
  askDpo: post('/dataskyddsombud', 'everyone', open),
  companyServices: get('/foretag', 'everyone', open),
  askForQuote: post('/foretag', 'everyone', open),
  ownEnquiry: get('/kontakt/arende/:token', 'everyone', open),
  writeBack: post('/kontakt/arende/:token', 'everyone', open),
  ownEnquiryFile: get('/kontakt/arende/:token/filer/:enclosed', 'everyone', open),
  myEnquiries: get('/mina-arenden', 'signed-in'),
  takeInboundMail: post('/mejl/inkommande', 'everyone', { gate: 'open', answers: 'data' }),
  removal: get('/kontakt/borttagning', 'everyone', open),
  askForRemoval: post('/kontakt/borttagning', 'everyone', open),
  confirmRemoval: get('/kontakt/borttagning/:token', 'everyone', open),
  removeEnquiries: post('/kontakt/borttagning/:token', 'everyone', open),

  // What someone asks about their own data, with or without an account
  requestForm: get('/begaran', 'everyone', open),
  requestFormInEnglish: get('/en/request', 'everyone', open),
  sendRequest: post('/begaran', 'everyone', open),
  proveRequest: get('/begaran/bekrafta/:token', 'everyone', open),
  saveRequestProof: post('/begaran/bekrafta/:token', 'everyone', open),
  ownRequest: get('/begaran/arende/:token', 'everyone', open),
  askForAnswerLink: post('/begaran/arende/:token', 'everyone', open),
  requestAnswer: get('/begaran/svar/:token', 'everyone', open),
  removeRequest: post('/begaran/svar/:token', 'everyone', open),
  requestLetter: get('/begaran/svar/:token/brev.pdf', 'everyone', open),
  requestExtract: get('/begaran/svar/:token/uppgifter.json', 'everyone', open),
  requestFolder: get('/begaran/svar/:token/uppgifter.zip', 'everyone', open),

  // The data protection officer's desk for them
  dataRequests: get('/begaranden', 'operator'),
  searchDataRequests: post('/begaranden', 'operator'),
  dataRequest: get('/begaranden/:request', 'operator'),
  stepRequest: post('/begaranden/:request', 'operator'),
  liftRequest: post('/begaranden/:request/havning', 'operator'),
  dataRequestLetter: get('/begaranden/:request/brev.pdf', 'operator'),

  // Newsletters
  newsletter: get('/nyhetsbrev', 'everyone', open),
  subscribe: post('/nyhetsbrev', 'everyone', open),
  confirmSubscription: get('/nyhetsbrev/bekrafta/:token', 'everyone', open),
  saveSubscription: post('/nyhetsbrev/bekrafta/:token', 'everyone', open),
  subscriptions: get('/nyhetsbrev/val/:token', 'everyone', open),
  subscriptionReceipt: get('/nyhetsbrev/val/:token/kvitto.json', 'everyone', open),
  saveSubscriptions: post('/nyhetsbrev/val/:token', 'everyone', open),
  unsubscribe: get('/nyhetsbrev/avsluta/:token', 'everyone', open),
  oneClickUnsubscribe: post('/nyhetsbrev/avsluta/:token', 'everyone', { gate: 'open', from: 'anywhere' }),

  // The operator's desk
  enquiries: get('/arenden', 'operator'),
  searchEnquiries: post('/arenden', 'operator'),
  dpoEnquiries: get('/arenden/ombudet', 'operator'),
  searchDpoEnquiries: post('/arenden/ombudet', 'operator'),
  supportClock: get('/arenden/svarstider', 'operator'),
  tryMailAgain: post('/arenden/mejl', 'operator'),
  cannedAnswers: get('/arenden/svarsmallar', 'operator'),
  addCannedAnswer: post('/arenden/svarsmallar', 'operator'),
  cannedAnswer: get('/arenden/svarsmallar/:answer', 'operator'),
  saveCannedAnswer: post('/arenden/svarsmallar/:answer', 'operator'),
  removeCannedAnswer: post('/arenden/svarsmallar/:answer/borttagning', 'operator'),
  enquiry: get('/arenden/:enquiry', 'operator'),
  enquiryFile: get('/arenden/:enquiry/filer/:enclosed', 'operator'),
  answerEnquiry: post('/arenden/:enquiry', 'operator'),
  closeEnquiry: post('/arenden/:enquiry/avslut', 'operator'),
  assignEnquiry: post('/arenden/:enquiry/ansvarig', 'operator'),
  mergeEnquiry: post('/arenden/:enquiry/ihop', 'operator'),
  splitEnquiry: post('/arenden/:enquiry/isar', 'operator'),

  // Running the service: what has stopped, mail to many, the terms
  operations: get('/driften', 'operator'),
  deadLetters: get('/driften/fastnat', 'operator'),
  handleDeadLetters: post('/driften/fastnat', 'operator'),
  termsVersions: get('/driften/villkor', 'operator'),
  publishTerms: post('/driften/villkor', 'operator'),
  newsletterIssues: get('/driften/nyhetsbrev', 'operator'),
  newIssue: get('/driften/nyhetsbrev/nytt', 'operator'),
  createIssue: post('/driften/nyhetsbrev/nytt', 'operator'),
  newsletterTopics: get('/driften/nyhetsbrev/amnen', 'operator'),
  saveTopic: post('/driften/nyhetsbrev/amnen', 'operator'),
  endTopic: post('/driften/nyhetsbrev/amnen/avslut', 'operator'),
  issue: get('/driften/nyhetsbrev/:issue', 'operator'),
  saveIssue: post('/driften/nyhetsbrev/:issue', 'operator'),
  testIssue: post('/driften/nyhetsbrev/:issue/prov', 'operator'),
  sendIssue: post('/driften/nyhetsbrev/:issue/sandning', 'operator'),

  // Offers, in the thread of whoever asked for a price
  newOffer: get('/arenden/:enquiry/offert', 'operator'),
  makeOffer: post('/arenden/:enquiry/offert', 'operator'),
  deskOfferPdf: get('/arenden/:enquiry/offert.pdf', 'operator'),
  ownOffer: get('/kontakt/arende/:token/offert', 'everyone', open),
  answerOffer: post('/kontakt/arende/:token/offert', 'everyone', open),
  ownOfferPdf: get('/kontakt/arende/:token/offert.pdf', 'everyone', open),

  // The operator's customers and their agreements
  customers: get('/kunder', 'operator'),
  newCustomer: get('/kunder/ny', 'operator'),
  createCustomer: post('/kunder/ny', 'operator'),
  customerCard: get('/kunder/:organisation', 'operator'),
  saveCustomerNote: post('/kunder/:organisation/anteckning', 'operator'),
  organisationContact: get('/kunder/:organisation/kontaktuppgifter', 'operator'),
  saveOrganisationContact: post('/kunder/:organisation/kontaktuppgifter', 'operator'),
  newAgreement: get('/kunder/:organisation/avtal', 'operator'),
  createAgreement: post('/kunder/:organisation/avtal', 'operator'),
  changeAgreement: post('/kunder/:organisation/avtal/:agreement', 'operator'),

  // Buying a course, without an account or with one
  buyCourse: get('/k/:customer/kurser/:course/kop', 'everyone', open),
  fillInOrder: post('/k/:customer/kurser/:course/kop', 'everyone', open),
  findPurchases: get('/angra', 'everyone', open),
  mailPurchases: post('/angra', 'everyone', open),
  ownPurchases: get('/mina-kop', 'signed-in'),
  order: get('/kop/:token', 'everyone', open),
  placeOrder: post('/kop/:token', 'everyone', open),
  openBought: post('/kop/:token/kurs', 'everyone', open),
  invoice: get('/kop/:token/faktura/:number', 'everyone', open),
  withdrawal: get('/kop/:token/angra', 'everyone', open),
  withdraw: post('/kop/:token/angra', 'everyone', open),

  // The operator's shop: what is for sale, what has been bought, and the books
  shopDesk: get('/butik', 'operator'),
  saveSeller: post('/butik', 'operator'),
  shopCourse: get('/butik/kurser/:sold', 'operator'),
  saveShopCourse: post('/butik/kurser/:sold', 'operator'),
  deskPurchases: get('/butik/kop', 'operator'),
  searchDeskPurchases: post('/butik/kop', 'operator'),
  deskPurchase: get('/butik/kop/:purchase', 'operator'),
  stepDeskPurchase: post('/butik/kop/:purchase', 'operator'),
  vouchers: get('/butik/verifikat', 'operator'),
  vouchersCsv: get('/butik/verifikat/bok.csv', 'operator'),
  vouchersSie: get('/butik/verifikat/bok.se', 'operator'),

  // A customer's own agreement, its seats and its end
  agreement: get('/k/:customer/avtal', 'staff', afterEnd),
  agreementPdf: get('/k/:customer/avtal/:agreement/avtal.pdf', 'staff', afterEnd),
  acceptDataTerms: post('/k/:customer/avtal/:agreement/villkor', 'staff'),
  giveNotice: post('/k/:customer/avtal/:agreement/uppsagning', 'staff'),
  seats: get('/k/:customer/platser', 'staff'),
  releaseSeat: post('/k/:customer/platser', 'staff'),
  searchSeats: post('/k/:customer/platser/sokning', 'staff'),
  dataProcessing: get('/k/:customer/personuppgifter', 'staff', afterEnd),
  customerContact: get('/k/:customer/kontaktuppgifter', 'staff'),
  saveCustomerContact: post('/k/:customer/kontaktuppgifter', 'staff'),
  ownRecord: get('/k/:customer/forteckning', 'staff', afterEnd),
  ownRecordVersions: get('/k/:customer/forteckning/versioner', 'staff', afterEnd),
  ownRecordVersion: get('/k/:customer/forteckning/versioner/:version', 'staff', afterEnd),
  takeAll: get('/k/:customer/ta-med-dig-allt', 'staff', afterEnd),
  makeExport: post('/k/:customer/ta-med-dig-allt', 'staff', afterEnd),
  customerExport: get('/k/:customer/ta-med-dig-allt/:export', 'staff', { afterEnd: 'open', proof: 'recent' }),
  leaveCourse: post('/k/:customer/kurser/:course/lamna', 'signed-in'),

  // The data map and the records made from it
  dataMapPage: get('/datakarta', 'operator'),
  printedDataMap: get('/datakarta/utskrift', 'operator'),
  controllerRecord: get('/forteckning', 'operator'),
  processorRecord: get('/forteckning/:customer', 'operator'),

  // The operator's retention desk
  retention: get('/gallring', 'operator'),
  searchHolds: post('/gallring', 'operator'),
  askForHold: post('/gallring/undantag', 'operator'),
  decideHold: post('/gallring/undantag/:hold', 'operator'),

  // Breaches of the terms: warnings, the end of an account, appeals
  termsDecisions: get('/villkorsbrott', 'operator'),
  decideOnTerms: post('/villkorsbrott', 'operator'),
  termsDecision: get('/villkorsbrott/:decision', 'operator'),
  answerAppeal: post('/villkorsbrott/:decision', 'operator'),

  // Erasures, and what suppliers have been told of them
  erasures: get('/raderingar', 'operator'),
  erasure: get('/raderingar/:erasure', 'operator'),
  handleNotice: post('/raderingar/:erasure/:notice', 'operator'),

  // Looking after a course
  students: get('/k/:customer/kurser/:course/studenter', 'staff'),
  searchStudents: post('/k/:customer/kurser/:course/studenter', 'staff'),
  deadlines: get('/k/:customer/kurser/:course/sista-dag', 'staff'),
  saveDeadline: post('/k/:customer/kurser/:course/sista-dag', 'staff'),
  searchDeadlines: post('/k/:customer/kurser/:course/sista-dag/sokning', 'staff'),
  saveOwnDeadline: post('/k/:customer/kurser/:course/sista-dag/egen', 'staff'),
  followUp: get('/k/:customer/kurser/:course/uppfoljning', 'staff'),
  searchFollowUp: post('/k/:customer/kurser/:course/uppfoljning', 'staff'),
  followUpPages: get('/k/:customer/kurser/:course/uppfoljning/sidor', 'staff'),
  searchFollowUpPages: post('/k/:customer/kurser/:course/uppfoljning/sidor', 'staff'),
  followUpCsv: get('/k/:customer/kurser/:course/uppfoljning.csv', 'staff'),
  followUpXlsx: get('/k/:customer/kurser/:course/uppfoljning.xlsx', 'staff'),
  nudge: get('/k/:customer/kurser/:course/uppfoljning/studenter/:enrolment', 'staff'),
  sendNudge: post('/k/:customer/kurser/:course/uppfoljning/studenter/:enrolment', 'staff'),
  remindStudent: post('/k/:customer/kurser/:course/uppfoljning/studenter/:enrolment/paminnelse', 'staff'),
  statistics: get('/k/:customer/kurser/:course/statistik', 'staff'),

  // Certificates, for those who look after a course
  certificateTemplate: get('/k/:customer/kurser/:course/intygsmall', 'staff'),
  saveCertificateTemplate: post('/k/:customer/kurser/:course/intygsmall', 'staff'),
  certificatePreview: get('/k/:customer/kurser/:course/intygsmall/forhandsvisning.pdf', 'staff'),
  certificateLogo: get('/k/:customer/kurser/:course/intygsmall/logotyp', 'staff'),
  courseCertificates: get('/k/:customer/kurser/:course/intyg', 'staff'),
  searchCertificates: post('/k/:customer/kurser/:course/intyg', 'staff'),
  courseCertificate: get('/k/:customer/kurser/:course/intyg/:certificate', 'staff'),
  revokeCertificate: post('/k/:customer/kurser/:course/intyg/:certificate/aterkallelse', 'staff'),
  replaceCertificate: post('/k/:customer/kurser/:course/intyg/:certificate/ersattning', 'staff'),

  // The final test, for those who look after a course
  marking: get('/k/:customer/kurser/:course/rattning', 'staff'),
  releaseResults: post('/k/:customer/kurser/:course/rattning', 'staff'),
  markAnswer: get('/k/:customer/kurser/:course/rattning/:attempt/:question', 'staff'),
  saveMarking: post('/k/:customer/kurser/:course/rattning/:attempt/:question', 'staff'),
  markedFile: get('/k/:customer/kurser/:course/rattning/:attempt/:question/fil', 'staff'),
  testTerms: get('/k/:customer/kurser/:course/provtider', 'staff'),
  saveTestOpening: post('/k/:customer/kurser/:course/provtider', 'staff'),
  searchTestTerms: post('/k/:customer/kurser/:course/provtider/sokning', 'staff'),
  saveExtraTime: post('/k/:customer/kurser/:course/provtider/extra-tid', 'staff'),
  itemStatistics: get('/k/:customer/kurser/:course/fragestatistik', 'staff'),

  // Customers: who sees whom
  whoSeesWhom: get('/k/:customer/vem-ser-vem', 'signed-in'),
  saveWhoSeesWhom: post('/k/:customer/vem-ser-vem', 'staff'),
  protectOwn: post('/k/:customer/vem-ser-vem/skydd', 'signed-in'),
  courseMates: get('/k/:customer/kurser/:course/kurskamrater', 'signed-in'),
  searchMates: post('/k/:customer/kurser/:course/kurskamrater', 'signed-in'),

  // Requests about data that a customer answers for
  handedRequests: get('/k/:customer/begaranden', 'staff'),
  searchHanded: post('/k/:customer/begaranden', 'staff'),
  handedRequest: get('/k/:customer/begaranden/:handed', 'staff'),
  stepHanded: post('/k/:customer/begaranden/:handed', 'staff'),
  handedLetter: get('/k/:customer/begaranden/:handed/brev.pdf', 'staff'),
  liftHanded: post('/k/:customer/begaranden/:handed/havning', 'staff'),
  eraseHanded: post('/k/:customer/begaranden/:handed/radera', 'staff'),
  ownHanded: get('/begaran/kund/:token', 'everyone', open),
  askForHandedLink: post('/begaran/kund/:token', 'everyone', open),
  handedAnswer: get('/begaran/kundsvar/:token', 'everyone', open),
  handedAnswerLetter: get('/begaran/kundsvar/:token/brev.pdf', 'everyone', open),
  handedExtract: get('/begaran/kundsvar/:token/uppgifter.json', 'everyone', open),
  handedFolder: get('/begaran/kundsvar/:token/uppgifter.zip', 'everyone', open),
  handOverRequest: post('/begaranden/:request/kund', 'operator'),

  namedContact: get('/kontaktuppgifter/:token', 'everyone', open),
  removeContactName: post('/kontaktuppgifter/:token', 'everyone', open),
  contactNames: post('/begaranden/:request/kontaktuppgifter', 'operator'),

  // Customers: members, roles and invitations
  members: get('/k/:customer/medlemmar', 'staff'),
  searchMembers: post('/k/:customer/medlemmar', 'staff'),
  member: get('/k/:customer/medlemmar/:member', 'staff'),
  saveMember: post('/k/:customer/medlemmar/:member', 'staff'),
  protectMember: post('/k/:customer/medlemmar/:member/skydd', 'staff'),
  groups: get('/k/:customer/grupper', 'staff'),
  createGroup: post('/k/:customer/grupper', 'staff'),
  group: get('/k/:customer/grupper/:group', 'staff'),
  saveGroup: post('/k/:customer/grupper/:group', 'staff'),
  leaveGroup: post('/k/:customer/grupper/:group/medlemmar', 'staff'),
  searchGroup: post('/k/:customer/grupper/:group/sokning', 'staff'),
  endGroup: post('/k/:customer/grupper/:group/avslut', 'staff'),
  peopleList: get('/k/:customer/grupper/:group/lista', 'staff'),
  checkPeopleList: post('/k/:customer/grupper/:group/lista', 'staff'),
  addPeople: post('/k/:customer/grupper/:group/lista/personer', 'staff'),
  addedPeople: get('/k/:customer/grupper/:group/lista/:invitation', 'staff'),
  undoAddedPeople: post('/k/:customer/grupper/:group/lista/:invitation/angra', 'staff'),
  invitations: get('/k/:customer/inbjudningar', 'staff'),
  searchInvitations: post('/k/:customer/inbjudningar', 'staff'),
  newInvitation: get('/k/:customer/inbjudningar/ny', 'staff'),
  saveInvitation: post('/k/:customer/inbjudningar/ny', 'staff'),
  revokeInvitation: post('/k/:customer/inbjudningar/:invitation/aterkallelse', 'staff'),
  invitation: get('/inbjudan/:token', 'everyone'),
  answerInvitation: post('/inbjudan/:token', 'everyone'),
  openInvitedAccount: post('/inbjudan/:token/konto', 'everyone', open),
  myRoles: get('/mina-roller', 'signed-in'),
  leaveRole: post('/mina-roller', 'signed-in'),

  // Writing courses
  coursesToRun: get('/k/:customer/kurser-att-skota', 'staff'),
  newCourse: get('/k/:customer/kurser-att-skota/ny', 'staff'),
  createCourse: post('/k/:customer/kurser-att-skota/ny', 'staff'),
  importCourse: get('/k/:customer/kurser-att-skota/paket', 'staff'),
  saveImportedCourse: post('/k/:customer/kurser-att-skota/paket', 'staff'),
  exportCourse: get('/k/:customer/kurser/:course/paket', 'staff'),
  saveTemplate: post('/k/:customer/kurser/:course/mall', 'staff'),
  duplicateCourse: post('/k/:customer/kurser/:course/kopia', 'staff'),
  courseDetails: get('/k/:customer/kurser/:course/om-kursen', 'staff'),
  saveCourseDetails: post('/k/:customer/kurser/:course/om-kursen', 'staff'),
  listCourse: post('/k/:customer/kurser/:course/katalog', 'staff'),
  draft: get('/k/:customer/kurser/:course/utkast', 'staff'),
  beginDraft: post('/k/:customer/kurser/:course/utkast', 'staff'),
  addPage: post('/k/:customer/kurser/:course/utkast/sidor', 'staff'),
  addSection: post('/k/:customer/kurser/:course/utkast/avsnitt', 'staff'),
  saveSection: post('/k/:customer/kurser/:course/utkast/avsnitt/:section', 'staff'),
  importPages: get('/k/:customer/kurser/:course/utkast/sidor/fil', 'staff'),
  previewPages: post('/k/:customer/kurser/:course/utkast/sidor/fil', 'staff'),
  saveImportedPages: post('/k/:customer/kurser/:course/utkast/sidor/fil/spara', 'staff'),
  draftPage: get('/k/:customer/kurser/:course/utkast/sidor/:page', 'staff'),
  saveDraftPage: post('/k/:customer/kurser/:course/utkast/sidor/:page', 'staff'),
  arrangePage: post('/k/:customer/kurser/:course/utkast/sidor/:page/plats', 'staff'),
  showDraftText: post('/k/:customer/kurser/:course/utkast/sidor/:page/visning', 'staff', data),
  pageHistory: get('/k/:customer/kurser/:course/utkast/sidor/:page/historik', 'staff'),
  restoreText: post('/k/:customer/kurser/:course/utkast/sidor/:page/historik/:text', 'staff'),
  bringBack: post('/k/:customer/kurser/:course/utkast/borttaget/:piece', 'staff'),
  media: get('/k/:customer/kurser/:course/media', 'staff'),
  addMedia: post('/k/:customer/kurser/:course/media', 'staff'),
  startUpload: post('/k/:customer/kurser/:course/media/uppladdningar', 'staff', data),
  uploadState: get('/k/:customer/kurser/:course/media/uppladdningar/:upload', 'staff', data),
  continueUpload: post('/k/:customer/kurser/:course/media/uppladdningar/:upload', 'staff', data),
  mediaFile: get('/k/:customer/kurser/:course/media/:file', 'staff'),
  changeMediaFile: post('/k/:customer/kurser/:course/media/:file', 'staff'),
  importQuestions: get('/k/:customer/kurser/:course/utkast/fragor/fil', 'staff'),
  previewQuestions: post('/k/:customer/kurser/:course/utkast/fragor/fil', 'staff'),
  saveImportedQuestions: post('/k/:customer/kurser/:course/utkast/fragor/fil/spara', 'staff'),
  newQuestion: get('/k/:customer/kurser/:course/utkast/fragor/ny', 'staff'),
  createQuestion: post('/k/:customer/kurser/:course/utkast/fragor/ny', 'staff'),
  draftQuestion: get('/k/:customer/kurser/:course/utkast/fragor/:question', 'staff'),
  saveDraftQuestion: post('/k/:customer/kurser/:course/utkast/fragor/:question', 'staff'),
  arrangeQuestion: post('/k/:customer/kurser/:course/utkast/fragor/:question/plats', 'staff'),
  draftTest: get('/k/:customer/kurser/:course/utkast/slutprov', 'staff'),
  saveQuestionPool: post('/k/:customer/kurser/:course/utkast/slutprov/fragebank', 'staff'),
  saveDraftTest: post('/k/:customer/kurser/:course/utkast/slutprov', 'staff'),
  previewTest: get('/k/:customer/kurser/:course/utkast/som-student/slutprov', 'staff'),
  previewPage: get('/k/:customer/kurser/:course/utkast/som-student/:position', 'staff'),
  tryPreview: post('/k/:customer/kurser/:course/utkast/som-student/:position', 'staff'),
  checkDraft: get('/k/:customer/kurser/:course/utkast/kontroll', 'staff'),
  publishDraft: post('/k/:customer/kurser/:course/utkast/kontroll', 'staff'),

  // My data
  myData: get('/mina-uppgifter', 'signed-in', open),
  rectify: post('/mina-uppgifter', 'signed-in', open),
  ownNotice: get('/mina-uppgifter/information', 'signed-in', open),
  ownChoices: get('/mina-uppgifter/val', 'signed-in', open),
  choiceReceipt: get('/mina-uppgifter/val/:choice/kvitto.json', 'signed-in', open),
  withdrawConsent: post('/mina-uppgifter/val/:choice/aterkallelse', 'signed-in', open),
  exportPage: get('/mina-uppgifter/utdrag', 'signed-in', { gate: 'open', proof: 'recent' }),
  exportJson: get('/mina-uppgifter/utdrag.json', 'signed-in', { gate: 'open', proof: 'recent' }),
  exportZip: get('/mina-uppgifter/utdrag.zip', 'signed-in', { gate: 'open', proof: 'recent' }),
  closing: get('/mina-uppgifter/avsluta', 'signed-in', { gate: 'open', proof: 'recent' }),
  closeAccount: post('/mina-uppgifter/avsluta', 'signed-in', { gate: 'open', proof: 'recent' }),
  chooseRestriction: post('/mina-uppgifter/begransning', 'signed-in', open),
  chooseObjection: post('/mina-uppgifter/invandning', 'signed-in', open),
  ownExports: get('/mina-uppgifter/filer', 'signed-in', open),
  makeOwnExport: post('/mina-uppgifter/filer', 'signed-in', { gate: 'open', proof: 'recent' }),
  ownExport: get('/mina-uppgifter/filer/:export', 'signed-in', { gate: 'open', proof: 'recent' }),
  ownDecisions: get('/mina-uppgifter/beslut', 'signed-in', open),
  appealDecision: post('/mina-uppgifter/beslut/:decision', 'signed-in', open),
  erasureReceipt: get('/radering/:token', 'everyone', open),
  erasureReceiptFile: get('/radering/:token/kvitto.json', 'everyone', open),
  checkReceipt: get('/kvitton/kontrollera', 'everyone', open),
  checkReceiptInEnglish: get('/en/check-receipt', 'everyone', open),
  checkGivenReceipt: post('/kvitton/kontrollera', 'everyone', open),
  reopenAccount: post('/mina-uppgifter/ateroppna', 'signed-in', open),

  // The API
  apiTokens: get('/k/:customer/api', 'staff'),
  makeApiToken: post('/k/:customer/api', 'staff'),
  revokeApiToken: post('/k/:customer/api/:access/aterkallelse', 'staff'),
  webhooks: get('/k/:customer/webhookar', 'staff'),
  makeWebhook: post('/k/:customer/webhookar', 'staff'),
  webhook: get('/k/:customer/webhookar/:webhook', 'staff'),
  changeWebhook: post('/k/:customer/webhookar/:webhook', 'staff'),
  apiPage: get('/api', 'everyone', open),
  apiDocument: get('/api/v1/openapi.json', 'everyone', api),
  apiCourses: get('/api/v1/courses', 'token', api),
  apiEnrolments: get('/api/v1/courses/:course/enrolments', 'token', api),
  apiEnrol: post('/api/v1/courses/:course/enrolments', 'token', api),
  apiEndEnrolment: post('/api/v1/enrolments/:enrolment/end', 'token', api),
  apiResults: get('/api/v1/courses/:course/results', 'token', api),
  apiCertificates: get('/api/v1/courses/:course/certificates', 'token', api),
  apiMembers: get('/api/v1/members', 'token', api),
  apiInvite: post('/api/v1/invitations', 'token', api),
  apiMakeKeys: post('/api/v1/key-batches', 'token', api),
  apiBlockKeys: post('/api/v1/key-batches/:batch/block', 'token', api),

  // Development only
  localMails: get('/utveckling/mejl', 'development', open),
  localMail: get('/utveckling/mejl/:mail', 'development', open),
  standInSupplier: post('/utveckling/leverantor', 'development', { gate: 'open', answers: 'data', from: 'anywhere' }),
  stylePage: get('/utveckling/stil', 'development', open),
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
type Segments<Path extends string> = Path extends `${infer Head}/${infer Tail}` ? Head | Segments<Tail> : Path;
type ParamIn<Segment extends string> = Segment extends `:${infer Name}` ? Name : never;
export type Params<Name extends RouteName> = Record<ParamIn<Segments<(typeof routes)[Name]['path']>>, string | number>;

/** The address of a route. A missing or misspelt parameter does not compile. */
export function href<Name extends RouteName>(
  name: Name,
  ...[params]: keyof Params<Name> extends never ? [] : [params: Params<Name>]
): string {
  const parts = partsOf(name);
  if (parts.length === 1) return parts[0]!;
  const values = (params ?? {}) as Record<string, string | number>;
  // Text and parameters take turns: /k/, customer, /kurser/, course …
  let path = parts[0]!;
  for (let index = 1; index < parts.length; index += 2) path += encodeURIComponent(values[parts[index]!]!) + parts[index + 1]!;
  return path;
}

const split = new Map<RouteName, string[]>();

/** A page has dozens of links: each path is taken apart once. */
function partsOf(name: RouteName): string[] {
  const known = split.get(name) ?? routes[name].path.split(/:([a-z]+)/);
  split.set(name, known);
  return known;
}

/** What each kind of parameter must look like; anything else is not found. */
export const paramPatterns: Record<string, RegExp> = {
  customer: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  course: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  position: /^[1-9]\d{0,3}$/,
  version: /^[1-9]\d{0,3}$/,
  list: /^[1-9]\d{0,3}$/,
  number: /^[A-Za-z0-9-]{1,40}$/,
  document: /^[a-z]+(-[a-z]+)*$/,
  proof: /^[a-z]+(-[a-z]+)*$/,
  token: /^[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/,
};
export const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

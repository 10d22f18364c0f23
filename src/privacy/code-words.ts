import { mailWords } from './mail-words.ts';

type Word = { sv: string; en: string };

const languages = { sv: { sv: 'svenska', en: 'Swedish' }, en: { sv: 'engelska', en: 'English' } };

const requestKinds = {
  access: { sv: 'få veta vilka uppgifter som finns', en: 'learn what data there is' },
  rectification: { sv: 'få något rättat', en: 'have something corrected' },
  erasure: { sv: 'bli raderad', en: 'be erased' },
  restriction: { sv: 'få användningen begränsad', en: 'have the use restricted' },
  objection: { sv: 'invända mot en användning', en: 'object to a use' },
  portability: { sv: 'få uppgifterna som en fil att ta med', en: 'get the data as a file to take along' },
};

const requestStates = {
  received: { sv: 'mottagen', en: 'received' },
  identity: { sv: 'väntar på bekräftelse från mejladressen', en: 'waiting for the address to confirm' },
  in_progress: { sv: 'behandlas', en: 'in progress' },
  extended: { sv: 'tiden är förlängd', en: 'the time is extended' },
  answered: { sv: 'besvarad', en: 'answered' },
  refused: { sv: 'avslagen', en: 'refused' },
};

const events = {
  'message-to-student': { sv: 'nytt meddelande', en: 'new message' },
  'message-to-administrator': { sv: 'nytt meddelande från en student', en: 'new message from a student' },
  'deadline-near': { sv: 'en sista dag närmar sig', en: 'a last day is near' },
  nudged: { sv: 'en påminnelse om en kurs', en: 'a reminder of a course' },
  'certificate-expires': { sv: 'ett kursintyg går snart ut', en: 'a certificate soon expires' },
  'invitation-answered': { sv: 'svar på en inbjudan', en: 'an answer to an invitation' },
  'invitation-bounced': { sv: 'en inbjudan kom inte fram', en: 'an invitation did not arrive' },
  'contact-nameless': { sv: 'ett namn togs bort ur kontaktuppgifterna', en: 'a name was removed from the contact details' },
  'roles-changed': { sv: 'ändrade roller', en: 'changed roles' },
  'mail-bounced': { sv: 'mejl som inte kom fram', en: 'mail that did not arrive' },
  'protection-changed': { sv: 'ändrat skydd av namnet', en: 'changed protection of the name' },
  'visibility-changed': { sv: 'ändring av vem som ser vem', en: 'a change of who sees whom' },
  'terms-changed': { sv: 'ändrade villkor', en: 'changed terms' },
  'keys-guessed': { sv: 'någon kan försöka gissa nycklar', en: 'someone may be guessing keys' },
  'something-stuck': { sv: 'mejl eller jobb har fastnat', en: 'mail or jobs have got stuck' },
  'promise-broken': { sv: 'ett löfte håller inte', en: 'a promise does not hold' },
};

const paymentMethods = { invoice: { sv: 'faktura', en: 'invoice' } };

const webhookEvents = {
  'enrolment.created': { sv: 'du fick en kurs', en: 'you got a course' },
  'enrolment.completed': { sv: 'du blev klar med en kurs', en: 'you completed a course' },
  'enrolment.ended': { sv: 'din kurs avslutades', en: 'your course was ended' },
  'certificate.issued': { sv: 'ditt kursintyg utfärdades', en: 'your certificate was issued' },
  'certificate.revoked': { sv: 'ditt kursintyg återkallades', en: 'your certificate was revoked' },
  'message.waiting': { sv: 'du väntar på svar', en: 'you are waiting for an answer' },
  'webhook.test': { sv: 'ett prov', en: 'a test' },
};

/** What the codes of a column stand for, by `table.column` of the map. A column whose codes are a closed list has words for each of them. */
export const codeWords: Record<string, Record<string, Word>> = {
  'account.kind': {
    personal: { sv: 'eget konto', en: 'personal account' },
    demo: { sv: 'konto för demonstration', en: 'account for a demonstration' },
    staff: { sv: 'konto för personal', en: 'staff account' },
    pseudonym: { sv: 'namn som ersätter någon som är raderad', en: 'name in place of someone who is erased' },
  },
  'account.language': languages,
  'access_log.room': {
    api: { sv: 'kundens egna program', en: 'the customer’s own programs' },
    assessment: { sv: 'prov och uppgifter', en: 'tests and tasks' },
    certificates: { sv: 'kursintyg', en: 'certificates' },
    correspondence: { sv: 'frågor och svar', en: 'questions and answers' },
    customers: { sv: 'kundens personer och inbjudningar', en: 'the customer’s people and invitations' },
    desk: { sv: 'våra egna ärenden', en: 'our own desk' },
    keys: { sv: 'kursnycklar', en: 'course keys' },
    learning: { sv: 'kursen', en: 'the course' },
    people: { sv: 'listor över studenter', en: 'lists of students' },
    privacy: { sv: 'dataskydd', en: 'data protection' },
    shop: { sv: 'köp', en: 'purchases' },
  },
  'challenge.kind': {
    'reset-password': { sv: 'nytt lösenord', en: 'new password' },
    'change-email': { sv: 'ny mejladress', en: 'new e-mail address' },
    'redeem-key': { sv: 'lösa in en nyckel', en: 'redeem a key' },
    'second-factor': { sv: 'tvåstegsinloggning', en: 'two-step sign-in' },
    passkey: { sv: 'lösennyckel', en: 'passkey' },
    'remove-enquiries': { sv: 'ta bort det man har skickat', en: 'remove what was sent' },
    'find-purchases': { sv: 'länkar till köp', en: 'links to purchases' },
  },
  'customer_request.kind': requestKinds,
  'customer_request.language': languages,
  'customer_request.state': {
    open: { sv: 'behandlas', en: 'in progress' },
    extended: requestStates.extended,
    answered: requestStates.answered,
    refused: requestStates.refused,
  },
  'data_request.kind': requestKinds,
  'data_request.language': languages,
  'data_request.state': requestStates,
  'data_request_event.state': requestStates,
  'enquiry.kind': {
    question: { sv: 'fråga', en: 'question' },
    quote: { sv: 'begäran om offert', en: 'request for a quote' },
    dpo: { sv: 'till dataskyddsombudet', en: 'to the data protection officer' },
  },
  'enquiry.language': languages,
  'enrolment.source': {
    key: { sv: 'en nyckel', en: 'a key' },
    demo: { sv: 'demonstration', en: 'demonstration' },
    group: { sv: 'en grupp', en: 'a group' },
    api: { sv: 'kundens eget program', en: 'the customer’s own program' },
  },
  'inbound_mail.state': {
    waiting: { sv: 'väntar på att läsas in', en: 'waiting to be read' },
    done: { sv: 'inläst', en: 'read' },
    dead: { sv: 'gick inte att läsa in', en: 'could not be read' },
  },
  'ledger.about': {
    terms: { sv: 'användarvillkoren', en: 'the terms of use' },
    'own-notice': { sv: 'beskedet om dina uppgifter', en: 'the notice about your data' },
    'join-course': { sv: 'att gå med i en kurs', en: 'joining a course' },
    invitation: { sv: 'en inbjudan', en: 'an invitation' },
    'privacy-policy': { sv: 'integritetspolicyn', en: 'the privacy policy' },
  },
  'ledger.event': {
    consent: { sv: 'samtycke', en: 'consent' },
    acceptance: { sv: 'godkännande', en: 'acceptance' },
    notice: { sv: 'information', en: 'notice' },
  },
  'ledger.language': languages,
  'ledger.state': {
    given: { sv: 'gavs', en: 'given' },
    withdrawn: { sv: 'togs tillbaka', en: 'withdrawn' },
    accepted: { sv: 'godkändes', en: 'accepted' },
    refused: { sv: 'avböjdes', en: 'refused' },
    served: { sv: 'visades', en: 'shown' },
  },
  'legal_hold.decision': {
    placed: { sv: 'raderingen hindras', en: 'the erasure is held back' },
    refused: { sv: 'raderingen hindras inte', en: 'the erasure is not held back' },
  },
  'mail.language': languages,
  'mail.state': {
    queued: { sv: 'väntar på att skickas', en: 'waiting to be sent' },
    sent: { sv: 'skickat', en: 'sent' },
    dead: { sv: 'gick inte att skicka', en: 'could not be sent' },
  },
  'mail.template': mailWords,
  'membership.role': {
    customer_admin: { sv: 'kundadministratör', en: 'customer administrator' },
    course_admin: { sv: 'kursadministratör', en: 'course administrator' },
    teacher: { sv: 'lärare', en: 'teacher' },
    student: { sv: 'student', en: 'student' },
  },
  'newsletter_choice.language': languages,
  'newsletter_choice.step': {
    asked: { sv: 'bad om nyhetsbrev', en: 'asked for newsletters' },
    confirmed: { sv: 'bekräftade', en: 'confirmed' },
    changed: { sv: 'ändrade valet', en: 'changed the choice' },
    unsubscribed: { sv: 'avslutade prenumerationen', en: 'ended the subscription' },
  },
  'newsletter_subscriber.language': languages,
  'notification.event': events,
  'notification_choice.event': events,
  'notification_choice.channel': { bell: { sv: 'klockan', en: 'the bell' }, mail: { sv: 'mejl', en: 'mail' } },
  'notification_rhythm.digest': {
    'at-once': { sv: 'genast', en: 'at once' },
    daily: { sv: 'varje dag', en: 'every day' },
    weekly: { sv: 'varje vecka', en: 'every week' },
  },
  'operator_staff.role': {
    support: { sv: 'support', en: 'support' },
    dpo: { sv: 'dataskyddsombud', en: 'data protection officer' },
    executive: { sv: 'ledning', en: 'management' },
  },
  'own_export.language': languages,
  'restriction.kind': {
    restriction: { sv: 'begränsad användning', en: 'restricted use' },
    objection: { sv: 'invändning', en: 'objection' },
  },
  'terms_decision.kind': {
    warning: { sv: 'varning', en: 'warning' },
    repeated: { sv: 'uppsägning efter flera varningar', en: 'termination after several warnings' },
    grave: { sv: 'uppsägning efter en grov överträdelse', en: 'termination after a grave breach' },
  },
  'terms_decision.outcome': {
    upheld: { sv: 'beslutet står fast', en: 'the decision stands' },
    lifted: { sv: 'beslutet är upphävt', en: 'the decision is lifted' },
  },
  'webhook_delivery.event': webhookEvents,
  'checkout.language': languages,
  'checkout.payment_method': paymentMethods,
  'purchase.language': languages,
  'purchase.payment_method': paymentMethods,
  'voucher.kind': {
    sale: { sv: 'försäljning', en: 'sale' },
    credit: { sv: 'kredit: försäljningen togs tillbaka', en: 'credit: the sale was taken back' },
  },
};

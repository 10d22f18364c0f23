/** The closed lists the map is written in. `dpv` is the W3C Data Privacy Vocabulary, `fides` the
 * fideslang key that an entry is exported as. */
type Text = { sv: string; en: string };

export const categories = {
  identity: { sv: 'namn', en: 'name', dpv: 'dpv-pd:Name', fides: 'user.name' },
  contact: { sv: 'mejladress', en: 'e-mail address', dpv: 'dpv-pd:EmailAddress', fides: 'user.contact.email' },
  phone: { sv: 'telefonnummer', en: 'telephone number', dpv: 'dpv-pd:TelephoneNumber', fides: 'user.contact.phone_number' },
  account: { sv: 'kontots tillstånd', en: 'state of the account', dpv: 'dpv-pd:Identifying', fides: 'user.account' },
  credential: { sv: 'inloggningsuppgift', en: 'sign-in credential', dpv: 'dpv-pd:Authenticating', fides: 'user.authorization.credentials' },
  device: { sv: 'webbläsare och inloggningar', en: 'browser and sign-ins', dpv: 'dpv-pd:DeviceBased', fides: 'user.device' },
  preference: { sv: 'inställning', en: 'preference', dpv: 'dpv-pd:Preference', fides: 'user.settings' },
  role: { sv: 'roll hos en kund', en: 'role with a customer', dpv: 'dpv-pd:Professional', fides: 'user.professional_information' },
  enrolment: { sv: 'kursdeltagande', en: 'course participation', dpv: 'dpv-pd:Education', fides: 'user.content' },
  history: { sv: 'besökta kurssidor', en: 'visited course pages', dpv: 'dpv-pd:BrowsingBehavior', fides: 'user.behavior.browsing_history' },
  result: { sv: 'svar och resultat', en: 'answers and results', dpv: 'dpv-pd:EducationQualification', fides: 'user.content.private' },
  correspondence: { sv: 'korrespondens', en: 'correspondence', dpv: 'dpv-pd:Communication', fides: 'user.content.private' },
  choice: {
    sv: 'godkännanden och samtycken',
    en: 'acceptances and consents',
    dpv: 'dpv-pd:PrivacyPreference',
    fides: 'user.privacy_preferences',
  },
  purchase: { sv: 'köp och betalning', en: 'purchases and payment', dpv: 'dpv-pd:Purchase', fides: 'user.financial' },
  look: { sv: 'vem som har tittat', en: 'who has looked', dpv: 'dpv:GeneratedPersonalData', fides: 'system.operations' },
  mail: { sv: 'mejl från tjänsten', en: 'mail from the service', dpv: 'dpv-pd:Communication', fides: 'user.contact.email' },
} satisfies Record<string, Text & { dpv: string; fides: string }>;
export type Category = keyof typeof categories;

/** Legal bases by their place in GDPR Art. 6(1). */
export const bases = {
  consent: { sv: 'samtycke (artikel 6.1 a)', en: 'consent (Article 6(1)(a))', dpv: 'dpv-gdpr:A6-1-a' },
  contract: { sv: 'avtal (artikel 6.1 b)', en: 'contract (Article 6(1)(b))', dpv: 'dpv-gdpr:A6-1-b' },
  obligation: { sv: 'rättslig förpliktelse (artikel 6.1 c)', en: 'legal obligation (Article 6(1)(c))', dpv: 'dpv-gdpr:A6-1-c' },
  interest: { sv: 'berättigat intresse (artikel 6.1 f)', en: 'legitimate interest (Article 6(1)(f))', dpv: 'dpv-gdpr:A6-1-f' },
} satisfies Record<string, Text & { dpv: string }>;
export type Basis = keyof typeof bases;

/** Why data is held. Nothing else may be a reason (N-28). */
export const purposes = {
  'identify-user': { sv: 'känna igen dig när du loggar in', en: 'to know you when you sign in', basis: 'contract' },
  security: { sv: 'skydda ditt konto mot intrång', en: 'to protect your account against intrusion', basis: 'interest' },
  'deliver-course': {
    sv: 'ge dig kursen och minnas var du är i den',
    en: 'to give you the course and remember where you are',
    basis: 'contract',
  },
  'assess-learning': {
    sv: 'rätta dina svar och ge dig kursintyg',
    en: 'to mark your answers and issue your certificate',
    basis: 'contract',
  },
  correspond: {
    sv: 'låta dig skriva med kursens administratör',
    en: "to let you write with the course's administrator",
    basis: 'contract',
  },
  'publish-certificate-name': {
    sv: 'visa ditt namn på den öppna sidan för ditt kursintyg',
    en: "to show your name on your certificate's public page",
    basis: 'consent',
  },
  'open-course': {
    sv: 'låta rätt person öppna kursen med sin nyckel',
    en: 'to let the right person open the course with their key',
    basis: 'contract',
  },
  'administer-customer': {
    sv: 'veta vem som får sköta en kunds kurser',
    en: "to know who may run a customer's courses",
    basis: 'contract',
  },
  inform: {
    sv: 'skicka mejl som du behöver för att använda tjänsten',
    en: 'to send mail you need for using the service',
    basis: 'contract',
  },
  newsletter: {
    sv: 'skicka nyhetsbrev som du har bett om',
    en: 'to send newsletters that you have asked for',
    basis: 'consent',
  },
  'erase-completely': {
    sv: 'kunna ta bort ditt namn överallt när du raderas',
    en: 'to be able to remove your name everywhere when you are erased',
    basis: 'obligation',
  },
  'answer-enquiry': {
    sv: 'svara dig när du skriver till oss eller frågar om pris',
    en: 'to answer you when you write to us or ask for a quote',
    basis: 'interest',
  },
  'answer-data-subject': {
    sv: 'svara dig när du skriver till dataskyddsombudet',
    en: 'to answer you when you write to the data protection officer',
    basis: 'obligation',
  },
  sell: {
    sv: 'sälja en kurs till dig och hjälpa dig med köpet',
    en: 'to sell you a course and help you with the purchase',
    basis: 'contract',
  },
  'keep-books': {
    sv: 'bokföra det du har köpt',
    en: 'to keep the books of what you have bought',
    basis: 'obligation',
  },
  'run-service': {
    sv: 'veta vem av våra medarbetare som sköter vad',
    en: 'to know which of our staff does what',
    basis: 'contract',
  },
  accountability: {
    sv: 'kunna visa att dina uppgifter behandlas rätt',
    en: 'to be able to show that your data is treated rightly',
    basis: 'obligation',
  },
} satisfies Record<string, Text & { basis: Basis }>;
export type Purpose = keyof typeof purposes;

/** What each purpose is exported as: W3C DPV's purposes and fideslang's data uses. A purpose not named here is the service itself. */
const exportedAs: Partial<Record<Purpose, { dpv: string; fides: string }>> = {
  'identify-user': { dpv: 'dpv:IdentityVerification', fides: 'essential.service.authentication' },
  security: { dpv: 'dpv:EnforceSecurity', fides: 'essential.service.security' },
  'publish-certificate-name': { dpv: 'dpv:ServiceProvision', fides: 'functional.service' },
  inform: { dpv: 'dpv:CommunicationManagement', fides: 'essential.service.notifications.email' },
  'erase-completely': { dpv: 'dpv:LegalCompliance', fides: 'essential.legal_obligation' },
  'answer-enquiry': { dpv: 'dpv:CommunicationManagement', fides: 'essential.service.operations.support' },
  'answer-data-subject': { dpv: 'dpv:LegalCompliance', fides: 'essential.legal_obligation' },
  sell: { dpv: 'dpv:SellProducts', fides: 'essential.service.payment_processing' },
  'keep-books': { dpv: 'dpv:LegalCompliance', fides: 'essential.legal_obligation' },
  'run-service': { dpv: 'dpv:OrganisationGovernance', fides: 'operations' },
  accountability: { dpv: 'dpv:LegalCompliance', fides: 'essential.legal_obligation' },
};
export const purposeExportedAs = (purpose: Purpose): { dpv: string; fides: string } =>
  exportedAs[purpose] ?? { dpv: 'dpv:ServiceProvision', fides: 'essential.service' };

/** Whose data it is, as the record of processing groups people (Art. 30(1)(c)). */
export const subjects = {
  users: { sv: 'användare med konto', en: 'users with an account', dpv: 'dpv:User' },
  students: { sv: 'studenter i en kurs', en: 'students of a course', dpv: 'dpv:Student' },
  'customer-staff': { sv: 'kundens administratörer och lärare', en: "the customer's administrators and teachers", dpv: 'dpv:Employee' },
  buyers: { sv: 'den som köper en kurs av oss', en: 'those who buy a course from us', dpv: 'dpv:Customer' },
  staff: { sv: 'våra medarbetare', en: 'our staff', dpv: 'dpv:Employee' },
  others: { sv: 'den som saknar konto', en: 'people without an account', dpv: 'dpv:DataSubject' },
} satisfies Record<string, Text & { dpv: string }>;
export type Subject = keyof typeof subjects;

/**
 * What goes on while a person's data is restricted (Art. 18(2)): storage, the person's own rights and safety, what is sent to
 * themselves, what they choose anew, and legal claims (what they have bought is one). A seat is held by whoever is stored in the course: it is counted, and nobody is looked at.
 */
export const duringRestriction = [
  'identify-user',
  'security',
  'inform',
  'answer-data-subject',
  'accountability',
  'erase-completely',
  'rectification',
  'restriction',
  'own newsletters',
  'sign-in',
  'key redemption',
  'invitation',
  'mail',
  'look log',
  'seats',
  'sell',
  'keep-books',
  'purchase',
] as const;

/**
 * Work that reaches across customers, by its reason (`acrossCustomers`), and the purposes it serves. What serves `every` purpose
 * is done for the law's sake or to the installation: it treats all data alike and looks at nobody's.
 */
export const works = {
  'sign-in': { serves: ['identify-user', 'security'] },
  'key redemption': { serves: ['open-course'] },
  catalogue: { serves: [] },
  'course mates': { serves: ['deliver-course'] },
  invitation: { serves: ['administer-customer'] },
  'certificate verification': { serves: ['publish-certificate-name'] },
  mail: {
    serves: [
      'inform',
      'newsletter',
      'security',
      'correspond',
      'open-course',
      'administer-customer',
      'answer-enquiry',
      'answer-data-subject',
      'sell',
    ],
  },
  'look log': { serves: ['accountability'] },
  erasure: { serves: 'every', because: 'erasure reaches all that is held about someone (Art. 17)' },
  export: { serves: 'every', because: "a person's own access is to all that is held about them (Art. 15)" },
  retention: { serves: 'every', because: 'what is due goes, whatever it was for (Art. 5(1)(e))' },
  backup: { serves: 'every', because: 'a copy is made of all of it, sealed person by person (Art. 32(1)(c))' },
  restore: { serves: 'every', because: 'the copy is read back as it was (Art. 32(1)(c))' },
  rectification: { serves: ['open-course', 'answer-enquiry', 'sell'] },
  restriction: { serves: ['open-course', 'administer-customer', 'answer-enquiry', 'newsletter', 'accountability', 'answer-data-subject'] },
  newsletter: { serves: ['newsletter'] },
  // By the subscriber's own hand, and what ends a subscription: it goes on when nothing may be sent.
  'own newsletters': { serves: ['newsletter'] },
  // Ordering and what follows from it, by the buyer's own hand: a key is made, the books are kept.
  purchase: { serves: ['sell', 'keep-books', 'open-course'] },
  seats: { serves: ['open-course', 'administer-customer', 'deliver-course'] },
  agreement: { serves: ['administer-customer', 'answer-enquiry'] },
  'customer export': { serves: 'every', because: 'a customer takes all that it owns (Data Act, Art. 25)' },
  api: { serves: ['administer-customer', 'security'] },
  proof: { serves: 'every', because: 'figures that prove the promises are counted over everything (Art. 5(2))' },
  scan: { serves: 'every', because: 'that nothing is left is proved by looking everywhere (Art. 5(2))' },
  seed: { serves: 'every', because: 'the demo world is written before anyone is there' },
  'set-up': { serves: 'every', because: 'the installation is prepared by its owner' },
} satisfies Record<string, { serves: Purpose[] } | { serves: 'every'; because: string }>;
export type Work = keyof typeof works;

/** Who sees a value, besides the person. */
export const viewers = {
  nobody: { sv: 'ingen', en: 'nobody' },
  administrators: { sv: 'kursens administratörer', en: "the course's administrators" },
  colleagues: { sv: 'andra som svarar i kursen', en: 'others who answer in the course' },
  'customer-administrators': { sv: 'kundens administratörer', en: "the customer's administrators" },
  teachers: { sv: 'kursens lärare, om kunden har bestämt det', en: "the course's teachers, if the customer has decided so" },
  markers: { sv: 'den som rättar, utan att se ditt namn', en: 'whoever marks, without seeing your name' },
  mates: { sv: 'andra studenter i kursen, om kunden har bestämt det', en: 'other students of the course, if the customer has decided so' },
  student: { sv: 'studenten i korrespondensen', en: 'the student in the correspondence' },
  students: { sv: 'kursens studenter', en: "the course's students" },
  desk: {
    sv: 'den som svarar hos oss; det du skriver till dataskyddsombudet ser bara ombudet',
    en: 'whoever answers at our desk; what you write to the data protection officer only the officer sees',
  },
  sellers: { sv: 'den som hjälper dig med köp hos oss', en: 'whoever helps you with purchases at our desk' },
  bookkeepers: { sv: 'den som sköter vår bokföring', en: 'whoever keeps our books' },
  officers: {
    sv: 'vårt dataskyddsombud och vår ledning',
    en: 'our data protection officer and our management',
  },
  public: { sv: 'alla, om du har samtyckt till det', en: 'everyone, if you have consented' },
} satisfies Record<string, Text>;
export type Viewer = keyof typeof viewers;

/** Operator as controller for all but course-bound data, where the customer decides (N-43). */
export const roles = {
  controller: { sv: 'vi är personuppgiftsansvariga', en: 'we are the controller' },
  processor: { sv: 'kunden är personuppgiftsansvarig, vi är biträde', en: 'the customer is the controller, we are its processor' },
} satisfies Record<string, Text>;
export type Role = keyof typeof roles;

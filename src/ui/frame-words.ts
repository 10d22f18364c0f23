import type { Words } from './locale.ts';

const sv = {
  account: 'Konto',
  navigation: {
    home: 'Mina kurser',
    catalogue: 'Kurser',
    inbox: 'Inkorg',
    enquiries: 'Ärenden',
    dpoEnquiries: 'Till ombudet',
    retention: 'Gallring',
    myRoles: 'Roller',
    myData: 'Mina uppgifter',
    key: 'Lös in nyckel',
    coursesToRun: 'Sköt kurser',
  },
  footer: {
    contact: 'Kontakta oss',
    companyServices: 'För företag och skolor',
    terms: 'Användarvillkor',
    privacyPolicy: 'Integritetspolicy',
    cookies: 'Kakor',
    promises: 'Våra löften',
    accessibility: 'Tillgänglighet',
  },
  error: {
    400: { title: 'Vi kunde inte läsa det du skickade', text: 'Något i det som skickades är trasigt. Gå tillbaka och försök igen.' },
    401: { title: 'Du behöver logga in', text: 'Logga in och försök igen.' },
    403: { title: 'Det du skickade kom inte från vår egen sida', text: 'Öppna sidan här hos oss och försök igen därifrån.' },
    404: { title: 'Sidan finns inte', text: 'Adressen kan vara felskriven, eller så är sidan inte till för dig.' },
    413: { title: 'Det du skickade är för stort', text: 'Korta ner texten och försök igen.' },
    415: { title: 'Vi kunde inte läsa det du skickade', text: 'Formatet är inte ett som vi tar emot.' },
    429: { title: 'Det blev för många försök', text: 'Vänta en stund och försök igen.' },
    500: { title: 'Något gick fel hos oss', text: 'Felet är noterat. Försök igen om en stund. Det du har sparat finns kvar.' },
    back: 'Till startsidan',
  },
};

const en = {
  account: 'Account',
  navigation: {
    home: 'My courses',
    catalogue: 'Courses',
    inbox: 'Inbox',
    enquiries: 'Enquiries',
    dpoEnquiries: 'To the officer',
    retention: 'Retention',
    myRoles: 'Roles',
    myData: 'My data',
    key: 'Redeem a key',
    coursesToRun: 'Run courses',
  },
  footer: {
    contact: 'Contact us',
    companyServices: 'For companies and schools',
    terms: 'Terms of use',
    privacyPolicy: 'Privacy policy',
    cookies: 'Cookies',
    promises: 'Our promises',
    accessibility: 'Accessibility',
  },
  error: {
    400: { title: 'We could not read what you sent', text: 'Something in it is broken. Go back and try again.' },
    401: { title: 'You need to sign in', text: 'Sign in and try again.' },
    403: { title: 'What you sent did not come from our own page', text: 'Open the page here with us and try again from there.' },
    404: { title: 'There is no such page', text: 'The address may be mistyped, or the page is not for you.' },
    413: { title: 'What you sent is too large', text: 'Shorten the text and try again.' },
    415: { title: 'We could not read what you sent', text: 'The format is not one we accept.' },
    429: { title: 'Too many attempts', text: 'Wait a while and try again.' },
    500: {
      title: 'Something went wrong on our side',
      text: 'We have noted the fault. Try again in a while. What you saved is still here.',
    },
    back: 'To the start page',
  },
} satisfies Words<typeof sv>;

export const frameWords = { sv, en };

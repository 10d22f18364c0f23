import type { Locale, Words } from '../ui/locale.ts';

const svNumbers = ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio'];
const enNumbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const sv = {
  emailMissing: 'Skriv din mejladress.',
  emailWrong: 'Mejladressen ska se ut ungefär så här: namn@exempel.se.',
  email: 'Mejladress',
  wait: (minutes: number) => `Det blev för många försök. Vänta ${minutes === 1 ? 'en minut' : `${minutes} minuter`} och försök igen.`,
  linkEnded: {
    title: 'Länken gäller inte längre',
    text: 'Länken har redan använts eller är för gammal.',
    again: 'Be om en ny länk',
  },
  password: {
    label: 'Lösenord',
    new: 'Nytt lösenord',
    hint: 'Minst tio tecken. En mening som du minns går bra.',
    missing: 'Skriv ett lösenord.',
    short: (length: number) => `Lösenordet ska ha minst tio tecken. Du har skrivit ${svNumbers[length] ?? length}.`,
    long: 'Lösenordet får ha högst 200 tecken.',
    isEmail: 'Lösenordet får inte vara din mejladress. Välj ett annat.',
    common: 'Lösenordet är lätt att gissa. Välj ett annat, gärna en mening som du minns.',
  },
  signIn: {
    title: 'Logga in',
    submit: 'Logga in',
    forgot: 'Jag har glömt lösenordet',
    passwordMissing: 'Skriv ditt lösenord.',
    wrong: 'Mejladressen eller lösenordet stämmer inte. Kontrollera båda och försök igen.',
    passkey: 'Logga in med lösennyckel',
    keyTitle: 'Har du fått en nyckel?',
    keyText: 'Lös in den, så får du både kursen och ett konto.',
    keyLink: 'Lös in nyckel',
    done: {
      losenord: 'Ditt nya lösenord är sparat. Logga in med det.',
      mejladress: 'Din nya mejladress är bekräftad. Logga in med den.',
    },
  },
  secondFactor: {
    title: 'Skriv din kod',
    lead: 'Öppna din kodapp och skriv de sex siffrorna.',
    code: 'Kod',
    hint: 'Har du inte telefonen med dig? Skriv en av dina reservkoder.',
    submit: 'Logga in',
    missing: 'Skriv de sex siffrorna från din kodapp.',
    wrong: 'Koden stämmer inte, eller så är den redan använd. Vänta på nästa kod i appen och försök igen.',
    restart: 'Börja om',
  },
  reset: {
    title: 'Glömt lösenordet',
    lead: 'Skriv mejladressen till ditt konto. Vi skickar en länk dit, och där väljer du ett nytt lösenord.',
    submit: 'Skicka länken',
    sentTitle: 'Titta i din inkorg',
    sent: 'Finns det ett konto med mejladressen som du skrev, så har vi skickat en länk dit. Länken gäller i en timme.',
    notThere: 'Kommer det inget mejl? Titta i skräpposten, och kontrollera att du skrev rätt adress.',
    again: 'Skriv adressen igen',
    newTitle: 'Välj ett nytt lösenord',
    newLead: 'När du har sparat loggas du ut på alla enheter. Sedan loggar du in med det nya lösenordet.',
    save: 'Spara lösenordet',
  },
  confirmEmail: {
    title: 'Bekräfta din mejladress',
    lead: 'Bekräfta att du vill logga in med den här mejladressen i fortsättningen.',
    submit: 'Bekräfta adressen',
    taken:
      'Mejladressen hör redan till ett annat konto, så vi kunde inte ändra något. Logga in med det kontot, eller välj en annan adress.',
  },
  confirm: {
    title: 'Bekräfta att det är du',
    lead: 'Vi frågar en gång till innan du kommer åt det som är känsligt.',
    submit: 'Fortsätt',
    passkey: 'Bekräfta med lösennyckel',
    wrong: 'Lösenordet stämmer inte. Försök igen.',
  },
  passkey: {
    failed: 'Lösennyckeln gick inte att använda. Försök igen, eller välj ett annat sätt.',
    unknown: 'Lösennyckeln hör inte till något konto här. Logga in på ett annat sätt.',
    cancelled: 'Det avbröts. Försök igen när du vill.',
  },
};

const en = {
  emailMissing: 'Enter your e-mail address.',
  emailWrong: 'The e-mail address should look something like this: name@example.com.',
  email: 'E-mail address',
  wait: (minutes: number) => `Too many attempts. Wait ${minutes === 1 ? 'one minute' : `${minutes} minutes`} and try again.`,
  linkEnded: {
    title: 'The link no longer works',
    text: 'The link has already been used or is too old.',
    again: 'Ask for a new link',
  },
  password: {
    label: 'Password',
    new: 'New password',
    hint: 'At least ten characters. A sentence that you remember works well.',
    missing: 'Enter a password.',
    short: (length: number) => `The password needs at least ten characters. You have entered ${enNumbers[length] ?? length}.`,
    long: 'The password can have at most 200 characters.',
    isEmail: 'The password cannot be your e-mail address. Choose another one.',
    common: 'The password is easy to guess. Choose another one, perhaps a sentence that you remember.',
  },
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    forgot: 'I have forgotten my password',
    passwordMissing: 'Enter your password.',
    wrong: 'The e-mail address or the password is not right. Check both and try again.',
    passkey: 'Sign in with a passkey',
    keyTitle: 'Have you been given a key?',
    keyText: 'Redeem it, and you get both the course and an account.',
    keyLink: 'Redeem a key',
    done: {
      losenord: 'Your new password is saved. Sign in with it.',
      mejladress: 'Your new e-mail address is confirmed. Sign in with it.',
    },
  },
  secondFactor: {
    title: 'Enter your code',
    lead: 'Open your code app and enter the six digits.',
    code: 'Code',
    hint: 'Don’t have your phone with you? Enter one of your recovery codes.',
    submit: 'Sign in',
    missing: 'Enter the six digits from your code app.',
    wrong: 'The code is not right, or it has already been used. Wait for the next code in the app and try again.',
    restart: 'Start again',
  },
  reset: {
    title: 'Forgotten password',
    lead: 'Enter the e-mail address of your account. We send a link to it, where you choose a new password.',
    submit: 'Send the link',
    sentTitle: 'Check your inbox',
    sent: 'If there is an account with the address you entered, we have sent a link to it. The link works for one hour.',
    notThere: 'No mail? Look in your spam folder, and check that you entered the right address.',
    again: 'Enter the address again',
    newTitle: 'Choose a new password',
    newLead: 'When you save, you are signed out on every device. Then you sign in with the new password.',
    save: 'Save the password',
  },
  confirmEmail: {
    title: 'Confirm your e-mail address',
    lead: 'Confirm that you want to sign in with this e-mail address from now on.',
    submit: 'Confirm the address',
    taken:
      'The e-mail address already belongs to another account, so nothing was changed. Sign in with that account, or choose another address.',
  },
  confirm: {
    title: 'Confirm that it is you',
    lead: 'We ask once more before you reach what is sensitive.',
    submit: 'Continue',
    passkey: 'Confirm with a passkey',
    wrong: 'The password is not right. Try again.',
  },
  passkey: {
    failed: 'The passkey could not be used. Try again, or choose another way.',
    unknown: 'The passkey does not belong to any account here. Sign in another way.',
    cancelled: 'It was cancelled. Try again whenever you like.',
  },
} satisfies Words<typeof sv>;

export const words: Record<Locale, Words<typeof sv>> = { sv, en };

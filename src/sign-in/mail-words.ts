import type { Locale, Words } from '../ui/locale.ts';

const sv = {
  ignore: 'Känner du inte igen det här? Då behöver du inte göra något.',
  resetPassword: {
    subject: 'Välj ett nytt lösenord',
    why: 'Någon, troligen du, vill välja ett nytt lösenord för kontot med den här mejladressen.',
    link: 'Öppna länken inom en timme:',
    ignore: 'Var det inte du? Då behöver du inte göra något. Lösenordet är oförändrat, och länken slutar gälla av sig själv.',
  },
  confirmEmail: {
    subject: 'Bekräfta din mejladress',
    why: 'Någon, troligen du, vill använda den här mejladressen för sitt konto hos oss.',
    link: 'Öppna länken inom ett dygn för att bekräfta adressen:',
    ignore: 'Var det inte du? Då behöver du inte göra något. Adressen används inte förrän den är bekräftad.',
  },
  emailTaken: {
    subject: 'Du har redan ett konto',
    why: 'Någon, troligen du, ville flytta ett annat konto till den här mejladressen. Adressen hör redan till ett konto hos oss, så inget har ändrats.',
    link: 'Logga in här:',
  },
  emailChanged: {
    subject: 'Mejladressen för ditt konto är ändrad',
    why: 'Mejladressen för ditt konto är ändrad. I fortsättningen loggar du in med den nya adressen.',
    link: 'Var det inte du? Kontakta oss genast:',
  },
  passwordChanged: {
    subject: 'Ditt lösenord är ändrat',
    why: 'Lösenordet för ditt konto är ändrat, och du är utloggad på andra enheter.',
    link: 'Var det inte du? Välj genast ett nytt lösenord:',
  },
  passkeyAdded: {
    subject: 'Du har en ny lösennyckel',
    why: 'En lösennyckel har lagts till för ditt konto. Med den kan du logga in utan lösenord.',
    link: 'Var det inte du? Ta bort lösennyckeln på ditt konto och byt lösenord:',
  },
  secondFactorAdded: {
    subject: 'Tvåstegsinloggning är påslagen',
    why: 'När du loggar in med lösenord behöver du nu också en kod från din kodapp.',
    link: 'Var det inte du? Kontakta oss genast:',
  },
  secondFactorRemoved: {
    subject: 'Tvåstegsinloggning är avstängd',
    why: 'Du behöver inte längre någon kod när du loggar in.',
    link: 'Var det inte du? Välj genast ett nytt lösenord:',
  },
};

const en = {
  ignore: 'Don’t recognise this? Then you need not do anything.',
  resetPassword: {
    subject: 'Choose a new password',
    why: 'Someone, probably you, wants to choose a new password for the account with this e-mail address.',
    link: 'Open the link within one hour:',
    ignore: 'Was it not you? Then you need not do anything. The password is unchanged, and the link ends by itself.',
  },
  confirmEmail: {
    subject: 'Confirm your e-mail address',
    why: 'Someone, probably you, wants to use this e-mail address for their account with us.',
    link: 'Open the link within a day to confirm the address:',
    ignore: 'Was it not you? Then you need not do anything. The address is not used until it is confirmed.',
  },
  emailTaken: {
    subject: 'You already have an account',
    why: 'Someone, probably you, wanted to move another account to this e-mail address. The address already belongs to an account with us, so nothing was changed.',
    link: 'Sign in here:',
  },
  emailChanged: {
    subject: 'The e-mail address of your account has changed',
    why: 'The e-mail address of your account has changed. From now on you sign in with the new address.',
    link: 'Was it not you? Contact us at once:',
  },
  passwordChanged: {
    subject: 'Your password has changed',
    why: 'The password of your account has changed, and you are signed out on other devices.',
    link: 'Was it not you? Choose a new password at once:',
  },
  passkeyAdded: {
    subject: 'You have a new passkey',
    why: 'A passkey has been added to your account. With it you can sign in without a password.',
    link: 'Was it not you? Remove the passkey on your account and change the password:',
  },
  secondFactorAdded: {
    subject: 'Two-step sign-in is on',
    why: 'When you sign in with your password you now also need a code from your code app.',
    link: 'Was it not you? Contact us at once:',
  },
  secondFactorRemoved: {
    subject: 'Two-step sign-in is off',
    why: 'You no longer need a code when you sign in.',
    link: 'Was it not you? Choose a new password at once:',
  },
} satisfies Words<typeof sv>;

export const mailWords: Record<Locale, Words<typeof sv>> = { sv, en };

import type { Words } from '../../ui/locale.ts';

const sv = {
  dataTitle: 'Vad tjänsten gör med dina uppgifter',
  data: (operator: string) =>
    `${operator} ansvarar för uppgifterna om ditt konto. Den som ger en kurs ansvarar för det som hör till kursen. Tjänsten använder uppgifterna för att hålla avtalet med dig. Det betyder att den ska:`,
  policy: 'Integritetspolicyn berättar om resten, och om dina rättigheter. Den är information. Du behöver inte godkänna den.',
  roleTitle: 'Vem som ansvarar för vad',
  ours: (operator: string) => `${operator} bestämmer över och ansvarar för de här slagen av uppgifter om dig:`,
  customers:
    'Den som ger en kurs bestämmer över och ansvarar för de här slagen av uppgifter i kursen. Vi sköter dem åt den, enligt ett avtal mellan oss:',
  suppliersTitle: 'Leverantörer',
  suppliers: 'Vi får anlita leverantörer för de här delarna. En leverantör får bara göra det som vi har avtalat.',
  supplierNames:
    'Vilka de är just nu, i vilka länder de finns och vilket skydd som gäller står på sidan Leverantörer. Där står också varje ändring.',
  closingTitle: 'Avsluta kontot',
  closing: (period: string) =>
    `Du kan avsluta kontot när du vill under Mina uppgifter. Då blir det inaktivt, och efter ${period} tar vi bort dina personuppgifter. En månad innan får du ett mejl. Fram till dess kan du öppna kontot igen. Du kan också välja att radera uppgifterna genast.`,
  timesTitle: 'När uppgifter tas bort',
  times:
    'Så här länge finns uppgifterna kvar. Det som har en egen tid tas bort också medan du har kontot. Alla tider står i integritetspolicyn.',
  breakingTitle: 'Om du bryter mot villkoren',
  breaking: (days: string) =>
    `Bryter du mot villkoren får du först en varning och möjlighet att rätta till det. Är det allvarligt, eller händer det igen, kan vi säga upp ditt konto. Du får veta vilken regel det gäller och varför. Kontot stängs, och uppgifterna tas bort ${days} efter att det inte längre går att överklaga.`,
  appealTitle: 'Överklaga',
  appeal: (days: string, left: string) =>
    `Du kan överklaga en varning eller en uppsägning inom ${days}. Någon annan än den som beslutade prövar den. Medan det pågår tas inget bort. Du kan hämta dina uppgifter hela tiden, och i ${left} efter svaret om beslutet står fast.`,
  changesTitle: 'Ändrade villkor',
  changes: (notice: string) =>
    `Om vi ändrar villkoren mejlar vi dig minst ${notice} innan de börjar gälla. Vi visar vad som är nytt. Du väljer om du godkänner det. Säger du nej kan du hämta dina uppgifter och avsluta kontot.`,
  contactTitle: 'Kontakt',
  contact: (operator: string, email: string) => `${operator} driver Kursiv. Du når oss på ${email} och på sidan Kontakta oss.`,
};

const en = {
  dataTitle: 'What the service does with your data',
  data: (operator: string) =>
    `${operator} is responsible for the data about your account. Whoever gives a course is responsible for what belongs to the course. The service uses the data to keep the contract with you. That is:`,
  policy: 'The privacy policy tells of the rest, and of your rights. It is information. You need not accept it.',
  roleTitle: 'Who is responsible for what',
  ours: (operator: string) => `${operator} decides about and is responsible for these kinds of data about you:`,
  customers:
    'Whoever gives a course decides about and is responsible for these kinds of data in the course. We look after them on its behalf, by an agreement between us:',
  suppliersTitle: 'Suppliers',
  suppliers: 'We may use suppliers for these parts. A supplier may only do what we have agreed on.',
  supplierNames:
    'Who they are at present, in which countries they are and which safeguard applies is on the page Suppliers. Every change is there as well.',
  closingTitle: 'Closing the account',
  closing: (period: string) =>
    `You can close the account whenever you like under My data. It then becomes inactive, and after ${period} we remove your personal data. A month before that you get a mail. Until then you can open the account again. You can also choose to have the data erased at once.`,
  timesTitle: 'When data is removed',
  times:
    'This is how long the data stays. What has a time of its own is removed also while you have the account. All the times are in the privacy policy.',
  breakingTitle: 'If you break the terms',
  breaking: (days: string) =>
    `If you break the terms you first get a warning and a chance to put it right. If it is grave, or happens again, we may terminate your account. You are told which rule it concerns and why. The account is closed, and the data is removed ${days} after an appeal is no longer possible.`,
  appealTitle: 'Appeal',
  appeal: (days: string, left: string) =>
    `You can appeal a warning or a termination within ${days}. Someone other than whoever decided reviews it. Meanwhile nothing is removed. You can download your data all the time, and for ${left} after the answer if the decision stands.`,
  changesTitle: 'Changed terms',
  changes: (notice: string) =>
    `If we change the terms we e-mail you at least ${notice} before they come into force. We show what is new. You choose whether to accept it. If you say no, you can download your data and close your account.`,
  contactTitle: 'Contact',
  contact: (operator: string, email: string) => `${operator} runs Kursiv. You reach us at ${email} and on the page Contact us.`,
} satisfies Words<typeof sv>;

export const termsFrameWords = { sv, en };

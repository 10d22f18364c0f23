import type { Words } from '../../ui/locale.ts';

const sv = {
  cancelled: {
    subject: 'Ditt köp är avbrutet',
    why: 'Vi har avbrutit ett köp som du har gjort hos oss. Kursen är stängd. Det som du har betalat får du tillbaka.',
  },
  refunded: { subject: 'Vi har betalat tillbaka', why: 'Vi har betalat tillbaka det som du betalade för ett köp hos oss.' },
  unpaid: {
    subject: 'Har du glömt en faktura?',
    why: 'Vi har inte sett någon betalning för ett köp som du har gjort hos oss. På köpets egen sida finns fakturan.',
    paid: 'Har du betalat de senaste dagarna? Då behöver du inte göra något.',
  },
  link: { subject: 'Länken till ditt köp', why: 'Här är länken till ett köp som du har gjort hos oss.' },
  secret: 'Ge inte länken till någon annan. Den som har den kan läsa om köpet.',
};

const en = {
  cancelled: {
    subject: 'Your purchase is cancelled',
    why: 'We have cancelled a purchase that you have made from us. The course is closed. What you have paid, you get back.',
  },
  refunded: { subject: 'We have paid you back', why: 'We have paid back what you paid for a purchase from us.' },
  unpaid: {
    subject: 'Have you forgotten an invoice?',
    why: 'We have not seen any payment for a purchase that you have made from us. The invoice is on the purchase’s own page.',
    paid: 'Have you paid in the last few days? Then you need not do anything.',
  },
  link: { subject: 'The link to your purchase', why: 'Here is the link to a purchase that you have made from us.' },
  secret: 'Do not give the link to anyone else. Whoever has it can read about the purchase.',
} satisfies Words<typeof sv>;

export const deskMailWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };

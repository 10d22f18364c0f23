import type { Words } from '../../ui/locale.ts';

const sv = {
  confirm: {
    subject: 'Bekräfta din beställning',
    why: 'Någon har fyllt i en beställning med den här mejladressen. Öppna länken för att se den och beställa. Länken gäller i ett dygn.',
    ignore: 'Var det inte du? Då behöver du inte göra något. Inget är beställt.',
  },
  placed: {
    subject: 'Tack för din beställning',
    why: 'Din beställning har kommit fram. På köpets egen sida finns fakturan, det som gäller för köpet och vägen in i kursen. Där kan du också ångra köpet.',
  },
  withdrawn: {
    subject: 'Du har ångrat ett köp',
    why: (time: string) => `Vi bekräftar att du har ångrat ett köp, ${time}. På köpets egen sida står vad som händer nu.`,
  },
  own: {
    subject: 'Länkar till dina köp',
    why: 'Någon bad om länkar till det som har köpts med den här mejladressen. Varje länk leder till ett köp:',
  },
  secret: 'Ge inte länken till någon annan. Den som har den kan läsa om köpet.',
};

const en = {
  confirm: {
    subject: 'Confirm your order',
    why: 'Someone has filled in an order with this e-mail address. Open the link to see it and to order. The link holds for a day.',
    ignore: 'Was it not you? Then you need do nothing. Nothing is ordered.',
  },
  placed: {
    subject: 'Thank you for your order',
    why: 'Your order has reached us. On the page of the purchase are the invoice, what applies to it and the way into the course. You can also withdraw there.',
  },
  withdrawn: {
    subject: 'You have withdrawn from a purchase',
    why: (time) => `We confirm that you have withdrawn from a purchase, ${time}. The page of the purchase says what happens now.`,
  },
  own: {
    subject: 'Links to your purchases',
    why: 'Someone asked for links to what has been bought with this e-mail address. Each leads to one purchase:',
  },
  secret: 'Do not give the link to anyone else. Whoever has it can read about the purchase.',
} satisfies Words<typeof sv>;

export const buyingMailWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };

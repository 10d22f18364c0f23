import type { Words } from '../../ui/locale.ts';

/** What the sender of a form reads after sending. */
const sv = {
  title: 'Tack, det är skickat',
  lead: 'Vi har skickat ett mejl till dig som bekräftelse. Där finns en länk till det du skrev.',
  next: 'Vi svarar så snart vi kan, senast inom 30 dagar. När svaret finns får du ett mejl med en länk.',
  regret: 'Ångrar du dig?',
  remove: 'Ta bort det du har skickat',
};

const en = {
  title: 'Thank you, it has been sent',
  lead: 'We have sent you a mail to confirm it. It has a link to what you wrote.',
  next: 'We answer as soon as we can, within 30 days at the latest. When the answer is there you get a mail with a link.',
  regret: 'Did you change your mind?',
  remove: 'Remove what you have sent',
} satisfies Words<typeof sv>;

export const sentWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };

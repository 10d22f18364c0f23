import type { Words } from './locale.ts';

const sv = {
  label: 'Bifoga filer',
  hint: 'Högst fem filer på högst 10\u00a0MB var: bilder, PDF, text, Office eller OpenDocument.',
  tooMany: 'Du kan bifoga högst fem filer i ett meddelande. Skicka resten i ett till.',
  tooLarge: (name: string) => `Filen ”${name}” är större än 10\u00a0MB. Gör den mindre eller dela upp den, och välj filerna igen.`,
  empty: (name: string) => `Filen ”${name}” är tom. Kontrollera att den är sparad och välj filerna igen.`,
  unknownType: (name: string) =>
    `Filen ”${name}” är av ett slag som vi inte tar emot. Spara den som bild, PDF, text, Office eller OpenDocument och välj filerna igen.`,
  again: 'Filerna du valde följde inte med. Välj dem igen.',
};

const en = {
  label: 'Attach files',
  hint: 'At most five files of at most 10\u00a0MB each: images, PDF, text, Office or OpenDocument.',
  tooMany: 'You can attach at most five files to a message. Send the rest in another one.',
  tooLarge: (name) => `The file “${name}” is larger than 10\u00a0MB. Make it smaller or split it, and choose the files again.`,
  empty: (name) => `The file “${name}” is empty. Check that it is saved and choose the files again.`,
  unknownType: (name) =>
    `The file “${name}” is of a kind that we do not accept. Save it as an image, PDF, text, Office or OpenDocument and choose the files again.`,
  again: 'The files you chose did not come along. Choose them again.',
} satisfies Words<typeof sv>;

export const fileWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };

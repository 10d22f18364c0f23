import type { Locale, Words } from '../../../ui/locale.ts';

const sv = {
  title: 'Läs in sidor',
  lead: 'Ta med dig text som redan är skriven, i Word (.docx) eller Markdown. Varje rubrik på första nivån blir en sida. Du ser sidorna innan de läggs i utkastet.',
  link: 'Läs in sidor från en fil',
  file: 'Fil med text',
  fileHint: 'Ett Word-dokument (.docx) på högst 40 MB, eller en Markdown-fil (.md) på högst 1 MB.',
  pictures: 'Bilder i ett Word-dokument läggs bland kursens filer direkt, så att du ser dem i förhandsvisningen.',
  show: 'Visa sidorna',
  choose: 'Välj en fil.',
  tooLarge: 'Filen är för stor. Dela den i flera filer.',
  problem: {
    'not-known': 'Filen är varken ett Word-dokument (.docx) eller en Markdown-fil (.md). Spara den i något av formaten och försök igen.',
    'old-word':
      'Filen är i Words äldre format eller har ett lösenord. Öppna den i Word, ta bort lösenordet om det finns ett, spara den som .docx och försök igen.',
    unreadable: 'Filen går inte att läsa. Öppna den i Word, spara den en gång till som .docx och försök igen.',
    'not-text': 'Filen går inte att läsa som text. Spara den som UTF-8 och försök igen.',
    nothing: 'Det finns ingen text i filen som kan bli en sida.',
    'too-many': 'Filen har fler än 100 rubriker på första nivån. Dela den i flera filer.',
    'too-long': 'Filen har mer text än som kan läsas in på en gång. Dela den i flera filer.',
  },
  previewTitle: 'Det här blir sidorna',
  previewLead: (pages: string) => `${pages} kan följa med. De är inte sparade än.`,
  pages: (count: number) => (count === 1 ? 'En sida' : `${count} sidor`),
  page: (order: number) => `Sida ${order}`,
  picture: (order: number) => `Bild ${order}`,
  pageTitle: (order: number) => `Namn på sida ${order}`,
  take: (order: number) => `Ta med sida ${order}`,
  nameMissing: 'Skriv vad sidan ska heta.',
  nameTooLong: 'Namnet får vara högst 200 tecken.',
  chooseSome: 'Välj minst en sida att ta med.',
  save: 'Lägg sidorna i utkastet',
  again: 'Välj en annan fil',
  notAlong: 'Följer inte med',
  loss: {
    pictures: 'Några bilder går inte att läsa eller ligger utanför filen. Ladda upp dem bland kursens filer i stället.',
    'picture-links':
      'Bilder i en Markdown-fil ligger utanför filen. Orden som beskriver dem är kvar. Ladda upp bilderna bland kursens filer.',
    footnotes: 'Fotnoterna står samlade sist på den sista sidan, utan länkar.',
    'no-headings':
      'Filen har ingen rubrik på första nivån, så allt blir en sida. Använd Rubrik 1 i Word eller # i Markdown för att dela den.',
  },
  empty: (title: string) => `Rubriken ”${title}” har ingen text under sig och blir ingen sida.`,
};

const en = {
  title: 'Bring in pages',
  lead: 'Bring text that is written already, in Word (.docx) or Markdown. Each first-level heading becomes a page. You see the pages before they go into the draft.',
  link: 'Bring in pages from a file',
  file: 'File with text',
  fileHint: 'A Word document (.docx) of at most 40 MB, or a Markdown file (.md) of at most 1 MB.',
  pictures: 'Pictures in a Word document go among the files of the course at once, so that you see them in the preview.',
  show: 'Show the pages',
  choose: 'Choose a file.',
  tooLarge: 'The file is too large. Divide it into several files.',
  problem: {
    'not-known': 'The file is neither a Word document (.docx) nor a Markdown file (.md). Save it as one of them and try again.',
    'old-word':
      'The file is in the older format of Word or has a password. Open it in Word, remove the password if there is one, save it as .docx and try again.',
    unreadable: 'The file cannot be read. Open it in Word, save it once more as .docx and try again.',
    'not-text': 'The file cannot be read as text. Save it as UTF-8 and try again.',
    nothing: 'There is no text in the file that can become a page.',
    'too-many': 'The file has more than 100 first-level headings. Divide it into several files.',
    'too-long': 'The file has more text than can be brought in at once. Divide it into several files.',
  },
  previewTitle: 'These will be the pages',
  previewLead: (pages) => `${pages} can come along. They are not saved yet.`,
  pages: (count) => (count === 1 ? 'One page' : `${count} pages`),
  page: (order) => `Page ${order}`,
  picture: (order) => `Picture ${order}`,
  pageTitle: (order) => `Name of page ${order}`,
  take: (order) => `Bring page ${order}`,
  nameMissing: 'Write what the page is to be called.',
  nameTooLong: 'The name may be at most 200 characters.',
  chooseSome: 'Choose at least one page to bring.',
  save: 'Put the pages in the draft',
  again: 'Choose another file',
  notAlong: 'Does not come along',
  loss: {
    pictures: 'Some pictures cannot be read or lie outside the file. Upload them among the files of the course instead.',
    'picture-links':
      'Pictures of a Markdown file lie outside the file. The words that describe them are kept. Upload the pictures among the files of the course.',
    footnotes: 'The footnotes stand together at the end of the last page, without links.',
    'no-headings':
      'The file has no first-level heading, so all of it becomes one page. Use Heading 1 in Word or # in Markdown to divide it.',
  },
  empty: (title) => `The heading “${title}” has no text beneath it and becomes no page.`,
} satisfies Words<typeof sv>;

export const words: Record<Locale, Words<typeof sv>> = { sv, en };

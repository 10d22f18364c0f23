import type { Locale, Words } from '../../ui/locale.ts';

const sv = {
  title: 'Läs in en kurs',
  lead: 'Ett kurspaket är en ZIP-fil med allt som hör till en kurs. Den som sköter en kurs hämtar paketet på kursens sida.',
  link: 'Läs in ett kurspaket',
  file: 'Kurspaket',
  fileHint: (most: string) => `En ZIP-fil på högst ${most}.`,
  send: 'Läs in kursen',
  what: 'Kursen blir ett nytt utkast som du sköter. Ingen annan ser den förrän du publicerar.',
  download: 'Hämta kursen som paket',
  choose: 'Välj ett kurspaket.',
  tooLarge: (most: string) => `Filen är för stor. Ett kurspaket får ta högst ${most}.`,
  problem: {
    'not-zip': () => 'Filen är ingen hel ZIP-fil. Hämta paketet en gång till och försök igen.',
    'unsafe-name': () => 'Paketet har filnamn som pekar utanför paketet eller förekommer två gånger. Därför packas det inte upp.',
    'too-many': () => 'Paketet har för många filer. Ett kurspaket får ha högst 8 000.',
    swells: () => 'Paketet blir orimligt stort när det packas upp. Därför packas det inte upp.',
    'not-ours': () => 'Filen är inget kurspaket. Välj en ZIP-fil som har hämtats på en kurs sida.',
    newer: (version: string) => `Paketet är skrivet i version ${version} av formatet. Den här tjänsten läser version 1.`,
    missing: (path: string) => `Filen ${path} saknas i paketet. Hämta paketet en gång till och försök igen.`,
    changed: (path: string) => `Filen ${path} har ändrats sedan paketet gjordes. Hämta paketet en gång till och försök igen.`,
    unnamed: (path: string) => `Filen ${path} står inte i paketets innehållsförteckning. Ta bort den och försök igen.`,
    'not-understood': (path: string) => `Det här i paketet går inte att läsa: ${path}.`,
    'bad-media': (name: string) =>
      `Filen ${name} är inte det som paketet säger, eller berättar var en bild är tagen. Byt ut den i kursen som paketet kommer från.`,
    infected: (name: string) => `Filen ${name} är inte godkänd av virusskyddet. Byt ut den i kursen som paketet kommer från.`,
  },
};

const en = {
  title: 'Bring in a course',
  lead: 'A course package is a ZIP file with all that belongs to a course. Whoever runs a course gets it on the course’s page.',
  link: 'Bring in a course package',
  file: 'Course package',
  fileHint: (most) => `A ZIP file of at most ${most}.`,
  send: 'Bring in the course',
  what: 'The course becomes a new draft that you run. Nobody else sees it until you publish.',
  download: 'Get the course as a package',
  choose: 'Choose a course package.',
  tooLarge: (most) => `The file is too large. A course package may be at most ${most}.`,
  problem: {
    'not-zip': () => 'The file is not a whole ZIP file. Get the package once more and try again.',
    'unsafe-name': () => 'The package has file names that lead out of it or that stand there twice. It is not unpacked.',
    'too-many': () => 'The package has too many files. A course package may have at most 8,000.',
    swells: () => 'The package grows beyond reason when it is unpacked. It is not unpacked.',
    'not-ours': () => 'The file is not a course package. Choose a ZIP file from a course’s page.',
    newer: (version) => `The package is written in version ${version} of the format. This service reads version 1.`,
    missing: (path) => `The file ${path} is missing from the package. Get the package once more and try again.`,
    changed: (path) => `The file ${path} has been changed since the package was made. Get the package once more and try again.`,
    unnamed: (path) => `The file ${path} does not stand in the package’s list of contents. Remove it and try again.`,
    'not-understood': (path) => `This part of the package cannot be read: ${path}.`,
    'bad-media': (name) =>
      `The file ${name} is not what the package says, or tells where a picture was taken. Replace it in the course that the package comes from.`,
    infected: (name) =>
      `The file ${name} has not been approved by the virus scanner. Replace it in the course that the package comes from.`,
  },
} satisfies Words<typeof sv>;

export const words: Record<Locale, Words<typeof sv>> = { sv, en };

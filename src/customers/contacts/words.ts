import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Kontaktuppgifter',
  lead: 'De här uppgifterna står i förteckningen över vad vi gör för kunden, i bilagan till avtalet och i det som studenterna får läsa innan de går med i en kurs.',
  minimise:
    'Skriv helst en adress som hör till verksamheten, till exempel en funktionsbrevlåda. Uppgifterna tas bort 90 dagar efter att avtalet har upphört. Vi mejlar adressen när den är ny: den som läser där får veta vem som ser uppgifterna och vem som har läst dem, och kan ta bort namnet.',
  parts: {
    controller: {
      title: 'Kunden',
      lead: 'Kunden är personuppgiftsansvarig. Studenterna ska veta hur de når den som är ansvarig.',
    },
    officer: {
      title: 'Dataskyddsombud',
      lead: 'Om kunden har ett dataskyddsombud. Skolor, kommuner och andra myndigheter måste ha ett.',
    },
    representative: {
      title: 'Företrädare inom EES',
      lead: 'Bara om kunden inte är etablerad inom EES och har utsett någon som företräder den här.',
    },
  },
  address: 'Postadress',
  email: 'Mejladress',
  phone: 'Telefon',
  phoneHint: 'Till exempel 08-465 004 00.',
  person: 'Vem man frågar efter',
  name: 'Namn',
  save: 'Spara',
  saved: 'Kontaktuppgifterna är sparade.',
  missing: {
    address: { controller: 'Skriv kundens postadress.', representative: 'Skriv företrädarens postadress.' },
    name: { officer: 'Skriv dataskyddsombudets namn eller vad funktionen heter.', representative: 'Skriv företrädarens namn.' },
    email: {
      controller: 'Skriv kundens mejladress.',
      officer: 'Skriv dataskyddsombudets mejladress.',
      representative: 'Skriv företrädarens mejladress.',
    },
  },
  emailWrong: 'Mejladressen ska se ut som namn@exempel.se.',
  phoneWrong: 'Skriv telefonnumret med siffror, till exempel 08-465 004 00.',
  nameLong: 'Namnet får ha högst 200 tecken.',
  addressLong: 'Adressen får ha högst 500 tecken.',
  card: { title: 'Kontaktuppgifter', change: 'Ändra kontaktuppgifterna' },
};

const en = {
  title: 'Contact details',
  lead: 'These details stand in the record of what we do for the customer, in the annex to the agreement and in what students read before they join a course.',
  minimise:
    'Preferably give an address that belongs to the organisation, for example a shared mailbox. The details are removed 90 days after the agreement has ended. We e-mail the address when it is new: whoever reads there is told who sees the details and who has read them, and can remove the name.',
  parts: {
    controller: {
      title: 'The customer',
      lead: 'The customer is the controller. Students are to know how to reach whoever is responsible.',
    },
    officer: {
      title: 'Data protection officer',
      lead: 'If the customer has a data protection officer. Schools, municipalities and other authorities must have one.',
    },
    representative: {
      title: 'Representative in the EEA',
      lead: 'Only if the customer is not established in the EEA and has appointed someone to represent it here.',
    },
  },
  address: 'Postal address',
  email: 'E-mail address',
  phone: 'Telephone',
  phoneHint: 'For example +46 8 465 004 00.',
  person: 'Whom to ask for',
  name: 'Name',
  save: 'Save',
  saved: 'The contact details are saved.',
  missing: {
    address: { controller: 'Write the postal address of the customer.', representative: 'Write the postal address of the representative.' },
    name: {
      officer: 'Write the name of the data protection officer, or what the function is called.',
      representative: 'Write the name of the representative.',
    },
    email: {
      controller: 'Write the e-mail address of the customer.',
      officer: 'Write the e-mail address of the data protection officer.',
      representative: 'Write the e-mail address of the representative.',
    },
  },
  emailWrong: 'The e-mail address should look like name@example.com.',
  phoneWrong: 'Write the telephone number in digits, for example +46 8 465 004 00.',
  nameLong: 'The name may have at most 200 characters.',
  addressLong: 'The address may have at most 500 characters.',
  card: { title: 'Contact details', change: 'Change the contact details' },
} satisfies Words<typeof sv>;

export const contactWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };

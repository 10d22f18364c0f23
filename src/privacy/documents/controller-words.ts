import type { Words } from '../../ui/locale.ts';

const sv = {
  controller: (name: string) => `Personuppgiftsansvarig är kunden ${name}.`,
  numbered: (name: string, number: string) => `${name}, organisationsnummer ${number}`,
  reached: (ways: string) => `Kunden nås så här: ${ways}.`,
  notReached: 'Kunden har inte angett hur den nås.',
  person: (name: string) => `Fråga efter ${name}.`,
  phone: 'telefon',
  representative: (who: string) => `Kundens företrädare inom EES är ${who}.`,
  officer: (who: string) => `Kundens dataskyddsombud är ${who}.`,
  noOfficer: 'Kunden har inte angett något dataskyddsombud.',
};

const en = {
  controller: (name: string) => `The controller is the customer ${name}.`,
  numbered: (name: string, number: string) => `${name}, organisation number ${number}`,
  reached: (ways: string) => `The customer is reached like this: ${ways}.`,
  notReached: 'The customer has not stated how it is reached.',
  person: (name: string) => `Ask for ${name}.`,
  phone: 'telephone',
  representative: (who: string) => `The customer’s representative in the EEA is ${who}.`,
  officer: (who: string) => `The customer’s data protection officer is ${who}.`,
  noOfficer: 'The customer has not stated any data protection officer.',
} satisfies Words<typeof sv>;

export const controllerWords = { sv, en };

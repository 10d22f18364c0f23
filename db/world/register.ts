import { readRegister, type Register } from '../../src/platform/register.ts';

/** The places and suppliers of the demo world's operator. None of the companies exists. */
export const worldRegister: Register = readRegister([
  {
    name: 'Nordkustens datahall AB',
    services: ['database', 'files', 'keyring', 'log'],
    place: 'Luleå',
    country: 'SE',
    parentCountry: 'SE',
    safeguard: 'eea',
    agreement: { signed: '2025-09-01', reference: 'Biträdesavtal NDH 2025-14' },
  },
  {
    name: 'Fjordlager AS',
    services: ['backups'],
    place: 'Bergen',
    country: 'NO',
    parentCountry: 'NO',
    safeguard: 'eea',
    erasureNotices: 'stand-in',
    agreement: { signed: '2025-09-15', reference: 'Databehandleravtale 0915' },
  },
  {
    name: 'Brevduvan i Lund AB',
    services: ['mail'],
    place: 'Lund',
    country: 'SE',
    parentCountry: 'SE',
    safeguard: 'eea',
    erasureNotices: 'stand-in',
    agreement: { signed: '2025-10-02', reference: 'Biträdesavtal 2025-88' },
  },
  {
    name: 'Kursiv i Norden AB',
    services: ['paper'],
    own: true,
    keeper: 'kontorschefen',
    checked: '2026-09-01',
    place: 'Umeå',
    country: 'SE',
    parentCountry: 'SE',
    safeguard: 'eea',
  },
]);

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { SettingsError } from './settings.ts';

/** What a place or a supplier does for the service. Each is somewhere that data may lie or pass. */
export const services = ['database', 'files', 'backups', 'keyring', 'log', 'mail', 'paper', 'payment', 'support', 'statistics'] as const;
export type Service = (typeof services)[number];

/** Iceland, Liechtenstein, Norway and the EU: data may move freely between them. */
const eea = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' ');
export const isInEea = (country: string): boolean => eea.includes(country);

/** Tools of Chapter V for data that leaves the EEA, or that a parent company's country can reach. */
export const safeguards = ['eea', 'adequacy', 'dpf', 'scc'] as const;
export type Safeguard = (typeof safeguards)[number];

const sentence = (text: string) => z.string(text).trim().min(1, text).max(200);
const country = (text: string) => z.string(text).regex(/^[A-Z]{2}$/, text);
const day = (text: string) => z.iso.date(text);

const entry = z.strictObject({
  name: sentence('has no name'),
  services: z.array(z.enum(services, `has a service that is none of ${services.join(', ')}`)).min(1, 'does nothing: name its services'),
  /** The operator's own place, not another company. */
  own: z.boolean().default(false),
  on: z.boolean().default(true),
  place: sentence('has no place'),
  /** Where its backups are written when the settings name no folders; within the data folder, if it is not a whole path. Never shown. */
  folder: z.string().trim().min(1).max(500).optional(),
  country: country('has no country (two capital letters, as SE)'),
  /** Where the company that owns it sits: its law may reach the data. */
  parentCountry: country('has no country of its parent company (two capital letters; its own country when it has no parent)'),
  safeguard: z.enum(safeguards, `has no safeguard (${safeguards.join(', ')})`),
  /** Paper and loose disks: who keeps them (a title, not a name) and when the lock was last looked at. */
  keeper: z.string().trim().min(1).max(200).optional(),
  checked: day('has a lock-up check without a day (2026-01-31)').optional(),
  agreement: z
    .strictObject({
      signed: day('has an agreement without a day (2026-01-31)'),
      reference: sentence('has an agreement without a reference'),
    })
    .optional(),
  /**
   * Art. 19: where the supplier is told that someone is erased, and the Ed25519 key (SubjectPublicKeyInfo, base64) that its
   * receipts are signed with. `stand-in` is answered by the program itself, while it is being developed.
   */
  erasureNotices: z
    .union(
      [
        z.literal('stand-in'),
        z.strictObject({
          url: z.url({ protocol: /^https?$/ }).refine((url) => url.startsWith('https:') || isThisMachine(new URL(url).hostname)),
          publicKey: z.string().regex(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/),
        }),
      ],
      'has an address for notices of erasure that is not https with an Ed25519 public key',
    )
    .optional(),
});

export type ErasureNotices = NonNullable<RegisterEntry['erasureNotices']>;
export type RegisterEntry = z.output<typeof entry>;
/** Everyone and everywhere that data is handed to, as the operator has stated it. */
export type Register = readonly RegisterEntry[];

export class RegisterFault extends SettingsError {
  override name = 'RegisterFault';
}

/**
 * Reads what the operator states. A supplier cannot be switched on without country, safeguard and
 * agreement (Art. 28(3) and Chapter V): every fault is told, one sentence each.
 */
export function readRegister(stated: unknown): Register {
  if (!Array.isArray(stated)) throw new RegisterFault('The register must be a list of places and suppliers.');
  const faults: string[] = [];
  const entries: RegisterEntry[] = [];
  for (const [index, one] of (stated as unknown[]).entries()) {
    const read = entry.safeParse(one);
    const name = nameOf(one) ?? `Entry ${index + 1} of the register`;
    if (!read.success)
      faults.push(...read.error.issues.map(({ message, path }) => `${name} ${path.length ? message : `is unclear: ${message}`}.`));
    else {
      faults.push(...faultsOf(read.data));
      entries.push(read.data);
    }
  }
  if (faults.length > 0) throw new RegisterFault([...new Set(faults)].join('\n'));
  return entries;
}

function nameOf(one: unknown): string | undefined {
  const name = (one as { name?: unknown } | null)?.name;
  return typeof name === 'string' && name.trim() ? name.trim() : undefined;
}

function faultsOf({ name, own, on, country: land, parentCountry, safeguard, agreement, ...rest }: RegisterEntry): string[] {
  if (!on) return [];
  const faults: string[] = [];
  if (!own && !agreement) faults.push(`${name} has no agreement: a supplier is switched on when one is signed (Art. 28(3)).`);
  if (safeguard === 'eea' && !(isInEea(land) && isInEea(parentCountry)))
    faults.push(`${name} can be reached from outside the EEA, so its safeguard must be adequacy, dpf or scc (Art. 44).`);
  if (safeguard === 'dpf' && land !== 'US' && parentCountry !== 'US')
    faults.push(`${name} has the safeguard dpf, which holds for the USA only.`);
  if (rest.folder && !rest.services.includes('backups')) faults.push(`${name} has a folder, but keeps no backups.`);
  if (rest.services.includes('paper') && !(rest.keeper && rest.checked))
    faults.push(`${name} holds paper, so it needs a keeper (a title) and the day when the lock was last checked.`);
  return faults;
}

export function readRegisterFile(path: string): Register {
  let stated: unknown;
  try {
    stated = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new RegisterFault(`The register ${path} does not exist or is not JSON.`);
  }
  return readRegister(stated);
}

/** The folders that backups are written to, as the register states them: the same for every command, in whatever mode it runs. */
export function backupFoldersOf(register: Register, dataFolder: string): string[] {
  const stated = inService(register, 'backups').flatMap(({ folder }) => folder ?? []);
  return [...new Set((stated.length > 0 ? stated : ['backups']).map((folder) => resolve(dataFolder, folder)))];
}

/** Who does this for the service now. */
export const inService = (register: Register, service: Service): RegisterEntry[] =>
  register.filter((one) => one.on && one.services.includes(service));

/** Services that other machines do, by the settings: each must stand in the register before it is used. */
export function unregistered(register: Register, urls: { name: string; service: Service; url: string | undefined }[]): string[] {
  return urls.flatMap(({ name, service, url }) =>
    url && !isThisMachine(new URL(url).hostname) && inService(register, service).length === 0
      ? [
          `${name} leads to another machine, and nobody in REGISTER_FILE has the service "${service}". State who, in which country, under which safeguard and agreement.`,
        ]
      : [],
  );
}

const isThisMachine = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|)$/.test(host);

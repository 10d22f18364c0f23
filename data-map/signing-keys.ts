import { thing, type RoomMap } from './entry.ts';

/** What anyone needs to check a receipt or a badge of earlier days. */
export const signingKeys = {
  signing_key: {
    noPerson: "the installation's own public keys, which everyone may read",
    columns: {
      use: thing('what the key signs'),
      public_key: thing('a public key'),
      since: thing('when it was first used'),
    },
  },
} satisfies RoomMap<'signing_key'>;

import type { House } from '../../platform/house.ts';

/** The mailed link proves that whoever opens it reads at the address; it ends when the address is another. */
export const contactToken = ({ secrets }: House, id: string): string => secrets.token('customer contact', id);
export const readContactToken = ({ secrets }: House, token: string): string | undefined => secrets.readToken('customer contact', token);

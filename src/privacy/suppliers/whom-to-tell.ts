import { stores, type Store } from '../../../data-map/index.ts';
import type { Register, RegisterEntry, Service } from '../../platform/register.ts';

export type ToTell = { supplier: RegisterEntry; services: Service[]; knows: 'address' | 'number' };

/**
 * Art. 19: the suppliers that hold something of people's, by the map. The stores say which service has anything and how the
 * supplier finds someone there; the operator's register says who does that service.
 */
export function whomToTell(register: Register, places: readonly Store[] = Object.values(stores)): ToTell[] {
  const held = places.filter(({ service, answers }) => service && answers);
  return register
    .filter(({ on, own }) => on && !own)
    .map((supplier) => {
      const theirs = held.filter(({ service }) => supplier.services.some((one) => one === service));
      const services = supplier.services.filter((one) => theirs.some(({ service }) => service === one));
      const byAddress = theirs.some(({ answers }) => answers?.supplierKnows === 'address');
      return { supplier, services, knows: byAddress ? ('address' as const) : ('number' as const) };
    })
    .filter(({ services }) => services.length > 0);
}

import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const inside = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  const [network = '', bits] = range.split('/');
  inside.addSubnet(network, Number(bits), 'ipv4');
}
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
// Within it, but meant for examples or carrying another address inside.
const notGlobal = new BlockList();
notGlobal.addSubnet('2001:db8::', 32, 'ipv6');
notGlobal.addSubnet('2001::', 32, 'ipv6');
notGlobal.addSubnet('2002::', 16, 'ipv6');

/** Whether an IP address is out on the internet, and not this machine, its neighbours or what a cloud keeps for itself. */
export function isPublic(ip: string): boolean {
  const kind = isIP(ip);
  if (kind === 4) return !inside.check(ip, 'ipv4');
  return kind === 6 && global.check(ip, 'ipv6') && !notGlobal.check(ip, 'ipv6');
}

export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress';
}

/**
 * Looks a name up and gives only what is out on the internet. The connection is made to what was judged: a name that is answered
 * differently the second time leads nowhere else.
 */
export const publicLookup: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return answer(error, '', 0);
    if (found.length === 0 || !found.every(({ address }) => isPublic(address))) return answer(new ForbiddenAddress(), '', 0);
    const [first] = found;
    if (options.all) (answer as unknown as (error: null, all: LookupAddress[]) => void)(null, found);
    else answer(null, first!.address, first!.family);
  });
};

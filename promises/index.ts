import { customers } from './customers.ts';
import { data } from './data.ts';
import { people } from './people.ts';
import { product } from './product.ts';
import type { Promised } from './promise.ts';

/** Every promise of the policy, each with how far it is kept; the page of promises and the tests are made from it. */
export const promises: Promised[] = [...product, ...customers, ...data, ...people];
export type { Promised } from './promise.ts';

import { thing, type Personal } from './entry.ts';

// Answers that columns of what is an enrolment's share.

export const course = thing('which course content it concerns');
export const number = thing('an order number');
export const internal = 'an internal id without meaning outside the system';
export const followed: Personal = { category: 'enrolment', export: { never: internal }, erase: 'keep' };
export const time = (category: Personal['category']): Personal => ({ category, provided: 'observed', export: 'as-is', erase: 'coarsen' });
export const result = (extra: Partial<Personal> = {}): Personal => ({
  category: 'result',
  provided: 'derived',
  export: 'as-is',
  erase: 'keep',
  ...extra,
});

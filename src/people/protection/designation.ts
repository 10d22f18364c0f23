import { randomInt } from 'node:crypto';

// No letters or digits that are mistaken for each other: it is also read out.
const signs = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** What someone is called instead of by their name: drawn, so that it tells nothing, and the same word in both languages. */
export const drawDesignation = (): string => `Person ${Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')}`;

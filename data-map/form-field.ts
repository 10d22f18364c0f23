/**
 * Every field that a person can fill in or send (Art. 5(1)(c), N-23): the column it is kept in, which the map
 * gives a purpose, or why it is not kept. A field that bears its column's name in the room's own tables says so
 * by that and is not repeated here.
 */
export type FormField = `${string}.${string}` | { notKept: string };

export const notKept = (because: string): FormField => ({ notKept: because });
export const button = notKept('which button was pressed');
export const place = notKept('where on the list or the site to go on');
export const proof = notKept('compared with what is kept, never kept itself');
export const told = notKept('told in an answer of the API, not asked for');
export const search = notKept('what is searched for in this moment');

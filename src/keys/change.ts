/** What can be done with keys of a batch, apart from making new ones. */
export const changes = ['hand-out', 'block', 'unblock', 'extend', 'send', 'undo'] as const;
export type Change = (typeof changes)[number];

/** Those two leave a moment behind by which they are found again. */
export const undoable = ['hand-out', 'block'] as const;
export type Undoable = (typeof undoable)[number];
export const isUndoable = (change: Change): change is Undoable => undoable.some((one) => one === change);

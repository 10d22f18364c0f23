/** Where a question of the test stands on its page. */
export const anchorOf = (index: number): string => `fraga-${index + 1}`;

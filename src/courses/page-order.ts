/** In which order the pages of a course are opened: freely, each when the one before is read, or when its questions are answered right. */
export const pageOrders = ['free', 'read', 'answered'] as const;
export type PageOrder = (typeof pageOrders)[number];

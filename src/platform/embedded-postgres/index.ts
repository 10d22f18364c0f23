export { attachToEmbeddedPostgres } from './attach.ts';
export { FolderInUse } from './folder-lock.ts';
export { startEmbeddedPostgres } from './start.ts';
export type { EmbeddedPostgres } from './start.ts';

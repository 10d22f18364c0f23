export { FolderInUse } from "./folder-lock.ts";
export { startEmbeddedPostgres } from "./start.ts";
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from "./start.ts";

/** The pure code that makes plans and rules of the map, and what its changes are held against. */
export const targets: Record<string, string> = {
  'src/privacy/erasure-plan.ts': './checks/erasure-plan.ts',
  'src/privacy/kept-erasure.ts': './checks/kept-erasure.ts',
  'src/privacy/export-plan.ts': './checks/export-plan.ts',
  'src/privacy/retention-plan.ts': './checks/retention-plan.ts',
  'src/privacy/kept-by-law.ts': './checks/kept-by-law.ts',
  'src/privacy/paths.ts': './checks/paths.ts',
  'src/privacy/row-rules.ts': './checks/row-rules.ts',
  'src/privacy/map-faults.ts': './checks/map-faults.ts',
  'src/privacy/customer-tables.ts': './checks/customer-tables.ts',
  'src/privacy/backup/table-plan.ts': './checks/backup-plan.ts',
  'src/privacy/backup/roles-of-row.ts': './checks/backup-plan.ts',
};

/** Opens as columns in a Swedish Excel: semicolons and a byte order mark. */
export const spreadsheetCsv = (rows: readonly (readonly string[])[]): string =>
  '\uFEFF' + rows.map((row) => row.map(cell).join(';') + '\r\n').join('');

/** Quoted where it must be. What a spreadsheet would take for a formula is led by an apostrophe; a number below nothing is none. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-\d+(?:[.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Prices of the shop are told with VAT (prisinformationslagen), and the VAT is reckoned out of them, rounded to whole öre. */
export const vatWithin = (ore: number, percent: number): number => Math.round((ore * percent) / (100 + percent));
/** The highest price for which a simplified invoice is enough, in öre with VAT (ML 2023:200, chapter 17). */
export const highestOre = 400_000;
/** The lowest that a course may cost: what is free is given away as a key. */
export const lowestOre = 100;
export const vatRates = [25, 12, 6, 0] as const;

export type PriceLine = { description: string; quantity: number; unitOre: number; vatPercent: number };

export const vatRates = [25, 12, 6, 0] as const;

export type Total = { netOre: number; vat: { percent: number; ore: number }[]; grossOre: number };

/** VAT is rounded once for each rate, to whole öre. */
export function totalOf(lines: readonly PriceLine[]): Total {
  const net = new Map<number, number>();
  for (const { quantity, unitOre, vatPercent } of lines) net.set(vatPercent, (net.get(vatPercent) ?? 0) + quantity * unitOre);
  const vat = [...net].filter(([percent]) => percent > 0).map(([percent, ore]) => ({ percent, ore: Math.round((ore * percent) / 100) }));
  const netOre = [...net.values()].reduce((sum, ore) => sum + ore, 0);
  return { netOre, vat, grossOre: netOre + vat.reduce((sum, { ore }) => sum + ore, 0) };
}

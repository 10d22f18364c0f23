/**
 * A Swedish organisation number: ten digits of which the last checks the others (Luhn). The third is at least 2, which tells it
 * from a personal identity number: those are not collected. Undefined when it is not one.
 */
export function readOrgNumber(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s-]/g, '').replace(/^16(?=\d{10}$)/, '');
  if (!/^\d{2}[2-9]\d{7}$/.test(digits)) return undefined;
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 ? digits : undefined;
}

export const formatOrgNumber = (digits: string): string => `${digits.slice(0, 6)}-${digits.slice(6)}`;

import { readOrgNumber } from '../customers/index.ts';

/** Seven or eight digits of which the last checks the others (Luhn). Undefined when it is not a bankgiro number. */
export function readBankgiro(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s-]/g, '');
  return /^\d{7,8}$/.test(digits) && luhnSum(digits) % 10 === 0 ? digits : undefined;
}

const luhnSum = (digits: string): number =>
  [...digits].reduceRight((total, digit, index) => {
    const value = Number(digit) * ((digits.length - index) % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);

/** 123-4567 and 1234-5678. */
export const formatBankgiro = (digits: string): string => `${digits.slice(0, -4)}-${digits.slice(-4)}`;

/** SE, an organisation number and two digits more, mostly 01. Undefined when it is not a Swedish VAT number. */
export function readVatNumber(typed: string): string | undefined {
  const bare = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  const match = /^SE(\d{10})(\d{2})$/.exec(bare);
  return match && readOrgNumber(match[1]!) === match[1] ? bare : undefined;
}

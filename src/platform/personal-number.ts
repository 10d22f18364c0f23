const candidate = /(?<!\d)(?:19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?!\d)/g;

/**
 * Whether a text seems to hold a Swedish personal identity number or co-ordination number: a date (the day raised by 60 for
 * the latter) and a check digit that fits. One number in ten fits by chance, so this may only ever warn.
 */
export function looksLikePersonalNumber(text: string): boolean {
  return [...text.matchAll(candidate)].some(([, year = '', month = '', day = '', last = '']) => {
    return isDate(Number(month), Number(day)) && hasCheckDigit(year + month + day + last);
  });
}

const isDate = (month: number, day: number): boolean => month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

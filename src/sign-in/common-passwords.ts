/** Those that are tried first, among passwords long enough to be allowed at all. */
const tried = `
0123456789 1234567890 12345678910 123456789a 123456789q 1234567891 0987654321 9876543210 1122334455 1029384756
1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc qazwsxedcrfv q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3 qwertyuiop qwertyuiopå
qwertyuiop123 qwerty1234 qwerty12345 qwerty123456 qwerty123456789 asdfghjklöä asdfghjkl123 asdfasdfasdf
abcdefghij abcdefghijk abcd123456 abc1234567 abc123456789 a123456789 aa12345678 aa123456789
password12 password123 password1234 password12345 passwordpassword password2025 password2026 p@ssword123 passw0rd123
mypassword mypassword1 letmein1234 letmeinplease iloveyou12 iloveyou123 iloveyou1234 welcome123 welcome1234 changeme123
administrator administratör admin12345 admin123456 adminadmin administrator1 superman123 football123 basketball princess123
sunshine123 michelle123 computer123 internet123 samsung123 liverpool123 manchester chocolate1 butterfly1 pokemon123
lösenord12 lösenord123 lösenord1234 losenord12 losenord123 losenord1234 mittlösenord mittlosenord hemligt123 hemlighet123
välkommen1 välkommen12 välkommen123 valkommen1 valkommen123 sommar2025 sommar2026 vinter2025 vinter2026 sverige123
stockholm1 stockholm123 goteborg123 göteborg123 hejhejhejhej hejsan1234 hejsan12345 jagälskardig jagalskardig
fotboll123 fotboll1234 hammarby123 djurgården djurgarden blåbärssoppa kursiv1234 kursivkursiv
`;

const common = new Set(tried.trim().split(/\s+/));

export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase().replaceAll(/\s/g, '');
  return common.has(plain) || new Set(plain).size < 3;
}

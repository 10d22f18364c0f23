/** Told in the file itself, in both languages: whoever opens it years from now needs nothing else. */
export function readme(facts: { customer: string; operator: string; madeAt: Date; tables: readonly string[] }): string {
  const { customer, operator, madeAt, tables } = facts;
  const list = tables.map((table) => `- tables/${table}.csv`).join('\n');
  return `# ${customer}

Allt som ${customer} äger i tjänsten, gjort av ${operator} ${madeAt.toISOString()}.

- courses/<kurs>/<version>/ – varje sida som Markdown (CommonMark med GFM-tabeller), och course.json med sidor, frågor och slutprov
- media/ – bilder, filmer och andra filer i kurserna, i sina egna format; en lång film är med som en fil, utan de mindre storlekar som tjänsten gör av den för att visa den
- people.csv – medlemmar och deras roller; kolumnen id är den som account_id i tabellerna pekar på
- contacts.csv – de kontaktuppgifter som står i förteckningen och avtalet
- tables/ – alla tabeller som CSV (RFC 4180, UTF-8, tider i ISO 8601, strukturer som JSON)
- correspondence.json och correspondence.html – samma korrespondens för program och för människor
- agreements/ – avtalen som PDF
- checksums.sha256 – kontrollera med: sha256sum -c checksums.sha256

Konton, lösenord och inloggningar hör till var och en och finns inte med. Anonymiserade personer har ett slumpmässigt id och inget namn.

---

Everything that ${customer} owns in the service, made by ${operator} ${madeAt.toISOString()}.

- courses/<course>/<version>/ – each page as Markdown (CommonMark with GFM tables), and course.json with pages, questions and final test
- media/ – pictures, films and other files of the courses, in their own formats; a long film is one file, without the smaller sizes that the service makes of it to show it
- people.csv – members and their roles; the column id is what account_id in the tables points at
- contacts.csv – the contact details that stand in the record and the agreement
- tables/ – every table as CSV (RFC 4180, UTF-8, times in ISO 8601, structures as JSON)
- correspondence.json and correspondence.html – the same correspondence for programs and for people
- agreements/ – the agreements as PDF
- checksums.sha256 – check with: sha256sum -c checksums.sha256

Accounts, passwords and sign-ins belong to each person and are not included. People who are anonymised have a random id and no name.

## tables/

${list}
`;
}

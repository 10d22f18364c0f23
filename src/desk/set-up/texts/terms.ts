/** The operator's own words in the terms of use, version 1; the frame made from the map comes after them. Paragraphs, `## ` headings and `- ` lists. */
export const termsSv = `## Vad villkoren gäller

Kursiv är en tjänst för kurser på nätet. Villkoren gäller mellan dig som har ett konto och den som driver tjänsten. Vem det är ser du på sidan Kontakta oss.

Den som ger kursen, till exempel din arbetsgivare eller skola, är kund hos oss och har ett eget avtal.

## Ditt konto

- Kontot är personligt. Låt ingen annan använda det.
- Uppgifterna om dig ska stämma. Du rättar dem själv under Mina uppgifter.
- Håll lösenordet hemligt. Tror du att någon annan känner till det? Byt det genast och hör av dig till oss.

## Nycklar

En nyckel öppnar en kurs en gång. En nyckel som är gjord för din mejladress kan bara du använda. Kunden får dela ut sina nycklar till sina egna deltagare men inte sälja dem vidare.

## Kursernas innehåll

Du får läsa, öva och spara det du behöver för ditt eget lärande. Du får inte sprida eller sälja innehållet utan lov av den som äger det.

## När du skriver till andra

Korrespondensen är till för frågor om kursen. Skriv inte hot, kränkningar eller annat som är olagligt. Skriv inte heller känsliga uppgifter om dig själv eller andra om det inte behövs.

## Vad vi ansvarar för

Vi sköter tjänsten omsorgsfullt och rättar fel så fort vi kan. Ibland behöver vi stänga den en stund för underhåll. Den som ger kursen ansvarar för vad som står i den. Villkoren inskränker inte de rättigheter som du har enligt lag.

## Lag och tvist

Svensk lag gäller. Är du konsument kan du vända dig till Allmänna reklamationsnämnden. En tvist kan också prövas i svensk domstol.
`;

export const termsEn = `## What the terms cover

Kursiv is a service for online courses. The terms hold between you who have an account and whoever runs the service. The page Contact us tells who that is.

Whoever gives the course, for example your employer or school, is a customer of ours and has an agreement of its own.

## Your account

- The account is personal. Let nobody else use it.
- What is stated about you must be correct. You correct it yourself under My data.
- Keep your password secret. Do you think that someone else knows it? Change it at once and tell us.

## Keys

A key opens a course once. A key that was made for your e-mail address can only be used by you. A customer may hand out its keys to its own participants but not resell them.

## The content of the courses

You may read, practise and keep what you need for your own learning. You may not spread or sell the content without leave from its owner.

## When you write to others

The correspondence is for questions about the course. Do not write threats, insults or anything else that is unlawful. Do not write sensitive things about yourself or others either, unless it is needed.

## What we are responsible for

We take good care of the service and mend faults as soon as we can. Now and then we need to close it for a while for maintenance. Whoever gives the course is responsible for what it says. The terms do not limit the rights that you have by law.

## Law and disputes

Swedish law applies. As a consumer you can turn to the Swedish National Board for Consumer Disputes. A dispute can also be tried by a Swedish court.
`;

export const firstTerms = { sv: termsSv, en: termsEn };

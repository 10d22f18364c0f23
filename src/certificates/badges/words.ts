import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Digitalt märke',
  text: 'Intyget finns också som en fil för digitala plånböcker, i den öppna standarden Open Badges 3.0. Den som får filen kan kontrollera att den är äkta och att intyget fortfarande gäller. Filen säger inget om dig utom det du väljer här. Vi sparar den inte.',
  name: 'Skriv mitt namn i filen',
  email: 'Lägg in ett avtryck av min mejladress',
  emailHint: 'Den som redan känner till adressen kan då se att märket är ditt. Ingen kan läsa ut adressen ur filen.',
  take: 'Ladda ner märket',
};

const en = {
  title: 'Digital badge',
  text: 'The certificate is also there as a file for digital wallets, in the open standard Open Badges 3.0. Whoever gets the file can check that it is genuine and that the certificate still holds. The file says nothing about you but what you choose here. We do not keep it.',
  name: 'Write my name in the file',
  email: 'Add a digest of my e-mail address',
  emailHint: 'Whoever knows the address already can then see that the badge is yours. Nobody can read the address out of the file.',
  take: 'Download the badge',
} satisfies Words<typeof sv>;

export const badgeWords = { sv, en };

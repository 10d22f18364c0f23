import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { accountWords } from '../account-words.ts';
import type { AccountPageProps } from './account-page.tsx';
import { browserName } from './browser-name.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { RowButton } from './row-button.tsx';

type Row = AccountPageProps['account']['passkeys'][number];

export function PasskeysSection({ account, locale }: AccountPageProps) {
  const text = accountWords[locale].passkeys;
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{text.title}</h2>
      <p>{text.text}</p>
      <Table caption={text.caption} captionHidden columns={columns(locale, account.confirmed)} rows={account.passkeys} empty={text.empty} />
      {account.confirmed && <PasskeyButton act="create" text={text.create} locale={locale} />}
    </section>
  );
}

function columns(locale: Locale, confirmed: boolean): Column<Row>[] {
  const text = accountWords[locale].passkeys;
  const remove: Column<Row> = {
    title: text.action,
    cell: (row) => (
      <RowButton action={href('removePasskey', { passkey: row.id })} text={text.remove} about={browserName(row.name, locale)} />
    ),
  };
  return [
    { title: text.name, cell: (row) => browserName(row.name, locale) },
    { title: text.created, cell: (row) => formatDate(row.created_at, locale) },
    { title: text.used, cell: (row) => (row.last_used_at ? formatDate(row.last_used_at, locale) : text.never) },
    ...(confirmed ? [remove] : []),
  ];
}

/** A calm offer after the first sign-in, for the pages people come to then. Without script it is not shown. */
export function PasskeyOffer({ locale }: { locale: Locale }) {
  const { offer, passkeys } = accountWords[locale];
  return (
    <div hidden data-passkey-offer>
      <Notice kind="tip" title={offer.title}>
        <p>{offer.text}</p>
        <PasskeyButton act="create" text={passkeys.create} locale={locale} />
      </Notice>
    </div>
  );
}

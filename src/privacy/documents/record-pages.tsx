import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { pageWords } from './page-words.ts';

type Props = { customers: { slug: string; name: string }[]; more: boolean; locale: Locale };

/** Art. 30(2): each controller the operator acts for has a record of its own. */
export function CustomerRecords({ customers, more, locale }: Props) {
  const text = pageWords[locale].record;
  const last = customers.at(-1);
  return (
    <section>
      <h2>{text.customers}</h2>
      <p>{customers.length > 0 ? text.customersLead : text.noCustomers}</p>
      <ul>
        {customers.map(({ slug, name }) => (
          <li key={slug}>
            <a href={href('processorRecord', { customer: slug })}>{name}</a>
          </li>
        ))}
      </ul>
      {more && last && (
        <p>
          <a href={`${href('controllerRecord')}?efter=${encodeURIComponent(last.slug)}`}>{text.more}</a>
        </p>
      )}
      <p>
        <a href={href('dataMapPage')}>{text.toMap}</a>
      </p>
    </section>
  );
}

import { categories, purposes, type Category, type PersonalTable, type Purpose } from '../../../data-map/index.ts';
import type { Register } from '../../platform/register.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/dialog.tsx';
import { ErrorSummary, Form, HiddenField, Select, Submit, TextField } from '../../ui/form.tsx';
import { formatDate, formatDateTime, formatNumber } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { toldOf } from '../recipients.ts';
import { objectionable } from '../restrict.ts';
import { categoryOfField } from '../who-sees.ts';
import { ownExportWords } from '../own-exports/words.ts';
import { decisionWords } from '../terms-decisions/words.ts';
import { closingWords } from '../closing/words.ts';
import { words } from '../words.ts';

type Locale = 'sv' | 'en';
export type HeldTable = { table: string; entry: PersonalTable; count: number };
export type MyDataForm = { values: Record<string, string>; errors: { name: string; text: string }[] };
type Look = { at: Date; unit: string | null; purpose: string; fields: string[] };

type Props = {
  locale: Locale;
  account: {
    email: string | null;
    given_name: string;
    family_name: string;
    language: string;
    closed_at: Date | null;
    erase_due_at: Date | null;
    erase_warned_at: Date | null;
  };
  form: MyDataForm | undefined;
  tables: HeldTable[];
  looks: Look[];
  restricted: boolean;
  /** The purposes that the person has objected to. */
  objections: string[];
  /** How many decisions there are about the account. */
  decisions: number;
  operator: { dpoName: string; dpoEmail: string };
  register: Register;
};

export function MyDataPage({ locale, account, form, tables, looks, restricted, objections, decisions, operator, register }: Props) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      {account.erase_due_at && (
        <Notice kind="warning">{`${text.closedNotice(formatDate(account.erase_due_at, locale))} ${account.erase_warned_at ? closingWords[locale].warned(formatDate(account.erase_warned_at, locale)) : closingWords[locale].willWarn}`}</Notice>
      )}
      <ErrorSummary errors={form?.errors ?? []} locale={locale} />
      <section>
        <h2>{text.correct}</h2>
        <Rectification locale={locale} account={account} form={form} />
      </section>
      <section>
        <h2>{text.download}</h2>
        <p>{text.downloadLead}</p>
        <p class="actions">
          <ButtonLink href={href('exportPage')}>{text.readable}</ButtonLink>{' '}
          <ButtonLink href={href('exportZip')} kind="quiet" download>
            {text.zip}
          </ButtonLink>{' '}
          <ButtonLink href={href('exportJson')} kind="quiet" download>
            {text.json}
          </ButtonLink>
        </p>
        <p>
          <a href={href('ownExports')}>{ownExportWords[locale].link}</a>
        </p>
      </section>
      <section>
        <h2>{text.held}</h2>
        {tables.map((held) => (
          <Held key={held.table} held={held} register={register} locale={locale} />
        ))}
      </section>
      <section>
        <h2>{text.looked}</h2>
        <p>{text.lookedLead}</p>
        <Looks looks={looks} locale={locale} />
      </section>
      <p>
        <a href={href('ownNotice')}>{text.ownNotice}</a>
      </p>
      <p>
        <a href={href('ownChoices')}>{text.ownChoices}</a>
      </p>
      {decisions > 0 && (
        <p>
          <a href={href('ownDecisions')}>{decisionWords[locale].ownTitle}</a>
        </p>
      )}
      <p>
        <a href={href('myRoles')}>{text.roles}</a>
      </p>
      <section>
        <h2>{text.restrict}</h2>
        <p>{restricted ? text.restrictedNow : text.restrictLead}</p>
        <Form action={href('chooseRestriction')}>
          <HiddenField name="restriction" value={restricted ? 'off' : 'on'} />
          <Submit text={restricted ? text.liftRestriction : text.restrict} kind="quiet" />
        </Form>
      </section>
      <Objections objections={objections} locale={locale} />
      <section>
        <h2>{text.rights}</h2>
        <p>{text.rightsText}</p>
        <p>
          {text.automated} <a href={href('storageRegister')}>{text.whereStored}</a> <a href={href('supplierRegister')}>{text.suppliers}</a>
        </p>
        <p>
          {text.complain} {text.contactDpo(operator.dpoName, operator.dpoEmail)}
        </p>
      </section>
      <section>
        <h2>{text.close}</h2>
        <p>{text.closeLead}</p>
        <p>
          <ButtonLink href={href('closing')} kind="quiet">
            {text.close}
          </ButtonLink>
        </p>
      </section>
    </>
  );
}

/** Art. 21(4): told apart from all else, with a button for each purpose that one may object to. */
function Objections({ objections, locale }: Pick<Props, 'objections' | 'locale'>) {
  const text = words[locale];
  return (
    <section>
      <h2>{text.object}</h2>
      <p>{text.objectLead}</p>
      {objectionable.map((purpose) => (
        <Form key={purpose} action={href('chooseObjection')}>
          <HiddenField name="purpose" value={purpose} />
          <HiddenField name="objection" value={objections.includes(purpose) ? 'off' : 'on'} />
          <p>
            {purposes[purpose][locale]}. {objections.includes(purpose) && text.objected}
          </p>
          <Submit text={objections.includes(purpose) ? text.withdrawObjection : text.objectTo(purposes[purpose][locale])} kind="quiet" />
        </Form>
      ))}
    </section>
  );
}

function Rectification({ locale, account, form }: Pick<Props, 'locale' | 'account' | 'form'>) {
  const text = words[locale];
  const value = (name: 'given_name' | 'family_name' | 'language') => form?.values[name] ?? account[name];
  const error = (name: string) => form?.errors.find((one) => one.name === name)?.text;
  return (
    <Form action={href('rectify')}>
      <TextField
        name="given_name"
        label={text.givenName}
        value={value('given_name')}
        autocomplete="given-name"
        {...faulty(error('given_name'))}
      />
      <TextField
        name="family_name"
        label={text.familyName}
        value={value('family_name')}
        autocomplete="family-name"
        {...faulty(error('family_name'))}
      />
      <Select
        name="language"
        label={text.language}
        selected={value('language')}
        options={[
          { value: 'sv', text: text.swedish },
          { value: 'en', text: text.english },
        ]}
        {...faulty(error('language'))}
      />
      <p>
        {text.email}: {account.email}. <a href={href('account')}>{text.changeEmail}</a>
      </p>
      <Submit text={text.save} />
    </Form>
  );
}

const faulty = (error: string | undefined) => (error ? { error } : {});

function Held({ held, register, locale }: { held: HeldTable; register: Register; locale: Locale }) {
  const text = words[locale];
  return (
    <Disclosure
      summary={
        <>
          <strong>{held.entry.title[locale]}</strong>{' '}
          <span class="quiet-text">{held.count > 0 ? text.rows(formatNumber(held.count, locale)) : text.nothing}</span>
        </>
      }
    >
      <DefinitionList items={toldOf(register, held.table, held.entry, locale)} />
    </Disclosure>
  );
}

function Looks({ looks, locale }: { looks: Look[]; locale: Locale }) {
  const text = words[locale];
  const fields = (names: string[]) =>
    [...new Set(names.map(categoryOfField))].map((category: Category) => categories[category][locale]).join(', ');
  return (
    <Table
      caption={text.looked}
      captionHidden
      columns={[
        { title: text.when, cell: (look: Look) => formatDateTime(look.at, locale) },
        { title: text.unit, cell: (look) => look.unit ?? '–' },
        { title: text.what, cell: (look) => fields(look.fields) },
        { title: text.purpose, cell: (look) => purposes[look.purpose as Purpose]?.[locale] ?? look.purpose },
      ]}
      rows={looks}
      empty={text.nobodyLooked}
    />
  );
}

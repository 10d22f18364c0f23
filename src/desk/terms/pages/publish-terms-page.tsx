import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { TermsText } from '../../../sign-in/index.ts';
import { Disclosure } from '../../../ui/dialog.tsx';
import { Choices, ErrorSummary, Form, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { ListSteps } from '../../../ui/list-steps.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { words } from '../../operations/words.ts';
import type { Prepared } from '../prepared.ts';
import type { Proposal } from '../publish-terms.ts';
import type { TermsVersion, VersionRow } from '../terms.queries.ts';
import { termsWords } from '../terms-words.ts';
import { MarkedText } from './marked-text.tsx';
import { TermsDiffer } from './terms-differ.tsx';

type PublishTermsPageProps = {
  locale: Locale;
  versions: readonly VersionRow[];
  /** The last version, when there are more. */
  next: number | undefined;
  isFirst: boolean;
  latest: TermsVersion | undefined;
  typed: Record<string, string>;
  errors: FieldError[];
  proposal: Proposal | undefined;
  /** What the map and the settings make, after the operator's own words. */
  frame: Record<Locale, string> | undefined;
  /** The next version, where what is published says something else. */
  prepared: Prepared | undefined;
};

export function PublishTermsPage(props: PublishTermsPageProps) {
  const { locale, versions, next, isFirst, latest, errors, proposal } = props;
  const text = termsWords[locale].admin;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('operations')}>{words[locale].operations.title}</a>} title={text.title} lead={text.lead} />
      {props.prepared && !proposal && <TermsDiffer prepared={props.prepared} mayPublish locale={locale} />}
      {proposal && latest && (
        <section>
          <h2>{text.reviewTitle}</h2>
          <MarkedText before={latest.text.sv} after={proposal.text.sv} language="sv" locale={locale} />
          <hr />
          <MarkedText before={latest.text.en} after={proposal.text.en} language="en" locale={locale} />
        </section>
      )}
      <section>
        <h2>{text.write}</h2>
        <TermsForm {...props} />
        {props.frame && <Frame frame={props.frame} locale={locale} />}
      </section>
      <section>
        <h2>{text.versions}</h2>
        <Versions versions={versions} locale={locale} />
        <ListSteps here={href('termsVersions')} text={text.steps} {...{ next, isFirst }} />
      </section>
    </>
  );
}

function TermsForm({ locale, typed, errors, proposal }: PublishTermsPageProps) {
  const text = termsWords[locale].admin;
  const field = (name: string) => {
    const error = errors.find((one) => one.name === name)?.text;
    return { name, value: typed[name] ?? '', ...(error ? { error } : {}) };
  };
  const { error } = field('applies_to');
  return (
    <Form action={href('publishTerms')}>
      <TextArea label={text.textSv} hint={text.textHint} rows={20} {...field('text_sv')} />
      <TextArea label={text.textEn} hint={text.textHint} rows={20} {...field('text_en')} />
      <TextField type="date" label={text.day} hint={text.dayHint} {...field('in_force_on')} />
      <Choices
        kind="radio"
        name="applies_to"
        legend={text.appliesTo}
        selected={typed['applies_to'] ?? ''}
        options={[
          { value: 'everyone', text: text.everyone },
          { value: 'new-accounts', text: text.newAccounts, hint: text.newAccountsHint },
        ]}
        {...(error ? { error } : {})}
      />
      <div class="actions">
        {proposal && <Submit text={text.publish} name="act" value="publish" />}
        <Submit text={text.review} kind={proposal ? 'quiet' : 'primary'} name="act" value="review" />
      </div>
    </Form>
  );
}

/** Not to be typed: it follows the own words by itself. */
function Frame({ frame, locale }: { frame: Record<Locale, string>; locale: Locale }) {
  const text = termsWords[locale].admin;
  return (
    <>
      <h3>{text.frame}</h3>
      <p>{text.frameLead}</p>
      {(['sv', 'en'] as const).map((language) => (
        <Disclosure key={language} summary={text.frameIn[language]}>
          <div lang={language}>
            <TermsText text={frame[language]} />
          </div>
        </Disclosure>
      ))}
    </>
  );
}

function Versions({ versions, locale }: Pick<PublishTermsPageProps, 'versions' | 'locale'>) {
  const text = termsWords[locale].admin;
  const isTold = ({ version, applies_to, announced_at }: VersionRow) => {
    if (applies_to === 'new-accounts' || version === 1) return text.noMail;
    return announced_at ? text.told : text.notTold;
  };
  return (
    <Table
      caption={text.versions}
      captionHidden
      rows={versions}
      empty={text.noOlder}
      columns={[
        { title: text.number, cell: ({ version }) => <a href={href('termsVersion', { version })}>{version}</a> },
        { title: text.date, cell: ({ in_force_at }) => formatDate(in_force_at, locale) },
        { title: text.whom, cell: ({ applies_to }) => (applies_to === 'everyone' ? text.everyone : text.newAccounts) },
        { title: text.told, cell: isTold },
      ]}
    />
  );
}

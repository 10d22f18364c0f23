import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { issueWords } from '../issue-words.ts';
import type { Topic } from '../subscriber.ts';

type TopicsPageProps = {
  locale: Locale;
  topics: readonly (Topic & { subscribers: number })[];
  typed: Record<string, string>;
  errors: FieldError[];
};

export function TopicsPage({ locale, topics, typed, errors }: TopicsPageProps) {
  const text = issueWords[locale];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('newsletterIssues')}>{text.title}</a>} title={text.topicsTitle} lead={text.topicsLead} />
      <Table
        caption={text.topics}
        captionHidden
        rows={topics}
        empty={text.noTopicsYet}
        columns={[
          { title: text.topic, cell: ({ title }) => title[locale] },
          { title: text.subscribers, cell: ({ subscribers }) => formatNumber(subscribers, locale), numeric: true },
          {
            title: text.end,
            cell: ({ id, title }) => (
              <form method="post" action={href('endTopic')}>
                <button class="as-link" name="topic" value={id} aria-label={text.endOf(title[locale])}>
                  {text.end}
                </button>
              </form>
            ),
          },
        ]}
      />
      <section>
        <h2>{text.addTopic}</h2>
        <Form action={href('saveTopic')}>
          <HiddenField name="client_id" value={typed['client_id'] ?? ''} />
          {(['title', 'lead'] as const).flatMap((part) =>
            (['sv', 'en'] as const).map((language) => <TopicField key={part + language} {...{ part, language, typed, errors, locale }} />),
          )}
          <Submit text={text.add} />
        </Form>
      </section>
    </>
  );
}

type TopicFieldProps = Omit<TopicsPageProps, 'topics'> & { part: 'title' | 'lead'; language: Locale };

function TopicField({ part, language, typed, errors, locale }: TopicFieldProps) {
  const text = issueWords[locale];
  const name = `${part}_${language}`;
  const error = errors.find((one) => one.name === name)?.text;
  return (
    <TextField
      name={name}
      label={(part === 'title' ? text.topicTitle : text.topicLead)[language]}
      required={part === 'title'}
      maxlength={part === 'title' ? 100 : 300}
      value={typed[name] ?? ''}
      {...(error ? { error } : {})}
    />
  );
}

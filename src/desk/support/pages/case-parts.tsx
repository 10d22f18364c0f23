import { href } from '../../../routes.ts';
import { Form, HiddenField, Select, Submit } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { deskWords } from '../../enquiries/desk-words.ts';
import { showNumber } from '../../enquiries/enquiry.ts';
import type { EnquiryPageProps } from '../../enquiries/pages/enquiry-page.tsx';
import type { OtherCase } from '../merge.queries.ts';

/** Who of the desk's people looks after the case. */
export function Assignment({ locale, enquiry, colleagues, me }: EnquiryPageProps) {
  const text = deskWords[locale].assign;
  const nameOf = ({ id, given_name, family_name }: EnquiryPageProps['colleagues'][number]) => {
    const name = `${given_name} ${family_name}`.trim();
    return id === me ? text.me(name) : name;
  };
  return (
    <section>
      <h2>{text.title}</h2>
      <Form action={href('assignEnquiry', { enquiry: enquiry.id })}>
        <div class="in-a-row">
          <Select
            name="assignee"
            label={text.label}
            selected={enquiry.assignee_id ?? ''}
            options={[{ value: '', text: text.nobody }, ...colleagues.map((one) => ({ value: one.id, text: nameOf(one) }))]}
          />
          <Submit text={text.save} kind="quiet" />
        </div>
      </Form>
    </section>
  );
}

/** Cases of one sender: those that are one with this, and those that could be. */
export function Together({ locale, enquiry, merged, others }: EnquiryPageProps) {
  if (merged.length === 0 && others.length === 0) return null;
  const text = deskWords[locale].merge;
  return (
    <section>
      <h2>{text.title}</h2>
      {merged.map((part) => (
        <Form key={part.id} action={href('splitEnquiry', { enquiry: enquiry.id })}>
          <p>{text.part(showNumber(part.case_number))}</p>
          <HiddenField name="part" value={part.id} />
          <button class="quiet">
            {text.split}
            <span class="unseen">: {text.which(showNumber(part.case_number))}</span>
          </button>
        </Form>
      ))}
      {others.length > 0 && (
        <>
          <p>{text.lead}</p>
          <Form action={href('mergeEnquiry', { enquiry: enquiry.id })}>
            <Select name="part" label={text.label} options={others.map((one) => ({ value: one.id, text: describe(one, locale) }))} />
            <Submit text={text.button} kind="quiet" />
          </Form>
        </>
      )}
    </section>
  );
}

const describe = ({ case_number, kind, created_at }: OtherCase, locale: Locale): string =>
  `${showNumber(case_number)}, ${deskWords[locale].kinds[kind]}, ${formatDate(created_at, locale)}`;

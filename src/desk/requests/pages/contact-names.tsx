import { namedWords, namesShown, type NameRow } from '../../../customers/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import type { DataRequest } from '../request.ts';

type ContactNamesProps = {
  locale: Locale;
  request: DataRequest;
  typed: Record<string, string>;
  errors: readonly FieldError[];
  names: readonly NameRow[] | undefined;
};

/** N-44: a name that a customer has stated at an address of its own is found by the name, and the officer decides whose it is. */
export function ContactNames({ locale, request, typed, errors, names }: ContactNamesProps) {
  const text = namedWords[locale].names;
  const action = href('contactNames', { request: request.id });
  const error = errors.find(({ name }) => name === 'contact_name')?.text;
  return (
    <section>
      <h2>{text.title}</h2>
      <p>{text.lead}</p>
      <Form action={action}>
        <TextField
          name="contact_name"
          label={text.search}
          hint={text.searchHint}
          maxlength={200}
          autocomplete="off"
          value={typed['contact_name'] ?? ''}
          {...(error ? { error } : {})}
        />
        <Submit text={text.button} kind="quiet" />
      </Form>
      {names && <p role="status">{said(names, locale)}</p>}
      {(names ?? []).slice(0, namesShown).map(({ id, name, customer, part }) => (
        <Form key={id} action={action}>
          <HiddenField name="contact" value={id} />
          <p>
            <strong>{name}</strong> ({text.line(customer, namedWords[locale].parts[part])})
          </p>
          <Submit text={text.remove(name)} kind="quiet" />
        </Form>
      ))}
    </section>
  );
}

function said(names: readonly NameRow[], locale: Locale): string {
  const text = namedWords[locale].names;
  if (names.length === 0) return text.none;
  return names.length > namesShown ? text.tooMany(namesShown) : text.found(names.length);
}

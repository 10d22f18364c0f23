import type { ComponentChildren } from 'preact';
import type { Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { Form, Submit } from '../../ui/form.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { page } from '../../ui/page.tsx';
import { linkWords } from './link-words.ts';

/** A form for anyone that has its effect once the address has said yes, by a link that is sent there. */
type FormByLink = 'contact' | 'removal' | 'newsletter' | 'requestForm';

/** The form is sent: what comes by mail, and what to do when nothing comes. The same whether or not the address is known (N-41). */
export function showAsked(visit: Visit, lead: string, again: { to: FormByLink; text: string }): Response {
  const text = linkWords[visit.locale];
  return page(
    visit,
    { title: text.askedTitle, width: 'narrow' },
    <>
      <PageHeading title={text.askedTitle} lead={lead} />
      {visit.house.development && (
        <p>
          <a href={href('localMails')}>{text.local}</a>
        </p>
      )}
      <p>{text.notCome}</p>
      <p>
        <a href={href(again.to)}>{again.text}</a>
      </p>
    </>,
  );
}

type Confirming = {
  title: string;
  lead: string;
  items?: readonly string[];
  action: string;
  button: { text: string; kind?: 'primary' | 'danger' };
  /** Between what it is about and the button. */
  children?: ComponentChildren;
  /** For whoever did not ask. */
  hint?: string;
};

/** Behind the link: what it does, and the button. A press, not a look: mail programs open links by themselves. */
export function showConfirm(visit: Visit, { title, lead, items = [], action, button, children, hint }: Confirming): Response {
  const body = (
    <>
      <PageHeading title={title} lead={lead} />
      {items.length > 0 && (
        <ul>
          {items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      )}
      {children}
      <Form action={action}>
        <Submit {...button} />
      </Form>
      {hint && <p class="hint">{hint}</p>}
    </>
  );
  return neverStored(page(visit, { title, width: 'narrow' }, body));
}

/** A link opens nothing when what it led to is gone; a forged one looks the same. */
export function linkEnded(visit: Visit, to: FormByLink): Response {
  const text = linkWords[visit.locale];
  return page(
    visit,
    { title: text.endedTitle, status: 404, width: 'narrow' },
    <>
      <PageHeading title={text.endedTitle} lead={text[to].lead} />
      <p>
        <a href={href(to)}>{text[to].link}</a>
      </p>
    </>,
  );
}

/** Personal though nobody is signed in: no cache may keep it (E-04). */
export function neverStored(response: Response): Response {
  response.headers.set('cache-control', 'private, no-store');
  return response;
}

import { Form, Submit } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import type { AskedBy, Protection } from './protection.queries.ts';
import { protectionWords } from './words.ts';

type ProtectionSectionProps = { locale: Locale; action: string; as: AskedBy; protection: Protection | undefined };

/** What is hidden and for whom, and the button of whoever looks: the other's choice stands beside it. */
export function ProtectionSection({ locale, action, as, protection }: ProtectionSectionProps) {
  const text = protectionWords[locale];
  const mine = as === 'person';
  const chosen = protection && (mine ? protection.byPerson : protection.byCustomer);
  const choice = mine ? [text.protect, text.show] : [text.protectTheirs, text.showTheirs];
  return (
    <section id="protection">
      <h2>{text.title}</h2>
      {protection ? (
        <>
          <p>
            <strong>{mine ? text.is(protection.designation) : text.isTheirs(protection.designation)}</strong>
          </p>
          <p>{mine ? text.words : text.keep}</p>
          {mine && protection.byCustomer && <p>{text.byCustomer}</p>}
          {!mine && protection.byPerson && <p>{text.byPerson}</p>}
        </>
      ) : (
        <p>{mine ? text.forPerson : text.forCustomer}</p>
      )}
      <Form action={action}>
        <Submit text={choice[chosen ? 1 : 0]!} kind="quiet" name="protect" value={chosen ? 'no' : 'yes'} />
      </Form>
    </section>
  );
}

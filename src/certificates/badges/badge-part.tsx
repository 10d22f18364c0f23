import { href } from '../../routes.ts';
import { Checkbox, Form, Submit } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { badgeWords } from './words.ts';

type BadgePartProps = { locale: Locale; at: { customer: string; course: string }; hasName: boolean };

/** The certificate as a file for a digital wallet; what it tells of its holder is theirs to choose. */
export function BadgePart({ locale, at, hasName }: BadgePartProps) {
  const text = badgeWords[locale];
  return (
    <section aria-labelledby="badge">
      <h2 id="badge">{text.title}</h2>
      <p>{text.text}</p>
      <Form action={href('takeBadge', at)}>
        {hasName && <Checkbox name="told_name" label={text.name} />}
        <Checkbox name="told_email" label={text.email} hint={text.emailHint} />
        <Submit kind="quiet" text={text.take} />
      </Form>
    </section>
  );
}

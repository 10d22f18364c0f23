import { href } from '../../../routes.ts';
import { Form, HiddenField, Submit } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { Prepared } from '../prepared.ts';
import { termsWords } from '../terms-words.ts';

/** The terms no longer say what is done. Whoever may publish has the next version ready behind one button; it is reviewed before it is published. */
export function TermsDiffer({ prepared, mayPublish, locale }: { prepared: Prepared; mayPublish: boolean; locale: Locale }) {
  const text = termsWords[locale].admin;
  return (
    <Notice kind="warning" title={text.differs}>
      <p>{mayPublish ? text.differsText : text.differsForOthers}</p>
      {mayPublish && (
        <Form action={href('publishTerms')}>
          <HiddenField name="text_sv" value={prepared.own.sv} />
          <HiddenField name="text_en" value={prepared.own.en} />
          <HiddenField name="in_force_on" value={prepared.day} />
          <HiddenField name="applies_to" value="everyone" />
          <HiddenField name="act" value="review" />
          <Submit text={text.prepare} />
        </Form>
      )}
    </Notice>
  );
}

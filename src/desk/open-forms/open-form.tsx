import type { ComponentChildren } from 'preact';
import { ErrorSummary, Form, HiddenField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { formWords } from './form-words.ts';
import type { OpenForm as State } from './take-form.ts';

type OpenFormProps = { action: string; form: State; locale: Locale; children: ComponentChildren; files?: boolean };

/** A form for anyone: what was wrong first, then the fields, and what only robots fill in. */
export function OpenForm({ action, form, locale, children, files = false }: OpenFormProps) {
  const text = formWords[locale];
  return (
    <>
      <ErrorSummary errors={form.errors} locale={locale} />
      {form.problem && (
        <div role="alert">
          <Notice kind="problem" title={text.problemTitle}>
            {form.problem}
          </Notice>
        </div>
      )}
      <Form action={action} {...(files ? { enctype: 'multipart/form-data' } : {})}>
        <HiddenField name="seal" value={form.seal} />
        {form.hasWarned && <HiddenField name="has_warned" value="yes" />}
        <Trap label={text.trap} value={form.trap} />
        {children}
      </Form>
    </>
  );
}

/** Out of sight and out of the way of keyboards and screen readers, until it was filled in by mistake. */
function Trap({ label, value }: { label: string; value: string | undefined }) {
  const isHidden = value === undefined;
  return (
    <div class={isHidden ? 'unseen' : 'field wrong'} aria-hidden={isHidden ? 'true' : undefined}>
      <label for="field-website">{label}</label>
      <input id="field-website" name="website" autocomplete="off" tabindex={isHidden ? -1 : undefined} value={value ?? ''} />
    </div>
  );
}

/** The value and the error of one field, ready to be spread over it. */
export function kept(form: State, name: string): { value?: string; error?: string } {
  const value = form.typed[name];
  return { ...(value === undefined ? {} : { value }), ...errorOf(form, name) };
}

/** The same for a field that cannot be filled in for anyone: files. */
export function errorOf({ errors }: State, name: string): { error?: string } {
  const error = errors.find((one) => one.name === name)?.text;
  return error === undefined ? {} : { error };
}

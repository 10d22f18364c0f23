import { Checkbox, Choices, ErrorSummary, Form, Select, Submit, TextArea, TextField } from './form.tsx';
import type { Locale } from './locale.ts';

const keyError = 'Nyckeln ska ha nio tecken. Du har skrivit åtta.';

/** Every field, at rest and with something to put right. */
export function StyleForms({ locale }: { locale: Locale }) {
  return (
    <section aria-labelledby="forms">
      <h2 id="forms">Formulär</h2>
      <ErrorSummary locale={locale} errors={[{ name: 'key', text: keyError }]} />
      <Form action="#forms" method="get">
        <TextField
          name="key"
          label="Nyckel"
          hint="Nio tecken, till exempel 7KM-Q4X-R9T."
          value="7KM-Q4X-R9"
          error={keyError}
          size={12}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <TextField name="email" label="Mejladress" type="email" autocomplete="email" value="aino@skola.example" />
        <TextField
          name="password"
          label="Lösenord"
          hint="Minst 12 tecken. En mening du minns går bra."
          type="password"
          autocomplete="new-password"
        />
        <TextArea name="message" label="Meddelande" required={false} rows={3} />
        <Select
          name="language"
          label="Språk"
          selected="sv"
          options={[
            { value: 'sv', text: 'Svenska' },
            { value: 'en', text: 'English' },
          ]}
        />
        <Choices
          kind="radio"
          name="answer"
          legend="Vad hjälper mest när du är trött?"
          selected="pause"
          options={[
            { value: 'coffee', text: 'En kopp kaffe till' },
            { value: 'pause', text: 'En kort paus', hint: 'Fem minuter räcker ofta.' },
            { value: 'later', text: 'Att skjuta upp det till kvällen' },
          ]}
        />
        <Checkbox
          name="terms"
          label="Jag har läst och godkänner villkoren"
          hint="Du kan säga upp avtalet när du vill."
          error="Du behöver godkänna villkoren för att fortsätta."
        />
        <div class="actions">
          <Submit text="Lös in nyckeln" />
          <Submit text="Spara utkast" kind="quiet" />
          <Submit text="Ta bort kontot" kind="danger" />
        </div>
      </Form>
    </section>
  );
}

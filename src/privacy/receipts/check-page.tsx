import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { ErrorSummary, Form, Submit, TextArea, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ReceiptText } from './receipt-page.tsx';
import type { AnyReceipt } from './any-receipt.ts';
import { ConsentText } from './consent-text.tsx';
import type { Checked } from './signed-receipt.ts';
import { receiptWords } from './words.ts';

const command = 'kursiv verify receipt kvitto.json --key KEY';

function Said({ locale, document }: { locale: Locale; document: AnyReceipt }) {
  return document.format === 'kursiv-consent-receipt' ? (
    <ConsentText locale={locale} document={document} />
  ) : (
    <ReceiptText locale={locale} document={document} />
  );
}

type Props = { locale: Locale; publicKey: string; errors: FieldError[]; typed: string; checked: Checked<AnyReceipt> | undefined };

export function CheckPage({ locale, publicKey, errors, typed, checked }: Props) {
  const text = receiptWords[locale];
  const error = errors[0]?.text;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.checkTitle} lead={text.checkLead} />
      {checked && (
        <Notice kind={checked.state === 'genuine' ? 'done' : 'problem'} title={text.verdicts[checked.state]}>
          {text.verdictTexts[checked.state]}
        </Notice>
      )}
      {checked?.state === 'genuine' && <Said locale={locale} document={checked.document} />}
      <Form action={href('checkGivenReceipt')} enctype="multipart/form-data">
        <TextField
          name="file"
          type="file"
          accept=".json,application/json"
          label={text.file}
          required={false}
          {...(error ? { error } : {})}
        />
        <TextArea name="receipt" label={text.paste} value={typed} rows={6} spellcheck={false} required={false} />
        <Submit text={text.check} />
      </Form>
      <section>
        <h2>{text.key}</h2>
        <p>
          <code>{publicKey}</code>
        </p>
        <p>{text.keyText}</p>
        <p>
          <code>{command}</code>
        </p>
      </section>
    </>
  );
}

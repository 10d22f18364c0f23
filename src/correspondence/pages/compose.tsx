import { offered } from '../../platform/attached-files/file-type.ts';
import { Checkbox, Form, HiddenField, Select, Submit, TextArea, TextField } from '../../ui/form.tsx';
import { FileField } from '../../ui/file-field.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import type { ReplyRow } from '../saved-replies/saved-reply.queries.ts';
import { words } from '../words.ts';

export type ComposeProps = {
  locale: Locale;
  action: string;
  draftAction: string;
  /** Made anew with every page: a form that is sent twice is one message. */
  clientId: string;
  hint: string;
  typed: string | undefined;
  errors: readonly { name: string; text: string }[];
  /** The page one came from. */
  page: { id: string; title: string } | undefined;
  /** When the draft that is shown was saved. */
  savedAt: string | undefined;
  /** What an administrator has saved to answer with. */
  replies: { list: readonly ReplyRow[]; hasMore: boolean; sought: string; href: string } | undefined;
};

/** Where a page is opened that has just kept a draft. */
export const composePlace = 'skriv';

export function Compose({ locale, action, draftAction, clientId, hint, typed, errors, page, savedAt, replies }: ComposeProps) {
  const text = words[locale];
  const error = (name: string) => {
    const texts = errors.filter((one) => one.name === name).map((one) => one.text);
    return texts.length > 0 ? { error: texts.join(' ') } : {};
  };
  return (
    <Form action={action} enctype="multipart/form-data" id={composePlace} data-compose="" data-draft={draftAction}>
      <HiddenField name="client_id" value={clientId} />
      {page && (
        <div data-about-page="">
          <Checkbox name="page" value={page.id} checked label={text.aboutPage.send(page.title)} />
        </div>
      )}
      {replies && <SavedReplies locale={locale} draftAction={draftAction} replies={replies} />}
      <TextArea name="body" label={text.compose} hint={hint} {...(typed ? { value: typed } : {})} {...error('body')} />
      <div data-number hidden role="status">
        <Notice kind="warning" title={text.number.title}>
          {text.number.typing}
        </Notice>
      </div>
      <FileField name="files" accept={offered} {...error('files')} />
      <p class="facts" data-draft-state="" role="status">
        {savedAt && text.draft.saved(savedAt)}
      </p>
      <div class="actions">
        <Submit text={text.send} />
        <Submit
          text={text.draft.save}
          kind="quiet"
          formaction={draftAction}
          formenctype="application/x-www-form-urlencoded"
          data-save-draft=""
        />
      </div>
    </Form>
  );
}

type SavedRepliesProps = { locale: Locale; draftAction: string; replies: NonNullable<ComposeProps['replies']> };

/** A script puts the text in where the cursor stands; without one the server puts it at the end of the draft. */
function SavedReplies({ locale, draftAction, replies: { list, hasMore, sought, href } }: SavedRepliesProps) {
  const text = words[locale].replies;
  const bodies = JSON.stringify(Object.fromEntries(list.map(({ id, body }) => [id, body])));
  const seeks = hasMore || sought !== '';
  return (
    <div class="saved-replies" data-replies={bodies} data-failed={text.findFailed}>
      {seeks && (
        <>
          <TextField name="reply_search" label={text.list.search} hint={text.findHint} value={sought} required={false} />
          <Submit
            text={text.find}
            kind="quiet"
            name="find"
            value="replies"
            formaction={`${draftAction}#${composePlace}`}
            formenctype="application/x-www-form-urlencoded"
            data-find-reply=""
          />
          <p class="facts" role="status">
            {sought !== '' && (list.length > 0 ? text.found(list.length, hasMore) : `${text.list.noneTitle}. ${text.list.none}`)}
          </p>
        </>
      )}
      {list.length > 0 && (
        <>
          <Select name="reply" label={text.choose} required={false} options={list.map(({ id, title }) => ({ value: id, text: title }))} />
          <Submit
            text={text.insert}
            kind="quiet"
            name="insert"
            value="yes"
            formaction={draftAction}
            formenctype="application/x-www-form-urlencoded"
            data-insert-reply=""
          />
        </>
      )}
      <p class="facts">
        <a href={href}>{list.length > 0 || seeks ? text.manage : text.begin}</a>
      </p>
    </div>
  );
}

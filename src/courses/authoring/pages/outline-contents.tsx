import { href } from '../../../routes.ts';
import { Disclosure } from '../../../ui/dialog.tsx';
import { Form, HiddenField, Select, Submit, TextField } from '../../../ui/form.tsx';
import { formatMinutes } from '../../../ui/format.ts';
import type { DraftPage } from '../draft.queries.ts';
import type { Section } from '../section.queries.ts';
import { grouped, stepsOf } from '../sections.ts';
import { words } from '../words.ts';
import { Arrange } from './arrange.tsx';
import type { OutlinePageProps } from './outline-page.tsx';

/** The pages in their sections, each with the buttons that move it. */
export function Contents(props: OutlinePageProps) {
  const { pages, sections, locale } = props;
  return (
    <div class="arranged-groups">
      {grouped(pages, sections).map(({ section, pages: own }) => (
        <div key={section?.id ?? ''}>
          {section && <SectionHead {...props} section={section} />}
          {section && own.length === 0 && <p class="facts">{words[locale].outline.emptySection}</p>}
          {own.length > 0 && (
            <ol class="arranged">
              {own.map((page) => (
                <PageRow key={page.id} {...props} page={page} />
              ))}
            </ol>
          )}
        </div>
      ))}
    </div>
  );
}

function SectionHead({ locale, at, course, sections, section, errors }: OutlinePageProps & { section: Section }) {
  const text = words[locale].outline;
  const action = href('saveSection', { ...at, section: section.id });
  const field = `title-${section.id}`;
  const error = errors.find(({ name }) => name === field)?.text;
  return (
    <div class="section-head" id={`avsnitt-${section.id}`}>
      <h3 lang={course.language}>{section.title}</h3>
      <Arrange locale={locale} action={action} title={section.title} place={section.position} places={sections.length} />
      <Disclosure summary={text.rename} open={error !== undefined}>
        <Form action={action}>
          <TextField
            name="title"
            id={`field-${field}`}
            label={text.sectionName}
            value={section.title}
            autocomplete="off"
            {...(error ? { error } : {})}
          />
          <Submit text={text.saveName} kind="quiet" />
        </Form>
      </Disclosure>
    </div>
  );
}

function PageRow({ locale, at, course, pages, sections, questions, page }: OutlinePageProps & { page: DraftPage }) {
  const text = words[locale].outline;
  const asked = questions.filter(({ pageId }) => pageId === page.id).length;
  const index = pages.indexOf(page);
  return (
    <li id={`sida-${page.id}`}>
      <div>
        <a href={href('draftPage', { ...at, page: page.id })} lang={course.language}>
          {page.title}
        </a>
        <p class="facts">
          {formatMinutes(page.minutes, locale)}, {text.questions(asked)}
        </p>
      </div>
      <Arrange
        locale={locale}
        action={href('arrangePage', { ...at, page: page.id })}
        title={page.title}
        place={index + 1}
        places={pages.length}
        steps={stepsOf(pages, sections, index)}
      />
    </li>
  );
}

export function NewSection({ locale, at, pages, newId, errors }: OutlinePageProps) {
  const text = words[locale].outline;
  const error = errors.find(({ name }) => name === 'section')?.text;
  const options = [{ value: '', text: text.sectionLast }, ...pages.map(({ id, title }) => ({ value: id, text: title }))];
  return (
    <Disclosure summary={text.addSectionTitle} open={error !== undefined}>
      <p>{text.addSectionHint}</p>
      <Form action={href('addSection', at)}>
        <HiddenField name="id" value={newId} />
        <TextField name="section" label={text.sectionName} autocomplete="off" {...(error ? { error } : {})} />
        <Select name="from" label={text.sectionFrom} options={options} selected="" />
        <Submit text={text.addSection} kind="quiet" />
      </Form>
    </Disclosure>
  );
}

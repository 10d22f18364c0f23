import type { CustomerInScope } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { Disclosure } from '../../ui/dialog.tsx';
import type { Locale } from '../../ui/locale.ts';
import type { CourseRow } from '../courses.queries.ts';
import { fromMarkdown } from '../markdown.ts';
import { renderDocument } from '../render-document.ts';
import { streamType } from '../render-media.ts';
import { words } from '../words.ts';
import { InLanguage } from './in-language.tsx';

type FilmProps = { course: CourseRow; film: NonNullable<CourseRow['film']>; customer: CustomerInScope; locale: Locale };

/** The intro film. The browser's own player: known controls, every one of them by keyboard. */
export function Film({ course, film, customer, locale }: FilmProps) {
  const text = words[locale].film;
  const file = (id: string) => href('courseFile', { customer: customer.slug, file: id });
  const texts = course.film_texts.toSorted((a, b) => Number(b.language === locale) - Number(a.language === locale));
  return (
    <figure class="film">
      <video
        controls
        preload="none"
        playsInline
        width={1280}
        height={720}
        poster={film.poster_file_id ? file(film.poster_file_id) : undefined}
        aria-label={film.title}
      >
        {film.stream_file_id && <source src={file(film.stream_file_id)} type={streamType} />}
        <source src={file(film.file_id)} type="video/mp4" />
        {texts.map(({ language, caption_file_id }) => (
          <track
            key={language}
            kind="captions"
            srclang={language}
            label={text.captions[language as Locale]}
            src={file(caption_file_id)}
            // Whoever reads in another language than the film speaks needs the words at once.
            default={language === locale && language !== course.language}
          />
        ))}
        <p>
          {text.unplayable} <a href={file(film.file_id)}>{text.download}</a>
        </p>
      </video>
      <figcaption class="transcript">
        <InLanguage language={course.language} locale={locale}>
          {film.title}
        </InLanguage>
      </figcaption>
      {texts
        .filter(({ transcript }) => transcript.trim() !== '')
        .map(({ language, transcript }) => (
          <Disclosure key={language} summary={text.transcript[language as Locale]}>
            <div
              class="prose"
              lang={language === locale ? undefined : language}
              dangerouslySetInnerHTML={{ __html: transcriptHtml(transcript, language) }}
            />
          </Disclosure>
        ))}
    </figure>
  );
}

/** The transcript without its heading: the summary above has already named it. */
function transcriptHtml(transcript: string, language: string): string {
  const document = fromMarkdown(transcript);
  const content = document.content[0]?.type === 'heading' ? document.content.slice(1) : document.content;
  return renderDocument({ ...document, content }, language === 'en' ? 'en' : 'sv');
}

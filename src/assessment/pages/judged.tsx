import { href } from '../../routes.ts';
import { Form, Submit, TextArea } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import type { QuestionOf } from '../question.ts';
import { words } from '../words.ts';
import type { ResultItemProps } from './result-item.tsx';

type JudgedProps = Omit<ResultItemProps, 'question'> & { question: QuestionOf<'free' | 'file'> };

/** How a person marked the answer, and the way to ask for a review of it. */
export function Judged({ locale, question, marking, review, refused, at }: JudgedProps) {
  const text = words[locale].result;
  return (
    <>
      {marking && (
        <ul>
          {question.body.criteria.map(({ id, title, levels }) => (
            <li key={id}>
              {title && `${title}: `}
              {levels.find((level) => level.id === marking.levels[id])?.title ?? '–'}
            </li>
          ))}
        </ul>
      )}
      {marking?.comment && (
        <>
          <p class="facts">{text.comment}</p>
          <p class="said">{marking.comment}</p>
        </>
      )}
      {review && review.answer !== null && (
        <>
          <p class="facts">{text.reviewAnswered}</p>
          <p class="said">{review.answer}</p>
        </>
      )}
      {review && review.answer === null && <p>{text.reviewSent(formatDateTime(review.requestedAt, locale))}</p>}
      {!review && marking && (
        <details class="disclosure" open={refused !== undefined}>
          <summary>{text.review}</summary>
          <Form action={href('askForReview', { ...at, question: question.id })}>
            <TextArea
              name="body"
              id={`field-body-${question.id}`}
              label={text.reviewText}
              hint={text.reviewHint}
              rows={4}
              value={refused?.typed ?? ''}
              {...(refused ? { error: refused.error } : {})}
            />
            <Submit kind="quiet" text={text.reviewSend} />
          </Form>
        </details>
      )}
    </>
  );
}

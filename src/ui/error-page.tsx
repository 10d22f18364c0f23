import { href } from '../routes.ts';
import { ButtonLink } from './button-link.tsx';
import { frameWords } from './frame-words.ts';
import { PageHeading } from './page-heading.tsx';
import { page, type Visitor } from './page.tsx';

type Status = Exclude<keyof (typeof frameWords)['sv']['error'], 'back'>;

/** One page for every error: what happened and what to do, never why in our words for machines. */
export function errorPage(visitor: Visitor, status: number): Response {
  const known = (status in frameWords.sv.error ? status : 500) as Status;
  const words = frameWords[visitor.locale].error;
  const { title, text } = words[known];
  return page(
    visitor,
    { title, status, width: 'narrow' },
    <>
      <PageHeading title={title} />
      <p>{text}</p>
      <p>
        <ButtonLink href={href('start')}>{words.back}</ButtonLink>
      </p>
    </>,
  );
}

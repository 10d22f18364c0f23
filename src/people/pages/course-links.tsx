import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { useLocale } from '../../ui/language.ts';
import { words } from '../words.ts';

type CourseLinksProps = {
  customer: string;
  course: string;
  to: readonly (
    | 'students'
    | 'followUp'
    | 'deadlines'
    | 'statistics'
    | 'keys'
    | 'inbox'
    | 'marking'
    | 'testTerms'
    | 'items'
    | 'certificates'
  )[];
};

/** From one of the rooms of whoever looks after a course to the others. */
export function CourseLinks({ customer, course, to }: CourseLinksProps) {
  const text = words[useLocale()].nav;
  const hrefs = {
    students: href('students', { customer, course }),
    deadlines: href('deadlines', { customer, course }),
    followUp: href('followUp', { customer, course }),
    statistics: href('statistics', { customer, course }),
    keys: href('keyBatches', { customer }),
    inbox: href('inbox', { customer }),
    marking: href('marking', { customer, course }),
    testTerms: href('testTerms', { customer, course }),
    items: href('itemStatistics', { customer, course }),
    certificates: href('courseCertificates', { customer, course }),
  };
  return (
    <>
      {to.map((name) => (
        <ButtonLink key={name} href={hrefs[name]} kind="quiet">
          {text[name]}
        </ButtonLink>
      ))}
    </>
  );
}

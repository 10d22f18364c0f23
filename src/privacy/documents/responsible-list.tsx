import { useLocale } from '../../ui/language.ts';
import { sayController, type Controller } from './controller.ts';
import { Linked } from './document-page.tsx';

/** Who is responsible for what is done for a customer, and how they are reached. */
export function ResponsibleList({ controller }: { controller: Controller }) {
  return (
    <ul>
      {sayController(controller, useLocale()).map((sentence) => (
        <li key={sentence}>
          <Linked text={sentence} />
        </li>
      ))}
    </ul>
  );
}

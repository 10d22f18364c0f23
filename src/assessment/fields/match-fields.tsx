import { rightSidesOf } from '../arrange.ts';
import type { FieldsProps } from '../question-fields.tsx';
import type { QuestionOf } from '../question.ts';
import { words } from '../words.ts';
import { PartGroup } from './part-group.tsx';

/** Each thing to the left has a list of everything to the right. */
export function MatchFields(props: FieldsProps<QuestionOf<'match'>>) {
  const { question, prompt, own, locale, language, name, id, values, seed = '', error } = props;
  const text = words[locale].question;
  const rights = rightSidesOf(question, seed);
  return (
    <PartGroup id={id} legend={own(prompt)} hint={text.match} error={error} kind="match">
      {question.body.lefts.map(({ id: left, text: said }, index) => {
        const field = index === 0 ? id : `${id}-${index + 1}`;
        return (
          <div key={left} class="part">
            <label for={field}>{own(said)}</label>
            <select name={name} id={field}>
              <option value="">{text.choose}</option>
              {rights.map((right) => (
                <option key={right.id} value={`${left}:${right.id}`} selected={values.includes(`${left}:${right.id}`)} lang={language}>
                  {right.text}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </PartGroup>
  );
}

import { formatNumber } from '../../ui/format.ts';
import { itemsShown } from '../arrange.ts';
import type { FieldsProps } from '../question-fields.tsx';
import type { QuestionOf } from '../question.ts';
import { words } from '../words.ts';
import { PartGroup } from './part-group.tsx';

/** Each thing gets a place. With a script the things themselves are moved, by buttons that work with keys as well. */
export function OrderFields(props: FieldsProps<QuestionOf<'order'>>) {
  const { question, prompt, own, locale, name, id, values, seed = '', error } = props;
  const text = words[locale].question;
  const items = itemsShown(question, seed);
  return (
    <PartGroup id={id} legend={own(prompt)} hint={text.order} error={error} kind="order">
      <ol
        class="order"
        data-order
        data-up={text.moveUp}
        data-down={text.moveDown}
        data-moved={text.moved('{n}')}
        data-hint={text.orderWithButtons}
      >
        {items.map((item, index) => {
          const field = index === 0 ? id : `${id}-${index + 1}`;
          return (
            <li key={item.id} class="part">
              <label for={field}>{own(item.text)}</label>
              <select name={name} id={field}>
                <option value="">{text.choosePlace}</option>
                {items.map((_, place) => {
                  const value = `${item.id}:${place + 1}`;
                  return (
                    <option key={value} value={value} selected={values.includes(value)}>
                      {formatNumber(place + 1, locale)}
                    </option>
                  );
                })}
              </select>
            </li>
          );
        })}
      </ol>
    </PartGroup>
  );
}

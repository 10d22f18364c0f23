import type { ComponentChildren } from 'preact';
import { Choices, TextArea, TextField } from '../ui/form.tsx';
import { formatNumber } from '../ui/format.ts';
import type { Locale } from '../ui/locale.ts';
import { BlanksFields } from './fields/blanks-fields.tsx';
import { FileField } from './fields/file-field.tsx';
import { HotspotFields } from './fields/hotspot-fields.tsx';
import { MatchFields } from './fields/match-fields.tsx';
import { OrderFields } from './fields/order-fields.tsx';
import type { Question } from './question.ts';
import { words } from './words.ts';

export type QuestionFieldsProps = {
  question: Question;
  /** The language of the course; the words around it follow the reader's. */
  language: Locale;
  locale: Locale;
  /** The name of the field in its form, and the id of the first input. */
  name: string;
  id: string;
  /** What is chosen or typed already. */
  values: readonly string[];
  /** Where the images of the course lie. */
  customer: string;
  /** What the order of things to match and arrange follows from; on a page it is the same for everyone. */
  seed?: string;
  number?: number | undefined;
  error?: string | undefined;
};

/** What the fields of a kind share: the prompt with its number, and words of the course marked with its language. */
export type FieldsProps<Asked extends Question> = Omit<QuestionFieldsProps, 'question' | 'number'> & {
  question: Asked;
  prompt: string;
  own: (said: string) => ComponentChildren;
};

/** A question as native inputs: each kind works with a keyboard, a screen reader and without script. */
export function QuestionFields(props: QuestionFieldsProps) {
  const { question, language, locale, name, id, values, number, error } = props;
  const text = words[locale].question;
  const prompt = number === undefined ? question.prompt : `${number}. ${question.prompt}`;
  const own = (said: string) => (language === locale ? said : <span lang={language}>{said}</span>);
  const shared = { name, id, error };
  switch (question.kind) {
    case 'single':
      return <Choices kind="radio" legend={own(prompt)} options={optionsOf(question.body, own)} selected={values} {...shared} />;
    case 'multiple':
      return (
        <Choices
          kind="checkbox"
          legend={own(prompt)}
          hint={text.chooseAll}
          options={optionsOf(question.body, own)}
          selected={values}
          {...shared}
        />
      );
    case 'true-false': {
      const options = [
        { value: 'true', text: text.yes },
        { value: 'false', text: text.no },
      ];
      return <Choices kind="radio" legend={own(prompt)} options={options} selected={values} {...shared} />;
    }
    case 'number': {
      const { unit } = question.body;
      const hint = unit ? text.answerIn(unit) : text.answerWithNumber;
      return <TextField label={prompt} hint={hint} inputmode="decimal" size={10} autocomplete="off" value={values[0] ?? ''} {...shared} />;
    }
    case 'short':
      return <TextField label={prompt} hint={text.fewWords} autocomplete="off" spellcheck={false} value={values[0] ?? ''} {...shared} />;
    case 'free': {
      const hint = text.free(formatNumber(question.body.longest, locale));
      return <TextArea label={prompt} hint={hint} rows={8} autocomplete="off" value={values[0] ?? ''} {...shared} />;
    }
    case 'blanks':
      return <BlanksFields {...props} question={question} prompt={prompt} own={own} />;
    case 'match':
      return <MatchFields {...props} question={question} prompt={prompt} own={own} />;
    case 'order':
      return <OrderFields {...props} question={question} prompt={prompt} own={own} />;
    case 'hotspot':
      return <HotspotFields {...props} question={question} prompt={prompt} own={own} />;
    case 'file':
      return <FileField {...props} question={question} prompt={prompt} own={own} />;
  }
}

const optionsOf = ({ options }: { options: { id: string; text: string }[] }, own: (said: string) => ComponentChildren) =>
  options.map(({ id, text }) => ({ value: id, text: own(text) }));

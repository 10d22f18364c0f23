import type { ComponentChildren } from 'preact';
import { Choices, TextField } from '../ui/form.tsx';
import type { Locale } from '../ui/locale.ts';
import type { Question } from './question.ts';
import { words } from './words.ts';

type QuestionFieldsProps = {
  question: Question;
  /** The language of the course; the words around it follow the reader's. */
  language: Locale;
  locale: Locale;
  /** The name of the field in its form, and the id of the first input. */
  name: string;
  id: string;
  /** What is chosen or typed already. */
  values: readonly string[];
  number?: number | undefined;
  error?: string | undefined;
};

/** A question as native inputs: each kind works with a keyboard, a screen reader and without script. */
export function QuestionFields({ question, language, locale, name, id, values, number, error }: QuestionFieldsProps) {
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
  }
}

const optionsOf = ({ options }: { options: { id: string; text: string }[] }, own: (said: string) => ComponentChildren) =>
  options.map(({ id, text }) => ({ value: id, text: own(text) }));

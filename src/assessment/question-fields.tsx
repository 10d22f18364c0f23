import { Choices, TextField } from '../ui/form.tsx';
import type { Locale } from '../ui/locale.ts';
import type { Question } from './question.ts';
import { words } from './words.ts';

type QuestionFieldsProps = {
  question: Question;
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
export function QuestionFields({ question, locale, name, id, values, number, error }: QuestionFieldsProps) {
  const text = words[locale].question;
  const prompt = number === undefined ? question.prompt : `${number}. ${question.prompt}`;
  const shared = { name, id, error };
  switch (question.kind) {
    case 'single':
      return <Choices kind="radio" legend={prompt} options={optionsOf(question.body)} selected={values} {...shared} />;
    case 'multiple':
      return <Choices kind="checkbox" legend={prompt} hint={text.chooseAll} options={optionsOf(question.body)} selected={values} {...shared} />;
    case 'true-false': {
      const options = [{ value: 'true', text: text.yes }, { value: 'false', text: text.no }];
      return <Choices kind="radio" legend={prompt} options={options} selected={values} {...shared} />;
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

const optionsOf = ({ options }: { options: { id: string; text: string }[] }) => options.map(({ id, text }) => ({ value: id, text }));

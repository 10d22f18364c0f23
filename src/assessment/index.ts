import { attemptActions } from './attempt.actions.tsx';
import { finalTestActions } from './final-test.actions.tsx';

export const assessmentActions = { ...finalTestActions, ...attemptActions };

export { Feedback } from './feedback.tsx';
export { mark } from './mark.ts';
export { QuestionFields } from './question-fields.tsx';
export type { Question, Reply } from './question.ts';
export { readReply, valuesOf } from './read-reply.ts';
export { savedText } from './save-note.ts';
export { queueOf } from './waiting-name.ts';
export { words as assessmentWords } from './words.ts';

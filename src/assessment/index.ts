import { fileActions } from './file.actions.tsx';
import { itemsActions } from './items/items.actions.tsx';
import { markingActions } from './marking/marking.actions.tsx';
import { reviewActions } from './review.actions.tsx';
import { termsActions } from './terms/terms.actions.tsx';
import { attemptActions } from './attempt.actions.tsx';
import { finalTestActions } from './final-test.actions.tsx';

export const assessmentActions = {
  ...finalTestActions,
  ...attemptActions,
  ...fileActions,
  ...reviewActions,
  ...markingActions,
  ...termsActions,
  ...itemsActions,
};

export { Feedback } from './feedback.tsx';
export { assessmentMails } from './mails.ts';
export { mark } from './mark.ts';
export { RegionImage } from './fields/hotspot-fields.tsx';
export { QuestionFields } from './question-fields.tsx';
export { fileTypes, gapsOf, rubricPoints, type Criterion, type FileType, type Gap, type Question, type Reply } from './question.ts';
export { readReply, valuesOf } from './read-reply.ts';
export { savedText } from './save-note.ts';
export { queueOf } from './waiting-name.ts';
export { words as assessmentWords } from './words.ts';

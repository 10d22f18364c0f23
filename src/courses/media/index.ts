import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { changeMediaFile, mediaFile } from './media-file.actions.tsx';
import { addMedia, media } from './media.actions.tsx';
import { upload } from './upload.actions.ts';

/** A course's pictures, films and files. */
export const mediaActions = {
  media,
  addMedia,
  startUpload: upload,
  uploadState: upload,
  continueUpload: upload,
  mediaFile,
  changeMediaFile,
} satisfies Partial<Record<RouteName, Action>>;

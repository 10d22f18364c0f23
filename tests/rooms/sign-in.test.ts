import { runFilesOf } from './files-of.ts';

runFilesOf('src/sign-in');

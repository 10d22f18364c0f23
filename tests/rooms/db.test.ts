import { runFilesOf } from './files-of.ts';

runFilesOf('db');

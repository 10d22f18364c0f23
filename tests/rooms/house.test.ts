import { runFilesOf } from './files-of.ts';

runFilesOf('tests/house');

export { type Finish, type FolderMode, ResultsFolder } from './results-folder.ts';
export { ResultsReader, type TableFault } from './results-reader.ts';
export { type Written, writeSafely } from './safe-file.ts';
export { beginSession } from './session.ts';
export { StoreError } from './store-error.ts';

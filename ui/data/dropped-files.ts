/** Entries of a folder that are looked at: a folder of results has a handful. */
const MOST_ENTRIES = 2000;
/** What a folder of results holds that can be read here. */
const OF_RESULTS = /^(manifest\.json|(runs|weeks)\.(parquet|csv|json))$/;

/** The files of a drop; of a folder those that lie directly in it. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Entries are gone as soon as anything is waited for.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  const found = await Promise.all(
    entries.map(async (entry) => (entry?.isDirectory === true ? filesIn(entry as FileSystemDirectoryEntry) : [])),
  );
  const folders = new Set(entries.flatMap((entry) => (entry?.isDirectory === true ? [entry.name] : [])));
  return [...files.filter(({ name }) => !folders.has(name)), ...found.flat()];
}

/** Where there is a manifest, of all files those that belong to its results; else all. */
export function ofResults(files: readonly File[]): File[] {
  return files.some(({ name }) => name === 'manifest.json') ? files.filter(({ name }) => OF_RESULTS.test(name)) : [...files];
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader hands over some entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    entries.push(...some);
    if (some.length === 0 || entries.length > MOST_ENTRIES) break;
  }
  return Promise.all(
    entries
      .filter((entry) => entry.isFile)
      .map((entry) => new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))),
  );
}

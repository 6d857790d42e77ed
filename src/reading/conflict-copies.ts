/** A name that a program which keeps folders in step (Syncthing, Dropbox, Nextcloud, OneDrive) gives the other of two versions. */
const certain =
  /^(.*?)(?:\.sync-conflict-\d{8}-\d{6}(?:-\w+)?| *\([^()/]*(?:conflict(?:ed|ing)? (?:copy|version)|충돌)[^()/]*\)|_conflict-\d{8}-\d{6})$/iu;
/** Names that file managers and Google Drive give a copy; an author may have meant them, so that the title must be the same. */
const likely = /^(.*?)(?: ?\(\d{1,2}\)| - (?:copy|복사본)(?: \(\d+\))?| (?:copy|복사본)| \d)$/iu;

/** Files that are the conflicting or forgotten copy of another, by file, with the file that each seems to be a copy of. */
export function conflictCopies(pages: readonly { readonly file: string; readonly title: string }[]) {
  const titles = new Map(pages.map(({ file, title }) => [file.normalize("NFC"), title]));
  return new Map(
    pages.flatMap((page): [file: string, original: string][] => {
      const [, stem = "", end = ""] = /^(.*?)(\.\w+)?$/su.exec(page.file.normalize("NFC")) ?? [];
      const sure = certain.exec(stem)?.[1];
      const original = `${sure ?? likely.exec(stem)?.[1] ?? ""}${end}`;
      return sure !== undefined || titles.get(original) === page.title ? [[page.file, original]] : [];
    }),
  );
}

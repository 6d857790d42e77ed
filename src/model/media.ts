/** Media types of films and sounds by what the names of their files end in. */
const mediaTypes = new Map(
  Object.entries({
    mp4: "video/mp4",
    m4v: "video/mp4",
    mov: "video/quicktime",
    "3gp": "video/3gpp",
    webm: "video/webm",
    mkv: "video/matroska",
    ogv: "video/ogg",
    mp3: "audio/mpeg",
    m4a: "audio/mp4",
    ogg: "audio/ogg",
    oga: "audio/ogg",
    opus: "audio/ogg",
    wav: "audio/wav",
    flac: "audio/flac",
  }),
);

/** What the names of films and sounds end in. */
export const mediaName = new RegExp(`\\.(?:${[...mediaTypes.keys()].join("|")})$`, "iu");
const documentName = /\.(?:pdf|zip|hwpx?|docx?|xlsx?|pptx?|csv|epub)$/iu;

/** The media type of a film or a sound by its file's name: `video/mp4`; undefined for other files. */
export function mediaTypeOf(path: string): string | undefined {
  return mediaTypes.get(/[^.]*$/u.exec(path)?.[0].toLowerCase() ?? "");
}

export function isFilm(path: string): boolean {
  return mediaTypeOf(path)?.startsWith("video/") === true;
}

/** Whether a file is a sound or a document, which readers open or keep. */
export function isOpened(path: string): boolean {
  return mediaTypeOf(path)?.startsWith("audio/") === true || documentName.test(path);
}

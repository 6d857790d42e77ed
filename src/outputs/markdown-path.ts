/** The Markdown source's path of a post: `/posts/글/index.md`. */
export function markdownPath(path: string): string {
  return `${path}index.md`;
}

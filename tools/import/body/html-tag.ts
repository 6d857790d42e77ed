/** An element of turndown's document, as far as our rules ask it. */
export interface Tag {
  readonly nodeName: string;
  textContent: string | null;
  readonly parentNode: Tag | null;
  readonly outerHTML: string;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => Tag | null;
  readonly querySelectorAll: (selector: string) => ArrayLike<Tag>;
}

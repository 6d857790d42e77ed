/** An error of the code that makes an address, with the file that holds the code. */
export class RouteError extends Error {
  override readonly name = "RouteError";
  /** Address below the site's base. */
  readonly path: string;
  /** The route's file, from the repository's root. */
  readonly component: string;

  constructor(path: string, component: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.path = path;
    this.component = component;
  }
}

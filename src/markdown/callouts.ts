import type { Step } from "./work.ts";

export const blockquote: Step = () => undefined;

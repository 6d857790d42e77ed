import type { Browser, CDPSession, Page } from "playwright-core";

/** What one visit with an empty cache took. */
export interface Visit {
  readonly requests: number;
  /** Bytes over the wire by kind of resource, heads of answers included. */
  readonly bytes: Readonly<Record<string, number>>;
  /** Milliseconds. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly layoutShift: number;
}

/** A slow phone: 1.6 Mbit/s, 150 ms there and back, a processor at a quarter of this machine's pace. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slowdown = 4;
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 2, isMobile: true, locale: "ko-KR" };

/** Visits an address once as a slow phone does. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const seen = await watched(session);
    await session.send("Network.emulateNetworkConditions", network);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.goto(address, { waitUntil: "load" });
    // The largest paint is final once nothing more comes; the pages load nothing late.
    await page.waitForTimeout(400);
    return { ...(await timesOf(page)), requests: seen.types.size, bytes: bytesOf(seen) };
  } finally {
    await context.close();
  }
}

interface Seen {
  readonly types: Map<string, string>;
  readonly sizes: Map<string, number>;
}

async function watched(session: CDPSession): Promise<Seen> {
  const seen: Seen = { types: new Map(), sizes: new Map() };
  session.on("Network.responseReceived", ({ requestId, type }) => seen.types.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    seen.sizes.set(requestId, encodedDataLength);
  });
  await session.send("Network.enable");
  return seen;
}

function bytesOf({ types, sizes }: Seen): Record<string, number> {
  const bytes: Record<string, number> = {};
  for (const [id, type] of types) bytes[type] = (bytes[type] ?? 0) + (sizes.get(id) ?? 0);
  return bytes;
}

async function timesOf(page: Page): Promise<Pick<Visit, "firstPaint" | "largestPaint" | "layoutShift">> {
  return page.evaluate(async () => {
    const entries = (type: string) =>
      new Promise<(PerformanceEntry & { value?: number })[]>((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => resolve([]), 200);
      });
    const shifts = await entries("layout-shift");
    return {
      firstPaint: (await entries("paint")).find(({ name }) => name === "first-contentful-paint")?.startTime ?? NaN,
      largestPaint: (await entries("largest-contentful-paint")).at(-1)?.startTime ?? NaN,
      layoutShift: shifts.reduce((sum, { value = 0 }) => sum + value, 0),
    };
  });
}

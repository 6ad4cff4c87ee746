// Files dragged in from the desktop and let go over a control, by the browser's own drag events: the page gets true File objects, whose paths
// only the preload can read.
import type { Locator } from '@playwright/test';

const COPY = 1;

/** @param over asked for the place while the files hang over it, before they are let go. */
export async function dropFiles(target: Locator, files: readonly string[], over: () => Promise<unknown> = async () => {}): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to drop on');
  const page = target.page();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: COPY };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data });
  await send('dragEnter');
  await send('dragOver');
  await over();
  await send('drop');
  await session.detach();
}

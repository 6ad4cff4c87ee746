// The power goes while a ledger is being written on a real file system: the writer dies, the disk keeps what was synced, and the next run starts
// on what is left, cut after cut on the same ledger.
import { Images } from '../support/images';
import type { Writer } from '../support/writer';
import { type Account, emptyAccount, judge, runWriter } from '../support/writers';

/** The image grows, and starting again reads the whole ledger. */
const CUTS_PER_IMAGE = 25;

export async function cutPower(program: string, writer: Writer, cuts: number): Promise<{ acknowledged: number; found: string[] }> {
  const images = new Images();
  const accounts: Account[] = [];
  try {
    for (let done = 0; done < cuts; done += CUTS_PER_IMAGE) {
      const account = emptyAccount();
      accounts.push(account);
      let image = images.fresh();
      for (let cut = 0; cut < Math.min(CUTS_PER_IMAGE, cuts - done) && account.found.length === 0; cut++)
        image = await cutOnce(images, image, program, writer, account);
      images.drop(image);
    }
  } finally {
    images.remove();
  }
  return {
    acknowledged: accounts.reduce((sum, { hashes }) => sum + hashes.length, 0),
    found: accounts.flatMap(({ found }) => found),
  };
}

async function cutOnce(images: Images, image: string, program: string, writer: Writer, account: Account): Promise<string> {
  const running = images.mount(image);
  let left: string;
  try {
    await runWriter(program, running.folder, writer, account, { after: account.runs % 12, ms: Math.random() * 30 });
    left = images.cut(image);
  } finally {
    running.unmount();
  }
  images.drop(image);
  const after = images.mount(left);
  try {
    judge(after.folder, account);
  } finally {
    after.unmount();
  }
  return left;
}

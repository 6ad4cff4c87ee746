// Wires the offline page: files in by drop, dialog or Ctrl+O, one answer out. Nothing is kept, sent or fetched.
import type { Instant } from '@shared/basics/units';
import type { Language } from '@shared/texts/language';
import { EMPTY_DESK, putDown, verifyDesk } from './desk';
import { draw, type View } from './view';

const root = document.querySelector<HTMLElement>('#page');
const fileInput = document.querySelector<HTMLInputElement>('#file');
const trustInput = document.querySelector<HTMLInputElement>('#trust');
if (root === null || fileInput === null || trustInput === null) throw new Error('the page is incomplete');

let view: View = { language: navigator.language.startsWith('en') ? 'en' : 'zh', desk: EMPTY_DESK, result: null, trustBad: false };

function show(change: Partial<View>): void {
  view = { ...view, ...change };
  if (root !== null) draw(root, view, actions);
}

async function take(files: FileList, asTrust = false): Promise<void> {
  let { desk } = view;
  const known = desk.bureaus;
  for (const file of files) desk = putDown(desk, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  // A file chosen as trust that is none must not be mistaken for the file to verify.
  if (asTrust && desk.bureaus === known) return show({ trustBad: true });
  show({ desk, result: verifyDesk(desk, Date.now() as Instant), trustBad: false });
}

const actions = {
  choose: () => fileInput.click(),
  chooseTrust: () => trustInput.click(),
  speak: (language: Language) => show({ language }),
  take: (files: FileList) => void take(files),
};

fileInput.addEventListener('change', () => fileInput.files && void take(fileInput.files));
trustInput.addEventListener('change', () => trustInput.files && void take(trustInput.files, true));
// Anywhere on the page, so that a file dropped beside the zone does not replace the page.
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer !== null) actions.take(event.dataTransfer.files);
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey && event.key === 'o') {
    event.preventDefault();
    actions.choose();
  }
});
show({});

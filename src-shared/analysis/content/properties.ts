// People and places in a file's own properties (Art. 17 ¶2 (四)): author, last saved by, manager, company, the position of a photograph. Names of
// programs and of unset accounts are nobody.
import type { PictureFacts } from './exif';
import type { Tally } from './tally';

/** What programs write where nobody has set a name. */
const NOBODY =
  /^(?:|admin(?:istrator)?|user|users?\d*|owner|root|guest|test|unknown|anonymous|author|none|null|n\/a|windows ?(?:user|用户)|microsoft ?(?:office|corporation|user|用户)?.*|apple inc\.?|kingsoft.*|wps.*|lenovo|dell|hp|asus|openpyxl|xlsxwriter|sheetjs|exceljs|pandas|python-(?:docx|pptx)|apache poi|libreoffice.*|openoffice.*|reportlab.*|pdf-lib.*|adobe.*|canon|nikon|huawei|xiaomi|用户|管理员|作者|未知|匿名|无)$/iu;

export const isPerson = (name: string): boolean => !NOBODY.test(name.normalize('NFKC').trim());

export function tallyPeople(tally: Tally, names: readonly string[]): void {
  for (const name of names) if (isPerson(name)) tally.add('METADATA_PERSON', name.trim());
}

export function tallyPicture(tally: Tally, { people, position, serial }: PictureFacts): void {
  tallyPeople(tally, people);
  if (position) tally.add('METADATA_POSITION', null, 'GPS');
  if (serial) tally.add('METADATA_POSITION', serial);
}

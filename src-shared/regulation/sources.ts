// The documents beside the measures that a stated basis may name. None of their texts is held here, so they carry no hash; the clauses are those
// that were read (mark V). It knows no product; only this room's basis uses it.
import type { Mark } from './vocabulary';

export type BasisSourceDocument = {
  readonly title: string;
  readonly number: string;
  readonly mark: Mark;
  readonly from: string;
  readonly to: string | null;
};

/** In force 2025-03-01 for five years (art. 27). Arts. 2, 3: organs and public institutions; art. 25 ¶2: utilities and Party organs may only refer to it. */
export const NATIONAL_NORM: BasisSourceDocument = {
  title: '公共数据资源授权运营实施规范（试行）',
  number: '发改数据规〔2025〕27号',
  mark: 'V',
  from: '2025-03-01',
  to: '2030-02-28',
};

/** Art. 21 ¶1 of the norm, its own and weaker words on raw data, quoted where the municipal ban cannot be cited. */
export const NORM_ON_RAW_DATA = '严格管控未依法依规公开的原始公共数据资源直接进入市场';

export const DATA_SECURITY_LAW: BasisSourceDocument = {
  title: '中华人民共和国数据安全法',
  number: '主席令第84号',
  mark: 'V',
  from: '2021-09-01',
  to: null,
};

export const PERSONAL_INFORMATION_LAW: BasisSourceDocument = {
  title: '中华人民共和国个人信息保护法',
  number: '主席令第91号',
  mark: 'V',
  from: '2021-11-01',
  to: null,
};

/** Art. 24 of the measures puts newer national and provincial rules first; where they differ it is said, not hidden. */
export const KNOWN_CONFLICTS = [
  {
    id: 'operator-as-maker',
    municipal: { article: '3', paragraph: 6 },
    national: '发改数据规〔2025〕27号 第六条第二款',
    zh: '办法第三条第六款允许运营机构自己开发产品；实施规范第六条第二款要求运营机构不得直接或间接参与授权范围内已交付的公共数据产品和服务再开发。',
    en: 'Art. 3 ¶6 of the measures lets the operator make products; art. 6 ¶2 of the national norm bars it from re-developing delivered ones.',
  },
  {
    id: 'raw-data',
    municipal: { article: '17', paragraph: 1 },
    national: '发改数据规〔2025〕27号 第二十一条第一款',
    zh: '办法第十七条第一款禁止原始数据交易；实施规范第二十一条第一款只说“严格管控”直接进入市场，且对实施机构而言。',
    en: 'Art. 17 ¶1 of the measures bans trading raw data; art. 21 ¶1 of the national norm only asks for strict control, and of the bureau.',
  },
] as const;

// Whether pairs of bytes that GB18030 can read were written in EUC-KR, EUC-JP or Shift_JIS. All but the last lay their commonest characters where GB/T 2312 has
// Hanzi of every day, so only the characters tell: what is common in Korean or Japanese is a Hanzi that hardly anybody writes, and the other way round. Asked by
// gb-doubt.ts, pair by pair; knows nothing of files.

/** Written every day, in sentences and in the headers of tables. */
const CHINESE =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运姓份证号码址别省县镇村街编序备注状态额型户籍婚姻历职车牌银卡账男李刘陈杨赵黄周吴徐孙胡朱林何郭六七八九零百千元';
/** Syllables of Korean sentences, names and addresses. */
const KOREAN =
  '이다는의가을에고하기지사어로은를자리시도한일대서나인해그들아수부여있보정만라전장제과주구상원공관성경동조모스러것면었으년게적내계트소생화유명세마우중비안신연호무물요미할발학방행국와오회선거드때분문치단위번심양영민교영당실진체반결법품식입업금용종통특개차현최김박강윤임황권송홍류노허남배백손곽엄채천철희순옥숙자혜은준서예윤지민재현석훈진호수빈경애복길규태환범섭별시로읍면리층건축산북울부천포항광역특남북도청구검색이름전화번호주소날짜성별생년월일휴대직업등록회사';
/** Kanji of Japanese sentences, names and addresses. */
const JAPANESE =
  '日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有疑口過局少放税検藤町常校料沢裁状工建語球営空職証土急止送援供可役構木割聞身費付施切由説転食比難防補車優夫研収断井何南石足消境神番規術護展態備宅害配副算視条独警宮究育席訪楽起万着乗店述残想線率病農州武声質念待試族象銀域助労例然早張限親額監環験追審商葉義伝働形景落担好退準賞訴辺造英被株頭技低毎医復仕姿味負渡失移差衆個門写評課末守若極種美岡影命含福蔵量望松非撃佐観察整段横型白深字答夜製票況音申様財港識注呼渉達鈴佐木郎花太丁号登録姓';
const KANA = Array.from({ length: 83 }, (_, i) => String.fromCharCode(0x3041 + i, 0x30a1 + i)).join('');

/** What is common in the other language, in Chinese, in both, in neither: how much likelier the other one makes each of them, as natural logarithm. */
const FOREIGN_ONLY = Math.log(0.6 / 0.03);
const BOTH = Math.log(0.12 / 0.05);
const CHINESE_ONLY = Math.log(0.03 / 0.57);
const NEITHER = Math.log(0.2 / 0.4);
/** Each character counts once, whatever comes again; five strange ones alone are sure. */
const SURE = 14;

/** @param characters what is looked for; @returns by the two bytes of a character, whether it is one of them */
function pairsOf(label: string, characters: string): Uint8Array {
  const wanted = new Set(characters);
  const found = new Uint8Array(0x10000);
  const bytes = new Uint8Array(3);
  bytes[2] = 0x0a;
  const decoder = new TextDecoder(label);
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      bytes[0] = lead;
      bytes[1] = trail;
      const text = decoder.decode(bytes);
      if (text.length === 2 && wanted.has(text[0] as string)) found[lead * 256 + trail] = 1;
    }
  }
  return found;
}

type Tables = { readonly chinese: Uint8Array; readonly others: readonly Uint8Array[] };
/** Made when the first file asks for them. */
let tables: Tables | null = null;
const tablesMade = (): Tables => {
  tables ??= {
    chinese: pairsOf('gb18030', CHINESE),
    // Kana lie in EUC-JP where GB/T 2312 has them too, and say nothing.
    others: [pairsOf('euc-kr', KOREAN), pairsOf('euc-jp', JAPANESE), pairsOf('shift_jis', JAPANESE + KANA)],
  };
  return tables;
};

export type EastAsianDoubt = {
  /** Each pair of bytes once. */
  readonly look: (pair: number) => void;
  readonly doubted: () => boolean;
};

export function createEastAsianDoubt(): EastAsianDoubt {
  const pairs: number[] = [];
  return {
    look(pair) {
      pairs.push(pair);
    },
    doubted() {
      const { chinese, others } = tablesMade();
      const weightOf = (pair: number, other: Uint8Array): number =>
        other[pair] === 1 ? (chinese[pair] === 1 ? BOTH : FOREIGN_ONLY) : chinese[pair] === 1 ? CHINESE_ONLY : NEITHER;
      return others.some((other) => pairs.reduce((sum, pair) => sum + weightOf(pair, other), 0) > SURE);
    },
  };
}

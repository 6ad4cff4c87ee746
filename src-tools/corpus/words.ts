// Invented people, homes, firms and sentences. Nobody is meant; names are surnames and given characters put together by chance.
import type { Chance } from './chance';

/** By how common they are, as the police's yearly report orders them; then some of the rarer ones, which every large file has too. */
const COMMON = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常',
];
const RARE = [...'佟仝车米艾卜荆桑耿晏蒲邬缪麻储瞿隋芦巩冷敖鄂匡茹谌娄鞠盖丛边褚景'];
const DOUBLE = ['欧阳', '司马', '上官', '诸葛', '皇甫', '慕容', '尉迟'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文志海春雪晨宇浩然子轩梓涵欣怡佳慧颖琳'];
const MINORITY = ['阿依古丽·示例', '木合塔尔·样本', '萨仁·示例', '努尔兰·样本', '阿迪力·示例江'];

export function person(chance: Chance): string {
  const kind = chance.upTo(100);
  if (kind < 2) return chance.pick(MINORITY);
  const surname = kind < 5 ? chance.pick(DOUBLE) : kind < 13 ? chance.pick(RARE) : chance.pick(COMMON);
  return surname + chance.pick(GIVEN) + (chance.once(4) ? '' : chance.pick(GIVEN));
}
/** With a common surname and no dot: what a column without a header can be told by. */
export const commonPerson = (chance: Chance): string =>
  chance.pick(COMMON) + chance.pick(GIVEN) + (chance.once(4) ? '' : chance.pick(GIVEN));

const DISTRICTS = ['龙沙区', '建华区', '铁锋区', '富拉尔基区', '讷河市', '齐齐哈尔市建华区', '黑龙江省齐齐哈尔市龙沙区'];
const ROADS = ['示例路', '样本大街', '示范街', '例证胡同', '样板南路', '示例二道街'];
const ESTATES = ['示例小区', '样本花园', '示范家园', '例苑小区'];
const n = (chance: Chance, below: number): number => 1 + chance.upTo(below);
const HAN = '一二三四五六七八九';
export const home = (chance: Chance): string =>
  chance.pick<() => string>([
    () =>
      `${chance.pick(DISTRICTS)}${chance.pick(ROADS)}${n(chance, 300)}号${n(chance, 30)}栋${n(chance, 6)}单元${n(chance, 20)}0${n(chance, 4)}室`,
    () => `${chance.pick(DISTRICTS)}${chance.pick(ESTATES)}${n(chance, 30)}号楼${n(chance, 6)}单元${n(chance, 20)}0${n(chance, 4)}`,
    () => `${chance.pick(DISTRICTS)}${chance.pick(ESTATES)}${n(chance, 30)}-${n(chance, 6)}-${n(chance, 20)}0${n(chance, 4)}室`,
    () => `${chance.pick(['讷河市', '龙江县', '依安县'])}示例镇样本村${n(chance, 9)}组${n(chance, 90)}号`,
    () => `${chance.pick(['讷河市', '龙江县', '甘南县'])}样本乡示例村${chance.of(HAN, 1)}组`,
    () => `${chance.pick(DISTRICTS)}${chance.pick(ROADS)}${n(chance, 300)}号`,
    () => `${chance.pick(DISTRICTS)}${chance.pick(ROADS)}${n(chance, 30)}弄${n(chance, 90)}号${n(chance, 20)}0${n(chance, 4)}室`,
  ])();
export const firm = (chance: Chance): string =>
  `${chance.pick(['齐齐哈尔', '龙沙', '鹤城'])}${chance.pick(['示例', '样本', '示范'])}${chance.pick(['热力', '商贸', '物业', '农机', '运输'])}有限公司`;
export const firmAddress = (chance: Chance): string => `${chance.pick(DISTRICTS)}${chance.pick(ROADS)}${n(chance, 300)}号${firm(chance)}`;

/** Sentences of remarks that hold nothing of a person, some with numbers. */
export const remark = (chance: Chance): string =>
  chance.pick<() => string>([
    () => '情况属实',
    () => '已按程序处理',
    () => `${2024 + chance.upTo(3)}年${n(chance, 12)}月${n(chance, 28)}日上门核查`,
    () => `供热面积${n(chance, 200)}.${n(chance, 9)}平方米`,
    () => `欠费${n(chance, 3_000)}.${chance.digits(2)}元`,
    () => `工单流转${n(chance, 5)}次`,
    () => `室温${16 + chance.upTo(8)}度，偏低`,
    () => '请当班人员跟进',
    () => `第${n(chance, 40)}批第${n(chance, 400)}件`,
    () => '无异常',
    () => `预约时间${n(chance, 12)}:${10 + chance.upTo(49)}`,
    () => `参照第${n(chance, 25)}条第${n(chance, 4)}款办理`,
  ])();

/** Something said in the midst of a remark. */
export const sentence = (chance: Chance, said: string): string =>
  chance.pick<() => string>([
    () => `${remark(chance)}，${said}`,
    () => `${said}，${remark(chance)}`,
    () => `${remark(chance)}（${said}）`,
    () => `${remark(chance)}；${said}；${remark(chance)}`,
    () => `${said}。${remark(chance)}`,
  ])();

const WIDE = (text: string): string => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
/** Full-width letters, digits and marks. */
export const wide = WIDE;
export const grouped = (text: string, joint: string, ...lengths: readonly number[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const length of lengths) {
    parts.push(text.slice(at, at + length));
    at += length;
  }
  return [...parts, text.slice(at)].filter((part) => part !== '').join(joint);
};

// The phrase (本机暗语) that only the signing window shows: a look-alike drawn by another window cannot know it. Two words of the river's
// landscape, drawn once per profile; 32 x 32 x 2 orders are enough to tell, and it is recognised, not typed.
import { randomInt } from 'node:crypto';

const PLACES =
  '江心岛 鹤乡 苇塘 渡口 松堤 石桥 长坡 东岸 西滩 林口 泉眼 草甸 雪原 沙洲 古井 北坡 稻田 果园 河湾 湖心 山梁 柳岸 平川 高台 雁滩 榆林 麦场 荷塘 石磨 木桥 岗顶 水榭'.split(
    ' ',
  );
const SIGHTS =
  '晚钟 晨雾 新雪 归雁 细雨 明月 初阳 秋叶 春潮 炊烟 松风 流萤 云影 霜花 渔火 鹤鸣 飞絮 夕照 冰凌 蛙声 稻浪 繁星 薄冰 远山 落霞 清露 竹影 短笛 灯影 长虹 白帆 野菊'.split(
    ' ',
  );

export const newPhrase = (): string => `${PLACES[randomInt(PLACES.length)]}・${SIGHTS[randomInt(SIGHTS.length)]}`;

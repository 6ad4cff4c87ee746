// The page as elements: header, drop zone, result sheet. One result at a time, with what was not checked beside it, always.
import { commonTexts } from '@shared/texts/common';
import { LANGUAGES, type Language } from '@shared/texts/language';
import { verificationTexts } from '@shared/texts/verification';
import { type Description, describeResult, type Tone } from '@shared/verification/describe';
import type { VerificationResult } from '@shared/verification/result';
import type { Desk } from './desk';
import { button, element, icon, type Shape } from './dom';

export type Actions = {
  choose(): void;
  chooseTrust(): void;
  speak(language: Language): void;
  take(files: FileList): void;
};

export type View = {
  readonly language: Language;
  readonly desk: Desk;
  readonly result: VerificationResult | null;
  readonly trustBad: boolean;
};

export const VERSION = '1.0.0';

export function draw(root: HTMLElement, view: View, actions: Actions): void {
  document.documentElement.lang = view.language === 'zh' ? 'zh-CN' : 'en';
  const texts = verificationTexts[view.language];
  document.title = texts.title;
  root.replaceChildren(header(view, actions), dropZone(view, actions), resultSheet(view) ?? '', footer(view.language));
}

function header({ language }: View, actions: Actions): HTMLElement {
  const texts = verificationTexts[language];
  const languages = LANGUAGES.map((one) =>
    button(one === 'zh' ? '中文' : 'English', () => actions.speak(one), { 'aria-pressed': String(one === language), lang: one }),
  );
  return element(
    'header',
    {},
    element('h1', {}, `${commonTexts[language].appName}　${texts.title}`),
    element('p', {}, texts.subtitle),
    ...languages,
  );
}

function dropZone({ language, desk, trustBad }: View, actions: Actions): HTMLElement {
  const texts = verificationTexts[language];
  const names = desk.bureaus.map(({ name, practice }) => (practice ? `${name} (${texts.practiceMark})` : name)).join(texts.and);
  const zone = element(
    'div',
    { class: 'drop' },
    element(
      'div',
      {},
      element('p', {}, element('strong', {}, texts.drop)),
      element('p', { class: 'quiet' }, '*.shiqi-report.zip  *.shiqi-certificate.zip  *.dsse.json  entries.jsonl  *.shiqi-courier.zip'),
      desk.main === null ? null : element('p', { class: 'quiet' }, texts.productHint),
    ),
    button(`${texts.chooseFile} (Ctrl+O)`, actions.choose),
    element(
      'div',
      { class: 'trust' },
      element('p', { class: 'quiet' }, texts.trustFile),
      element('strong', {}, names === '' ? texts.trustNone : names),
      ' ',
      button(names === '' ? texts.trustChoose : texts.trustChange, actions.chooseTrust, { class: 'plain' }),
      trustBad ? element('p', { role: 'alert' }, texts.trustBad) : null,
    ),
  );
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('over');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  return zone;
}

const TONE_ICONS: Record<Tone, Shape> = { proof: 'yes', stop: 'no', unknown: 'open', ended: 'no' };

function resultSheet({ result, desk, language }: View): HTMLElement | null {
  if (result === null || desk.main === null) return null;
  const texts = verificationTexts[language];
  const described = describeResult(result, language);
  const facts =
    result.facts === null
      ? null
      : element(
          'details',
          {},
          element('summary', {}, texts.details),
          element('pre', {}, JSON.stringify(result.facts.predicate, null, 2).replace(HIDDEN, spelled)),
        );
  return element(
    'article',
    { class: `sheet ${described.tone}`, role: 'status' },
    answer(described, desk.main.name, desk.main.bytes.length, language),
    element('div', { class: 'columns' }, checked(described, language), notChecked(described, language)),
    facts,
  );
}

/** A name or text may hide characters that turn its direction: shown spelled out. */
const HIDDEN = /[\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g;
const spelled = (character: string): string => `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`;

function answer(described: Description, name: string, size: number, language: Language): HTMLElement {
  const texts = verificationTexts[language];
  const outcome =
    described.outcome === null
      ? null
      : element(
          'div',
          { class: 'outcome' },
          element('p', { class: 'quiet' }, texts.fromSignature),
          element('strong', {}, described.outcome),
          ...described.outcomeNotes.map((note) => element('p', { class: 'quiet' }, note.replace(HIDDEN, spelled))),
        );
  return element(
    'div',
    { class: 'answer' },
    icon(TONE_ICONS[described.tone]),
    element(
      'div',
      {},
      element('p', { class: 'quiet file' }, `${name.replace(HIDDEN, spelled)}  ${(size / 1024).toFixed(0)} KB`),
      element('h2', {}, described.headline),
      described.practice === null ? null : element('p', {}, element('span', { class: 'practice' }, described.practice)),
      element('p', {}, described.sentence),
      described.bounds === null ? null : element('p', { class: 'quiet' }, `${texts.checks.time}: ${described.bounds}`),
      button(texts.print, () => window.print()),
    ),
    outcome,
  );
}

function checked({ checks }: Description, language: Language): HTMLElement {
  const rows = checks.map(({ ok, label, text, code }) => {
    const shape: Shape = ok === null ? 'open' : ok ? 'yes' : 'no';
    const words = element('span', { class: 'text' }, text, ' ', ok === false && code !== null ? element('code', {}, code) : null);
    return element('li', { class: shape }, icon(shape), element('span', {}, label), words);
  });
  return element('section', {}, element('h3', {}, verificationTexts[language].checked), element('ul', {}, ...rows));
}

const notChecked = ({ notChecked: left }: Description, language: Language): HTMLElement =>
  element(
    'section',
    {},
    element('h3', {}, verificationTexts[language].notCheckedTitle),
    element('ul', {}, ...left.map((text) => element('li', {}, text))),
  );

const footer = (language: Language): HTMLElement => {
  const texts = verificationTexts[language];
  return element('footer', { class: 'quiet' }, element('span', {}, texts.version(VERSION)), element('span', {}, texts.exampleOpenssl));
};

/** The words that the pipeline itself puts into an article. */
export interface Labels {
  footnotes: string;
  /** Of the link from a footnote back to its place; `n` is the footnote's number as shown. */
  backToReference: (n: string) => string;
  callouts: Readonly<Record<CalloutKind, string>>;
  /** Of code whose language nobody said. */
  code: string;
  copy: string;
  formula: string;
  formulaFaulty: string;
  formulaLimit: string;
  /** Of a heading's link to itself. */
  headingLink: (heading: string) => string;
  imageMissing: string;
  imageElsewhere: string;
  enlarge: string;
  table: string;
  taskDone: string;
  taskOpen: string;
  video: string;
  /** Shown above a block's source when the block could not be rendered. */
  notRendered: string;
}

export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

export const CALLOUTS: readonly CalloutKind[] = ['note', 'tip', 'important', 'warning', 'caution'];

const ko: Labels = {
  footnotes: '각주',
  backToReference: (n) => `본문의 각주 ${n} 자리로 돌아가기`,
  callouts: { note: '참고', tip: '도움말', important: '중요', warning: '주의', caution: '경고' },
  code: '코드',
  copy: '복사',
  formula: '수식',
  formulaFaulty: '수식 오류',
  formulaLimit: '수식이 한도를 넘었습니다',
  headingLink: (heading) => (heading === '' ? '이 절의 링크' : `‘${heading}’ 절의 링크`),
  imageMissing: '그림 없음',
  imageElsewhere: '다른 사이트의 그림',
  enlarge: '크게 보기',
  table: '표',
  taskDone: '완료',
  taskOpen: '미완료',
  video: '동영상',
  notRendered: '이 부분은 표시할 수 없어 원문을 그대로 보입니다',
};

const en: Labels = {
  footnotes: 'Footnotes',
  backToReference: (n) => `Back to reference ${n}`,
  callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  code: 'Code',
  copy: 'Copy',
  formula: 'Formula',
  formulaFaulty: 'Faulty formula',
  formulaLimit: 'The formula exceeds a limit',
  headingLink: (heading) => (heading === '' ? 'Link to this section' : `Link to “${heading}”`),
  imageMissing: 'Missing image',
  imageElsewhere: 'Image on another site',
  enlarge: 'Enlarge',
  table: 'Table',
  taskDone: 'Done',
  taskOpen: 'Not done',
  video: 'Video',
  notRendered: 'This part could not be rendered; its source is shown as it is',
};

/** Labels for a BCP 47 language; English where the language is neither Korean nor English. */
export function labelsFor(language: string): Labels {
  return /^ko(?:-|$)/i.test(language) ? ko : en;
}

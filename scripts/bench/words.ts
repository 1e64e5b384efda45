import type { Random } from './random';

const NOUNS = {
  ko: [
    '모델',
    '데이터',
    '표현',
    '손실 함수',
    '어텐션',
    '디코더',
    '인코더',
    '잠재 변수',
    '학습률',
    '벤치마크',
    '가중치',
    '추론 속도',
    '음성 신호',
    '스펙트로그램',
    '토큰',
    '사전 학습',
    '미세 조정',
    '일반화 성능',
    '그래디언트',
    '확률 분포',
    '샘플링 과정',
    '노이즈',
    '그래프',
    '최단 경로',
    '탐색 공간',
    '보상',
    '정책',
    '상태 공간',
    '실험 결과',
    '비교 대상',
    '저자들',
    '이 방법',
    '기존 연구',
    '본 논문',
  ],
  en: [
    'model',
    'data set',
    'representation',
    'loss function',
    'attention map',
    'decoder',
    'encoder',
    'latent variable',
    'learning rate',
    'benchmark',
    'weight matrix',
    'speech signal',
    'spectrogram',
    'token',
    'training objective',
    'gradient',
    'posterior',
    'sampler',
    'noise schedule',
    'graph',
    'shortest path',
    'search space',
    'reward',
    'policy',
    'state space',
    'ablation',
    'baseline',
    'prior work',
    'proposed method',
  ],
} as const;

const ENDINGS = {
  ko: [
    '크게 개선한다는 점을 보였다',
    '안정적으로 추정할 수 있다',
    '그대로 사용하면 성능이 떨어진다',
    '두 단계로 나누어 설명한다',
    '표 하나로 정리하면 다음과 같다',
    '생각보다 민감하게 반응한다',
    '왜 필요한지 직관적으로 이해하기 쉽다',
    '작은 규모에서도 같은 경향을 보인다',
    '다시 한번 확인할 필요가 있다',
    '계산량을 절반으로 줄여 준다',
    '앞 절의 가정을 조금 완화한다',
  ],
  en: [
    'improves consistently as the scale grows',
    'can be estimated without extra supervision',
    'breaks down when the assumption is dropped',
    'is explained in two separate steps',
    'turns out to be more sensitive than expected',
    'matches the intuition given in the introduction',
    'shows the same tendency at a small scale',
    'deserves another look before we trust it',
    'halves the cost of a single step',
    'relaxes the assumption of the previous section',
  ],
} as const;

/** Languages of the corpus. */
export type CorpusLanguage = keyof typeof NOUNS;

/** A sentence that reads like one of a review; it need not be true. */
export function sentence(random: Random, language: CorpusLanguage): string {
  const noun = () => random.pick(NOUNS[language]);
  if (language === 'en') {
    const subject = `${random.pick(['The', 'Each', 'A single', 'Their'])} ${noun()}`;
    const link = random.pick(['together with the', 'under the', 'compared with the', 'derived from the']);
    return `${subject} ${link} ${noun()} ${random.pick(ENDINGS.en)}.`;
  }
  // Both particles are correct after either kind of syllable.
  const link = random.pick(['에서의', '에 대한', '만으로 얻은', '까지 고려한']);
  return `${noun()}${link} ${noun()}에 관해서는 ${noun()}도 ${random.pick(ENDINGS.ko)}.`;
}

/** A short name of something, for titles and headings. */
export function heading(random: Random, language: CorpusLanguage): string {
  const [a, b] = [random.pick(NOUNS[language]), random.pick(NOUNS[language])];
  if (language === 'ko') return `${a}에 대한 ${b}`;
  return `${a.charAt(0).toUpperCase()}${a.slice(1)} and ${b}`;
}

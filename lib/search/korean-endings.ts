/**
 * Endings that follow a noun in a question but belong to the sentence, not to what is looked for: particles, and the
 * forms of 하다, 되다, 시키다, 이다.
 */
export const ENDINGS: ReadonlySet<string> = new Set(
  [
    '은 는 이 가 을 를 의 에 와 과 로 도 만 란 나 들 한 할 된 될 인 일 및 라 고 며 야 요',
    '에서 에게 으로 까지 부터 처럼 보다 이란 이나 라는 라고 이라 에는 에도 에만 와의 과의 로의 만의 로서 로써 랑 마다 조차 라도 든지 대로 만큼',
    '하는 하기 하여 해서 했다 하다 하고 하며 하면 하지 한다 하던 했던 해야 되는 되다 된다 되고 되어 되면 됐다 되기 되지 시킨 시켜',
    '이다 인가 이고 이며 였다 인데 들의 들을 들은 들이 들에 들로 들과 적인 적의 적이',
    '에서는 에서의 에서도 에게서 으로는 으로도 으로의 으로써 으로서 이라는 이라고 이라도 이었다 까지의 부터의',
    '하는지 되는지 입니다 합니다 됩니다 인가요 하나요 되나요 일까요 할까요 시키는 시키기 시킨다 시켜서 적으로 들에서 들에게 들에는 들보다 하려면 하도록 되도록',
    '으로부터 에서부터 했습니다 되었습니다 이었습니다 이란무엇',
  ]
    .join(' ')
    .split(' '),
);

/** Words with which people ask, and what every post of a group that reviews papers is. */
export const ASKING: ReadonlySet<string> = new Set(
  (
    '어떻게 무엇 무엇인가 무엇인지 뭐 뭔가 뭔지 왜 언제 어디 어느 어떤 얼마나 누가 방법 이유 차이점 설명 정리 요약 소개 이해 관련 관한 관하여 대한 대해 대하여 위한 ' +
    '위해 통한 통해 이용 사용 활용 논문 리뷰 글 포스트 알려줘 알려 있는 있나 없는 하는법 하는 그리고 또는 및 등 것'
  ).split(' '),
);

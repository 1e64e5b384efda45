/** Texts for pages that a menu may name although no source has them, by slug and language. */
export const defaultPages: Readonly<Record<string, Record<string, { title: string; source: string }>>> = {
  help: {
    ko: {
      title: '도움말',
      source: `이 블로그를 읽고 받아 보는 방법입니다.

## 글 찾기

- [보관함](/archive/)에서 달마다, [분류](/categories/)와 [태그](/tags/)에서 주제마다, [글쓴이](/authors/)에서 사람마다 글을 찾을 수 있습니다.
- 글의 주소는 \`/분류/연-월/이름/\` 꼴이며, 주소가 바뀌어도 예전 주소는 새 주소로 이어집니다.

## 새 글 받아 보기

피드 리더에 [\`/index.xml\`](/index.xml)을 등록하면 새 글을 전문으로 받아 볼 수 있습니다. 분류마다 따로 받으려면 분류 주소 뒤에 \`index.xml\`을 붙이면 됩니다.

## 수식과 코드

- 수식을 선택해서 복사하면 LaTeX 원문이 복사됩니다.
- 코드 상자의 단추를 누르면 코드 전체가 복사됩니다.
- 밝은 화면과 어두운 화면은 오른쪽 위에서 고를 수 있습니다.
`,
    },
    en: {
      title: 'Help',
      source: `How to read this blog and have new posts come to you.

## Finding posts

- The [archive](/en/archive/) lists posts by month, [categories](/en/categories/) and [tags](/en/tags/) by subject, [authors](/en/authors/) by person.
- A post's address reads \`/category/year-month/name/\`. If it ever changes, the old one leads to the new one.

## Following new posts

Add [\`/en/index.xml\`](/en/index.xml) to your feed reader to get every post in full. For a single category, put \`index.xml\` after its address.

## Formulas and code

- Select a formula and copy it: you get its LaTeX source.
- The button on a code block copies the whole block.
- Light and dark can be chosen at the top right.
`,
    },
  },
};

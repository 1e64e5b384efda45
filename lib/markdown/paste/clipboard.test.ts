import { describe, expect, it } from 'vitest';
import { clipboardLimit, clipboardToMarkdown } from './clipboard';

const options = { origin: 'https://nonmun.example' };

function pasted(html: string): string | null {
  const result = clipboardToMarkdown(html, options);
  return result === null || result === 'too-large' ? result : result.markdown;
}

describe('what was copied from', () => {
  it.each<[string, string, string | null]>([
    [
      'a web page',
      '<html><body>\n<!--StartFragment--><h2 style="font-weight: 600; color: rgb(0,0,0)">방법</h2><p style="margin:0">이 논문은 <a href="https://arxiv.org/abs/2006.11239">DDPM</a>을 <strong>개선(improve)</strong>한다.&nbsp;</p><!--EndFragment-->\n</body></html>',
      '## 방법\n\n이 논문은 [DDPM](https://arxiv.org/abs/2006.11239)을 **개선(improve)**한다.',
    ],
    ['the middle of a paragraph', '<meta charset="utf-8"><span>a <b>b</b></span>', 'a **b**'],
    [
      'this site',
      '<p>see <a href="https://nonmun.example/ai/2022-09/x/">x</a> and <img src="https://nonmun.example/media/a.png" alt="A"></p>',
      'see [x](/ai/2022-09/x/) and ![A](/media/a.png)',
    ],
    [
      'Google Docs',
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h1 dir="ltr" style="line-height:1.38"><span style="font-size:20pt;font-weight:400">요약</span></h1><p dir="ltr"><span style="font-weight:400">모델은 </span><span style="font-weight:700">어텐션(attention)</span><span style="font-weight:400">만 </span><span style="font-style:italic">쓴다</span><span>.</span></p><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>하나</span></p></li><ul><li aria-level="2"><p><span>안쪽</span></p></li></ul><li><p><span>둘</span></p></li></ul><p><a href="https://www.google.com/url?q=https://example.org/p?a%3D1&amp;sa=D&amp;ust=1"><span style="text-decoration:underline">링크</span></a></p></b><br class="Apple-interchange-newline">',
      '# 요약\n\n모델은 **어텐션(attention)**만 *쓴다*.\n\n- 하나\n  - 안쪽\n- 둘\n\n[링크](https://example.org/p?a=1)',
    ],
    [
      'Word',
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml></xml><![endif]--></head><body lang=KO><!--StartFragment--><p class=MsoTitle>제목<o:p></o:p></p><p class=MsoNormal><b><span lang=EN-US>Bold</span></b> <span style='font-family:"맑은 고딕"'>본문</span><o:p></o:p></p><p class=MsoListParagraph style='margin-left:38.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Wingdings;mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>하나<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>안쪽<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>l<span>&nbsp;</span></span><![endif]>둘<o:p></o:p></p><!--EndFragment--></body></html>`,
      '# 제목\n\n**Bold** 본문\n\n- 하나\n  1. 안쪽\n- 둘',
    ],
    [
      'Hangul',
      `<!DOCTYPE HTML><HTML><HEAD><META NAME="Generator" CONTENT="Hancom HWP 11.0"><STYLE type="text/css"><!--p.HStyle0 {margin:0}--></STYLE></HEAD><BODY><!--StartFragment--><P CLASS=HStyle0 STYLE='line-height:160%;'><SPAN STYLE='font-family:"함초롬바탕";font-weight:"bold";font-weight:bold'>실험</SPAN><SPAN STYLE='font-family:"함초롬바탕"'> 결과는 다음과 같다.</SPAN></P><TABLE border="1" cellspacing="0"><TR><TD valign="middle" style='width:119'><P CLASS=HStyle0><SPAN>모델</SPAN></P></TD><TD><P CLASS=HStyle0><SPAN>정확도</SPAN></P></TD></TR><TR><TD><P CLASS=HStyle0><SPAN>A</SPAN></P></TD><TD><P CLASS=HStyle0><SPAN>0.9</SPAN></P></TD></TR></TABLE><!--EndFragment--></BODY></HTML>`,
      '**실험** 결과는 다음과 같다.\n\n| 모델 | 정확도 |\n| -- | --- |\n| A  | 0.9 |',
    ],
    [
      'Notion',
      '<meta charset="utf-8"><!-- notionvc: 00 --><h3>할 일</h3><ul id="x" class="to-do-list"><li><div class="checkbox checkbox-on"></div><span class="to-do-children-checked">읽기</span></li><li><div class="checkbox checkbox-off"></div><span class="to-do-children-unchecked">쓰기</span></li></ul>',
      '### 할 일\n\n- [x] 읽기\n- [ ] 쓰기',
    ],
    [
      'Excel',
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td {mso-ignore:padding}--></style></head><body><table border=0 cellpadding=0 style='border-collapse:collapse'><!--StartFragment--><col width=72 span=2><tr height=22><td height=22 class=xl65 width=72>Model</td><td>FID</td></tr><tr><td>DDPM</td><td align=right>3.17</td></tr><!--EndFragment--></table></body></html>`,
      '| Model |  FID |\n| ----- | ---: |\n| DDPM  | 3.17 |',
    ],
    [
      'one cell of a spreadsheet',
      '<google-sheets-html-origin><style>td{}</style><table data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody><tr><td style="font-weight:bold"><b>3.17</b></td></tr></tbody></table></google-sheets-html-origin>',
      '**3.17**',
    ],
    [
      'a page with KaTeX',
      '<p>손실 <span class="katex"><span class="katex-mathml"><math><semantics><mrow></mrow><annotation encoding="application/x-tex">L_t</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">L<span style="font-weight:700">t</span></span></span>를</p>',
      '손실 $L_t$를',
    ],
    [
      'a page with MathJax 3',
      '<p>손실 <mjx-container class="MathJax" jax="CHTML"><mjx-math aria-hidden="true"><mjx-mi></mjx-mi></mjx-math><mjx-assistive-mml><math xmlns="http://www.w3.org/1998/Math/MathML"><msub><mi>L</mi><mi>t</mi></msub><mo>=</mo><mfrac><mn>1</mn><mi>α</mi></mfrac></math></mjx-assistive-mml></mjx-container>이다</p>',
      '손실 $L_{t} = \\frac{1}{\\alpha}$이다',
    ],
    [
      'arXiv',
      '<p class="ltx_p">Given <math alttext="x_{0}\\sim q" class="ltx_Math" display="inline"><semantics><mi>x</mi></semantics></math>, see <cite>[<a href="https://arxiv.org/html/1#bib.1">1</a>]</cite></p>',
      'Given $x_{0}\\sim q$, see [[1](https://arxiv.org/html/1#bib.1)]',
    ],
    [
      'code on a page',
      '<pre><code class="language-python">x  =  1\n\u00a0y = 2</code></pre>',
      '```python\nx  =  1\n\u00a0y = 2\n```',
    ],
    ['a page that is only text', '<meta charset="utf-8"><div>- not *markup*</div><div>b</div>', null],
    ['an address bar', '<a href="https://example.org/">https://example.org/</a>', null],
    ['a link with a bad address', '<p><b>a</b> <a href="javascript:alert(1)">b</a></p>', '**a** b'],
  ])('%s', (_, html, markdown) => {
    expect(pasted(html)).toBe(markdown);
  });

  it('hands pictures over that the HTML holds, and counts those that stayed behind', () => {
    const result = clipboardToMarkdown(
      '<p><img src="data:image/png;base64,iVBOR\nw0KGgo=" alt="그림 1"> <img src="file:///C:/temp/clip_image001.png"> <img src="https://example.org/b.png"></p>',
      { ...options, firstImage: 3 },
    );
    expect(result).toMatchObject({
      markdown: '![그림 1](pasted:3)  ![](https://example.org/b.png)',
      images: [{ marker: 'pasted:3', data: 'data:image/png;base64,iVBORw0KGgo=' }],
      lostImages: 1,
    });
  });

  it.each([
    ['<b>a</b> b', true],
    ['<p>a <b>b</b></p>', true],
    ['<p><b>a</b></p><p>b</p>', false],
    ['<h2>a</h2>', false],
    ['<ul><li>a</li></ul>', false],
  ])('tells words from blocks: %s', (html, isInline) => {
    expect(clipboardToMarkdown(html, options)).toMatchObject({ isInline });
  });

  it('refuses what would take seconds', () => {
    expect(clipboardToMarkdown(`<p>${'<b>a</b> '.repeat(clipboardLimit / 8)}</p>`, options)).toBe(
      'too-large',
    );
    const picture = `<p><b>a</b><img src="data:image/png;base64,${'A'.repeat(3_000_000)}"></p>`;
    expect(clipboardToMarkdown(picture, options)).toMatchObject({ markdown: '**a**![](pasted:1)' });
  });

  it('leaves what is nested beyond measure to the plain text', () => {
    expect(pasted(`${'<div>'.repeat(20_000)}<b>a</b>`)).toBeNull();
  });
});

/**
 * Commands of KaTeX 0.16, from its tables of symbols, functions and macros. latex.test.ts has KaTeX read each of them.
 */

/** Names with what they draw, in turns. */
export const symbols =
  'Alpha A And & Bbbk k Beta B Box □ Bumpeq ≎ Cap ⋒ Chi X Colonapprox ∷≈ Coloneq ∷− Coloneqq ∷= ' +
  'Colonsim ∷∼ Complex C Cup ⋓ Dagger ‡ Darr ⇓ Delta Δ Diamond ◊ Doteq ≑ Downarrow ⇓ Epsilon E ' +
  'Eqcolon −∷ Eqqcolon =∷ Eta H Finv Ⅎ Game ⅁ Gamma Γ Harr ⇔ Im ℑ Iota I Join ⋈ Kappa K Lambda Λ Larr ⇐ ' +
  'Leftarrow ⇐ Leftrightarrow ⇔ Lleftarrow ⇚ Longleftarrow ⟸ Longleftrightarrow ⟺ Longrightarrow ⟹ ' +
  'Lrarr ⇔ Lsh ↰ Mu M Nu N Omega Ω Omicron O Phi Φ Pi Π Psi Ψ Rarr ⇒ Re ℜ Reals R Rho P Rightarrow ⇒ ' +
  'Rrightarrow ⇛ Rsh ↱ Sigma Σ Subset ⋐ Supset ⋑ Tau T Theta Θ Uarr ⇑ Uparrow ⇑ Updownarrow ⇕ Upsilon Υ ' +
  'Vdash ⊩ Vert ∥ Vvdash ⊪ Xi Ξ Zeta Z alef ℵ aleph ℵ alpha α amalg ⨿ approx ≈ approxcolon ≈: ' +
  'approxcoloncolon ≈∷ approxeq ≊ ast ∗ asymp ≍ backepsilon ∍ backprime ‵ backsim ∽ backsimeq ⋍ ' +
  'backslash \\ barwedge ⊼ because ∵ beta β beth ℶ between ≬ blacklozenge ⧫ blacksquare ■ ' +
  'blacktriangle ▲ blacktriangledown ▼ blacktriangleleft ◀ blacktriangleright ▶ bot ⊥ bowtie ⋈ boxdot ⊡ ' +
  'boxminus ⊟ boxplus ⊞ boxtimes ⊠ bull ∙ bullet ∙ bumpeq ≏ cap ∩ cdot ⋅ cdotp ⋅ cdots ⋯ centerdot ⋅ ' +
  'checkmark ✓ chi χ circ ∘ circeq ≗ circlearrowleft ↺ circlearrowright ↻ circledR ® circledS Ⓢ ' +
  'circledast ⊛ circledcirc ⊚ circleddash ⊝ clubs ♣ clubsuit ♣ colon : colonapprox :≈ coloncolon ∷ ' +
  'coloncolonapprox ∷≈ coloncolonequals ∷= coloncolonminus ∷− coloncolonsim ∷∼ coloneq :− coloneqq ≔ ' +
  'colonequals ≔ colonminus :− colonsim :∼ complement ∁ cong ≅ coprod ∐ copyright © cup ∪ curlyeqprec ⋞ ' +
  'curlyeqsucc ⋟ curlyvee ⋎ curlywedge ⋏ curvearrowleft ↶ curvearrowright ↷ dArr ⇓ dag † dagger † ' +
  'daleth ℸ darr ↓ dashleftarrow ⇠ dashrightarrow ⇢ dashv ⊣ dblcolon ∷ ddag ‡ ddagger ‡ ddots ⋱ ' +
  'degree ° delta δ diagdown ╲ diagup ╱ diamond ⋄ diamonds ♢ diamondsuit ♢ digamma ϝ div ÷ ' +
  'divideontimes ⋇ doteq ≐ doteqdot ≑ dotplus ∔ dots … dotsb ⋯ dotsc … dotsi ⋯ dotsm ⋯ dotso … dotsx … ' +
  'doublebarwedge ⩞ doublecap ⋒ doublecup ⋓ downarrow ↓ downdownarrows ⇊ downharpoonleft ⇃ ' +
  'downharpoonright ⇂ ell ℓ emptyset ∅ epsilon ϵ eqcirc ≖ eqcolon ∹ eqqcolon ≕ eqsim ≂ eqslantgtr ⪖ ' +
  'eqslantless ⪕ equalscolon ≕ equalscoloncolon =∷ equiv ≡ eta η eth ð exists ∃ fallingdotseq ≒ flat ♭ ' +
  'forall ∀ frown ⌢ gamma γ ge ≥ geq ≥ geqq ≧ geqslant ⩾ gets ← gg ≫ ggg ⋙ gggtr ⋙ gimel ℷ gnapprox ⪊ ' +
  'gneq ⪈ gneqq ≩ gnsim ⋧ gt > gtrapprox ⪆ gtrdot ⋗ gtreqless ⋛ gtreqqless ⪌ gtrless ≷ gtrsim ≳ ' +
  'gvertneqq ≩ hArr ⇔ harr ↔ hbar ℏ hearts ♡ heartsuit ♡ hookleftarrow ↩ hookrightarrow ↪ hslash ℏ ' +
  'iff ⟺ iiint ∭ iint ∬ image ℑ imageof ⊷ imath ı impliedby ⟸ implies ⟹ in ∈ infin ∞ infty ∞ int ∫ ' +
  'intercal ⊺ intop ∫ iota ι isin ∈ jmath ȷ kappa κ lArr ⇐ lBrace ⦃ lVert ∥ lambda λ land ∧ lang ⟨ ' +
  'langle ⟨ larr ← lbrace { lbrack [ lceil ⌈ ldotp . ldots … le ≤ leadsto ⇝ leftarrow ← leftarrowtail ↢ ' +
  'leftharpoondown ↽ leftharpoonup ↼ leftleftarrows ⇇ leftrightarrow ↔ leftrightarrows ⇆ ' +
  'leftrightharpoons ⇋ leftrightsquigarrow ↭ leftthreetimes ⋋ leq ≤ leqq ≦ leqslant ⩽ lessapprox ⪅ ' +
  'lessdot ⋖ lesseqgtr ⋚ lesseqqgtr ⪋ lessgtr ≶ lesssim ≲ lfloor ⌊ lgroup ⟮ lhd ⊲ ll ≪ llbracket ⟦ ' +
  'llcorner ⌞ lll ⋘ llless ⋘ lmoustache ⎰ lnapprox ⪉ lneq ⪇ lneqq ≨ lnot ¬ lnsim ⋦ longleftarrow ⟵ ' +
  'longleftrightarrow ⟷ longmapsto ⟼ longrightarrow ⟶ looparrowleft ↫ looparrowright ↬ lor ∨ lozenge ◊ ' +
  'lparen ( lrArr ⇔ lrarr ↔ lrcorner ⌟ lt < ltimes ⋉ lvert ∣ lvertneqq ≨ maltese ✠ mapsto ↦ ' +
  'mathellipsis … mathsterling £ measuredangle ∡ mho ℧ mid ∣ minuscolon ∹ minuscoloncolon −∷ minuso ⦵ ' +
  'models ⊨ mp ∓ mu μ multimap ⊸ nLeftarrow ⇍ nLeftrightarrow ⇎ nRightarrow ⇏ nVDash ⊯ nVdash ⊮ nabla ∇ ' +
  'natural ♮ ncong ≆ ne ≠ nearrow ↗ neg ¬ neq ≠ nexists ∄ ngeq ≱ ngeqq ≱ ngeqslant ≱ ngtr ≯ ni ∋ ' +
  'nleftarrow ↚ nleftrightarrow ↮ nleq ≰ nleqq ≰ nleqslant ≰ nless ≮ nmid ∤ notin ∉ notni ∌ nparallel ∦ ' +
  'nprec ⊀ npreceq ⋠ nrightarrow ↛ nshortmid ∤ nshortparallel ∦ nsim ≁ nsubseteq ⊈ nsubseteqq ⊈ nsucc ⊁ ' +
  'nsucceq ⋡ nsupseteq ⊉ nsupseteqq ⊉ ntriangleleft ⋪ ntrianglelefteq ⋬ ntriangleright ⋫ ' +
  'ntrianglerighteq ⋭ nu ν nvDash ⊭ nvdash ⊬ nwarrow ↖ odot ⊙ oiiint ∰ oiint ∯ oint ∮ omega ω omicron ο ' +
  'ominus ⊖ oplus ⊕ ordinarycolon : origof ⊶ oslash ⊘ otimes ⊗ owns ∋ parallel ∥ partial ∂ perp ⊥ phi ϕ ' +
  'pi π pitchfork ⋔ plusmn ± pm ± pounds £ prec ≺ precapprox ⪷ preccurlyeq ≼ preceq ⪯ precnapprox ⪹ ' +
  'precneqq ⪵ precnsim ⋨ precsim ≾ prime ′ prod ∏ propto ∝ psi ψ rArr ⇒ rBrace ⦄ rVert ∥ rang ⟩ ' +
  'rangle ⟩ rarr → ratio : rbrace } rbrack ] rceil ⌉ real ℜ reals R restriction ↾ rfloor ⌋ rgroup ⟯ ' +
  'rhd ⊳ rho ρ rightarrow → rightarrowtail ↣ rightharpoondown ⇁ rightharpoonup ⇀ rightleftarrows ⇄ ' +
  'rightleftharpoons ⇌ rightrightarrows ⇉ rightsquigarrow ⇝ rightthreetimes ⋌ risingdotseq ≓ ' +
  'rmoustache ⎱ rparen ) rrbracket ⟧ rtimes ⋊ rvert ∣ sdot ⋅ searrow ↘ sect § setminus ∖ sharp ♯ ' +
  'shortmid ∣ shortparallel ∥ sigma σ sim ∼ simcolon ∼: simcoloncolon ∼∷ simeq ≃ smallfrown ⌢ ' +
  'smallint ∫ smallsetminus ∖ smallsmile ⌣ smile ⌣ spades ♠ spadesuit ♠ sphericalangle ∢ sqcap ⊓ ' +
  'sqcup ⊔ sqsubset ⊏ sqsubseteq ⊑ sqsupset ⊐ sqsupseteq ⊒ square □ star ⋆ sub ⊂ sube ⊆ subset ⊂ ' +
  'subseteq ⊆ subseteqq ⫅ subsetneq ⊊ subsetneqq ⫋ succ ≻ succapprox ⪸ succcurlyeq ≽ succeq ⪰ ' +
  'succnapprox ⪺ succneqq ⪶ succnsim ⋩ succsim ≿ sum ∑ supe ⊇ supset ⊃ supseteq ⊇ supseteqq ⫆ ' +
  'supsetneq ⊋ supsetneqq ⫌ swarrow ↙ tau τ textcopyright © textregistered ® therefore ∴ theta θ ' +
  'thetasym ϑ thickapprox ≈ thicksim ∼ times × to → top ⊤ triangle △ triangledown ▽ triangleleft ◃ ' +
  'trianglelefteq ⊴ triangleq ≜ triangleright ▹ trianglerighteq ⊵ twoheadleftarrow ↞ ' +
  'twoheadrightarrow ↠ uArr ⇑ uarr ↑ ulcorner ⌜ unlhd ⊴ unrhd ⊵ uparrow ↑ updownarrow ↕ upharpoonleft ↿ ' +
  'upharpoonright ↾ uplus ⊎ upsilon υ upuparrows ⇈ urcorner ⌝ vDash ⊨ varDelta Δ varGamma Γ varLambda Λ ' +
  'varOmega Ω varPhi Φ varPi Π varPsi Ψ varSigma Σ varTheta Θ varUpsilon Υ varXi Ξ varepsilon ε ' +
  'varkappa ϰ varnothing ∅ varphi φ varpi ϖ varpropto ∝ varrho ϱ varsigma ς varsubsetneq ⊊ ' +
  'varsubsetneqq ⫋ varsupsetneq ⊋ varsupsetneqq ⫌ vartheta ϑ vartriangle △ vartriangleleft ⊲ ' +
  'vartriangleright ⊳ varvdots ⋮ vcentcolon : vdash ⊢ vdots ⋮ vee ∨ veebar ⊻ vert ∣ wedge ∧ weierp ℘ ' +
  'wp ℘ wr ≀ xi ξ yen ¥ zeta ζ';

/** Names that take one argument. */
export const withArgument =
  'Bbb Overrightarrow acute bar bcancel bm boldsymbol boxed breve cancel check ddddot dddot ddot dot ' +
  'frak grave hat mathbb mathbf mathcal mathfrak mathit mathnormal mathring mathrm mathscr mathsf ' +
  'mathtt operatorname overbrace overbracket overgroup overleftarrow overleftharpoon overleftrightarrow ' +
  'overline overlinesegment overrightarrow overrightharpoon pmod pod sout textbf textcircled textit ' +
  'textnormal textrm textsf texttt tilde underbar underbrace underbracket undergroup underleftarrow ' +
  'underleftrightarrow underline underlinesegment underrightarrow utilde vec widecheck widehat ' +
  'widetilde xLeftarrow xLeftrightarrow xRightarrow xcancel xhookleftarrow xhookrightarrow xleftarrow ' +
  'xleftequilibrium xleftharpoondown xleftharpoonup xleftrightarrow xleftrightharpoons xlongequal ' +
  'xmapsto xrightarrow xrightequilibrium xrightharpoondown xrightharpoonup xrightleftarrows ' +
  'xrightleftharpoons xtofrom xtwoheadleftarrow xtwoheadrightarrow';

/** Names that draw a word or a space. */
export const words =
  'Pr arccos arcsin arctan arg argmax argmin bmod cal cos cosh cot coth csc deg det dim enskip enspace ' +
  'exp gcd hom inf injlim ker lg lim liminf limsup ln log max medspace min plim projlim qquad quad sec ' +
  'sin sinh sup tan tanh thickspace thinspace varinjlim varliminf varlimsup varprojlim';

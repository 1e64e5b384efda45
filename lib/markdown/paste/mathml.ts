import type { Element, ElementContent } from 'hast';
import { isElement, property, textOf } from './prepare';

const names: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'α alpha β beta γ gamma δ delta ϵ epsilon ε varepsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda ' +
    'μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon ϕ phi φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta ' +
    'Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega ∑ sum ∏ prod ∫ int ∮ oint ∂ partial ∇ nabla ∞ infty ' +
    '≤ le ≥ ge ≠ ne ≈ approx ∼ sim ≃ simeq ≡ equiv ∝ propto ± pm ∓ mp × times ÷ div ⋅ cdot ∘ circ ∈ in ∉ notin ' +
    '⊂ subset ⊆ subseteq ∪ cup ∩ cap ∅ emptyset ∀ forall ∃ exists ¬ neg ∧ wedge ∨ vee → to ← leftarrow ' +
    '⇒ Rightarrow ⇔ Leftrightarrow ↦ mapsto … ldots ⋯ cdots ⊤ top ⊥ perp ∥ parallel ⟨ langle ⟩ rangle ℓ ell ' +
    '⊙ odot ⊗ otimes ⊕ oplus ≪ ll ≫ gg ∣ mid ‖ Vert ℝ mathbb{R} ℤ mathbb{Z} ℕ mathbb{N} 𝔼 mathbb{E} ′ prime'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, part, index, all) => {
      if (index % 2 === 0) pairs.push([part, all[index + 1] ?? '']);
      return pairs;
    }, []),
);

const functions =
  /^(?:sin|cos|tan|log|ln|exp|max|min|arg|sup|inf|lim|det|dim|ker|gcd|Pr|tanh|sinh|cosh|argmax|argmin)$/;
const relations =
  /^(?:=|<|>|\\(?:le|ge|ne|approx|sim|simeq|equiv|propto|in|notin|subset|subseteq|to|leftarrow|Rightarrow|Leftrightarrow|mapsto|mid|pm|mp|times|cdot|cup|cap))$/;
const accents: Readonly<Record<string, string>> = {
  '^': 'hat',
  ˆ: 'hat',
  '~': 'tilde',
  '˜': 'tilde',
  '¯': 'bar',
  '‾': 'bar',
  '→': 'vec',
  '˙': 'dot',
};

/**
 * MathML as LaTeX, as far as formulas of papers need it: letters, operators, scripts, fractions, roots, accents,
 * tables. For pages that draw formulas without their source.
 */
export function mathToLatex(math: Element): string {
  return row(math.children).replace(/\s+/g, ' ').trim();
}

function row(children: readonly ElementContent[]): string {
  return children
    .map(latex)
    .join('')
    .replace(/(\\[A-Za-z]+) (?=[^A-Za-z])/g, '$1 ');
}

function latex(node: ElementContent): string {
  if (node.type === 'text') return node.value.trim();
  if (!isElement(node)) return '';
  const parts = node.children.filter((child): child is Element => isElement(child));
  const part = (index: number): string => {
    const child = parts[index];
    return child ? latex(child).trim() : '';
  };
  const argument = (index: number): string => `{${part(index)}}`;
  switch (node.tagName) {
    case 'mi':
      return identifier(node);
    case 'mn':
      return textOf(node).trim();
    case 'mo':
      return operator(textOf(node).trim());
    case 'mtext':
    case 'ms':
      return textOf(node).trim() === '' ? ' ' : `\\text{${textOf(node)}}`;
    case 'mspace':
      return ' ';
    case 'msub':
      return `${part(0)}_${argument(1)}`;
    case 'msup':
      return `${part(0)}^${argument(1)}`;
    case 'msubsup':
      return `${part(0)}_${argument(1)}^${argument(2)}`;
    case 'munderover':
      return `${part(0)}_${argument(1)}^${argument(2)}`;
    case 'munder':
      return `${part(0)}_${argument(1)}`;
    case 'mover': {
      const accent = accents[textOf(parts[1] ?? node).trim()];
      return accent ? `\\${accent}${argument(0)}` : `${part(0)}^${argument(1)}`;
    }
    case 'mfrac':
      return `\\frac${argument(0)}${argument(1)}`;
    case 'msqrt':
      return `\\sqrt{${row(node.children).trim()}}`;
    case 'mroot':
      return `\\sqrt[${part(1)}]${argument(0)}`;
    case 'mfenced':
      return `${property(node, 'open') || '('}${parts.map((child) => latex(child)).join(', ')}${property(node, 'close') || ')'}`;
    case 'mtable':
      return `\\begin{matrix}${parts.map((child) => latex(child)).join(' \\\\ ')}\\end{matrix}`;
    case 'mtr':
      return parts.map((child) => latex(child).trim()).join(' & ');
    case 'annotation':
    case 'annotation-xml':
      return '';
    default:
      return row(node.children);
  }
}

function identifier(node: Element): string {
  const value = textOf(node).trim();
  const name = names[value];
  if (name) return `\\${name} `;
  if (functions.test(value))
    return value.startsWith('arg') && value !== 'arg' ? `\\operatorname{${value}}` : `\\${value} `;
  const variant = property(node, 'mathvariant') || property(node, 'mathVariant');
  if (variant === 'bold' || variant === 'bold-italic') return `\\mathbf{${value}}`;
  if ([...value].length > 1 || variant === 'normal') return `\\mathrm{${value}}`;
  return value;
}

function operator(value: string): string {
  // Invisible: applied to, times, and.
  if (/^[\u2061-\u2064]?$/.test(value)) return '';
  if (value === '−') return '-';
  if (/^[{}%&#$_]$/.test(value)) return `\\${value}`;
  const name = names[value];
  const command = name ? `\\${name}` : value;
  return relations.test(command) ? ` ${command} ` : name ? `${command} ` : command;
}

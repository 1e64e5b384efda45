/**
 * What one post may ask for. Beyond these the pipeline says so and shows source, because work that grows faster than
 * the source (emphasis, nesting, macro expansion) would let one post hold up everyone.
 */
export const LIMITS = {
  /** Characters of source that are rendered. */
  source: 200_000,
  lines: 60_000,
  /** Lines with something on them. */
  filledLines: 6_000,
  /** Blocks inside blocks (quotes, lists) in the source. */
  containers: 25,
  /** Nodes inside nodes in the syntax tree of one block. */
  depth: 120,
  /** What parsing inline syntax may cost, in the unit of source.ts. */
  inlineWork: 40_000_000,
  /** Footnotes and references to them. */
  notes: 1_000,
  /** Links and what looks like one. */
  addresses: 6_000,
  /** Cells of all tables, those that short rows are filled up with included. */
  tableCells: 20_000,
  /** Tags of raw HTML. */
  htmlTags: 4_000,
  /** Elements of raw HTML inside each other. */
  htmlDepth: 40,
  /** Characters of one address. */
  address: 2_048,
  /** Characters that references may add by repeating the addresses of their definitions. */
  repeatedAddresses: 1_000_000,
  formulas: 2_000,
  /** Characters of one formula. */
  formula: 4_000,
  /** Braces inside braces in one formula, and elements inside elements of what it becomes. */
  formulaBraces: 40,
  formulaDepth: 250,
  /** Characters of all formulas. */
  formulasTogether: 120_000,
  /** Characters that macros may expand to, in one formula and in all. */
  expansion: 10_000,
  expansionTogether: 60_000,
  /** Elements that formulas may become. */
  formulaElements: 60_000,
  /** Em; larger lengths in a formula would reach outside its place. */
  formulaLength: 30,
  /** Characters of code that are highlighted, in one block and in all; the rest is plain. */
  code: 30_000,
  codeTogether: 150_000,
  codeLine: 2_000,
} as const;

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { createRandom, type Random } from './random';
import { heading, sentence, type CorpusLanguage } from './words';

const SEED = 20_220_923;
/** The newest posts are of this month, whatever the size, so that lists of all sizes show the same kind of posts. */
const NEWEST = Date.UTC(2024, 5, 28);
const DAY = 86_400_000;
/** Of ten posts, how many are written in Korean. */
const KOREAN = 0.7;

const CATEGORIES = ['ai', 'algorithm', 'systems', 'security'] as const;
const TAGS = [
  'speech',
  'vision',
  'language-model',
  'diffusion',
  'reinforcement',
  'graph',
  'optimisation',
  'retrieval',
  'audio',
  'robotics',
  'compiler',
  'database',
  'network',
  'theory',
  '생성-모델',
  '음성-인식',
  '강화-학습',
  '추천',
  '그래프',
  '증명',
];
const AUTHORS = ['김하늘', '이도윤', '박서연', '최민준', 'Ada Kwon', 'Jun Park', 'Mina Lee', 'Theo Han'];
const PICTURES = 8;

/** What a benchmark must know of the site that it wrote. */
export interface Corpus {
  /** Folder of the Hugo site. */
  folder: string;
  /** Addresses of the posts, newest first. */
  posts: string[];
  /** Address of the month with the newest post. */
  month: string;
  /** Bytes of all Markdown. */
  bytes: number;
}

/** Writes a Hugo site of `count` posts into `folder`; the same one for the same count. */
export async function writeCorpus(folder: string, count: number): Promise<Corpus> {
  writePlain(folder, 'hugo.toml', CONFIG);
  const pictures = await writePictures(folder);
  const posts: string[] = [];
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    const post = makePost(index, pictures);
    bytes += Buffer.byteLength(post.text);
    writePlain(folder, `content${post.path.slice(0, -1)}.md`, post.text);
    posts.push(post.path);
  }
  const newest = posts[0] ?? '';
  return { folder, posts, month: newest.slice(0, newest.lastIndexOf('/', newest.length - 2) + 1), bytes };
}

const CONFIG = `baseURL = "https://blog.example/"
title = "Reading group"
[markup.goldmark.renderer]
unsafe = true
[[params.nav.custom]]
title = "AI"
url = "/ai/"
[[params.nav.custom]]
title = "Algorithm"
url = "/algorithm/"
`;

function writePlain(folder: string, path: string, content: string | Buffer): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
}

/** Pictures that posts share, large enough to get narrower variants. */
async function writePictures(folder: string): Promise<string[]> {
  const [width, height] = [1200, 675];
  const paths: string[] = [];
  for (let picture = 0; picture < PICTURES; picture += 1) {
    const pixels = Buffer.alloc(width * height * 3);
    for (let at = 0; at < width * height; at += 1) {
      const [x, y] = [at % width, Math.floor(at / width)];
      pixels[at * 3] = (x * (picture + 1)) >> 3;
      pixels[at * 3 + 1] = (y * (picture + 2)) >> 2;
      pixels[at * 3 + 2] = (x ^ y) & 0xff;
    }
    const png = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();
    const path = `/assets/img/figure-${picture}.png`;
    writePlain(folder, `static${path}`, png);
    paths.push(path);
  }
  return paths;
}

function makePost(index: number, pictures: readonly string[]): { path: string; text: string } {
  const random = createRandom(SEED + index);
  const language: CorpusLanguage = random.chance(KOREAN) ? 'ko' : 'en';
  // Four posts a week, all in the past of whoever measures.
  const date = new Date(NEWEST - Math.floor((index * DAY * 7) / 4));
  const day = date.toISOString().slice(0, 10);
  const category = index === 0 ? CATEGORIES[0] : random.pick(CATEGORIES);
  const title = heading(random, language);
  const tags = new Set([random.pick(TAGS), random.pick(TAGS), random.pick(TAGS)]);
  const head = [
    '---',
    `title: ${JSON.stringify(title)}`,
    `date: ${date.toISOString()}`,
    `tags: ${JSON.stringify([...tags])}`,
    `author: ${JSON.stringify(random.pick(AUTHORS))}`,
    '---',
    '',
  ].join('\n');
  const path = `/${category}/${day.slice(0, 7)}/${day.slice(2).replaceAll('-', '')}-post-${index}/`;
  return { path, text: head + body(random, language, pictures) };
}

function body(random: Random, language: CorpusLanguage, pictures: readonly string[]): string {
  const parts = [paragraph(random, language), '<!--more-->'];
  const sections = random.between(4, 6);
  for (let section = 0; section < sections; section += 1) {
    parts.push(`## ${heading(random, language)}`);
    const paragraphs = random.between(1, 2);
    for (let n = 0; n < paragraphs; n += 1) parts.push(paragraph(random, language));
    if (random.chance(0.6)) parts.push(`$$\n${random.pick(DISPLAYED)}\n$$`);
    if (random.chance(0.35)) parts.push(list(random, language));
    if (random.chance(0.3)) parts.push(`\`\`\`${random.pick(CODE)}\n\`\`\``);
    if (random.chance(0.25)) parts.push(table(random, language));
  }
  parts.push(`![${heading(random, language)}](${random.pick(pictures)})`, paragraph(random, language));
  return `${parts.join('\n\n')}\n`;
}

function paragraph(random: Random, language: CorpusLanguage): string {
  const sentences = random.between(4, 7);
  const texts: string[] = [];
  for (let n = 0; n < sentences; n += 1) {
    const text = sentence(random, language);
    if (random.chance(0.2)) texts.push(`$${random.pick(INLINE)}$: ${text}`);
    else if (random.chance(0.1)) texts.push(`**${text}**`);
    else texts.push(text);
  }
  return texts.join(' ');
}

function list(random: Random, language: CorpusLanguage): string {
  const items = random.between(3, 5);
  return Array.from({ length: items }, () => `- ${sentence(random, language)}`).join('\n');
}

function table(random: Random, language: CorpusLanguage): string {
  const rows = Array.from(
    { length: 4 },
    () => `| ${heading(random, language)} | ${random.between(100, 999) / 10} | ${random.between(10, 99)} |`,
  );
  return ['|   | BLEU | ms |', '| --- | ---: | ---: |', ...rows].join('\n');
}

const INLINE = [
  String.raw`p_\theta(x \mid z)`,
  String.raw`\mathcal{O}(n \log n)`,
  String.raw`x_t = \sqrt{\bar\alpha_t}\,x_0 + \sqrt{1-\bar\alpha_t}\,\epsilon`,
  String.raw`\|W\|_F^2`,
  'e^{i\\pi}+1=0',
  String.raw`\lambda \in [0, 1)`,
];
const DISPLAYED = [
  String.raw`\mathrm{Attention}(Q,K,V)=\mathrm{softmax}\!\left(\frac{QK^\top}{\sqrt{d_k}}\right)V`,
  String.raw`\log p(x) \ge \mathbb{E}_{q(z \mid x)}\left[\log \frac{p(x,z)}{q(z \mid x)}\right]`,
  String.raw`\begin{aligned} V^\pi(s) &= \sum_a \pi(a \mid s) \sum_{s'} P(s' \mid s,a)\left[r + \gamma V^\pi(s')\right] \\ &\le \max_a Q^\pi(s,a) \end{aligned}`,
  String.raw`\begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{pmatrix}\begin{pmatrix} x \\ y \end{pmatrix}`,
];
const CODE = [
  `python
import torch

def attention(query, key, value):
    scores = query @ key.transpose(-2, -1) / key.shape[-1] ** 0.5
    return scores.softmax(dim=-1) @ value`,
  `cpp
#include <queue>
#include <vector>

std::vector<int> distances(const std::vector<std::vector<int>>& graph, int start) {
  std::vector<int> seen(graph.size(), -1);
  std::queue<int> next;
  seen[start] = 0;
  for (next.push(start); !next.empty(); next.pop())
    for (int to : graph[next.front()])
      if (seen[to] < 0) { seen[to] = seen[next.front()] + 1; next.push(to); }
  return seen;
}`,
  `sql
SELECT category, count(*) AS posts
FROM post
WHERE listed_at IS NOT NULL
GROUP BY category
ORDER BY posts DESC;`,
];

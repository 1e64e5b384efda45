/** Posts of our own for the quality of the search: `slug | author | tags | title | text`; neighbours in topic are near misses. */
export const CORPUS = `
ddpm | 정유호 | 생성 모델 | 확산모델 입문: DDPM을 처음부터 | 잡음을 조금씩 더하고 신경망이 그 잡음을 지우도록 학습한다.
latent | 김하늘 | 생성 모델 | 잠재 확산으로 큰 그림 만들기 | 오토인코더의 잠재 공간에서 확산 과정을 돌려 계산을 줄인다.
gan | 박서연 | 생성 모델 | GAN을 다시 읽다 | 생성자와 판별자가 서로 겨루며 학습이 불안정해진다.
vae | 정유호 | 생성 모델 | 변분 오토인코더의 손실 함수 | 재구성 오차와 쿨백 라이블러 발산을 함께 줄인다.
flow | Ada Kwon | generative | Normalizing flows step by step | Invertible layers give an exact likelihood through the Jacobian.
attention | 김하늘 | 언어 모델 | 트랜스포머의 어텐션 그림으로 보기 | 질의와 키의 내적을 소프트맥스로 바꾸어 값에 곱한다.
bert | 박서연 | 언어 모델 | BERT 사전 학습 정리 | 가려진 낱말을 맞히는 과제로 양방향 표현을 얻는다.
gpt | Jun Park | 언어 모델 | GPT-3와 퓨샷 학습 | 예시 몇 개만 보여 주면 미세 조정 없이 과제를 푼다.
nlp | 정유호 | 언어 모델 | 자연 어 처리의 역사 | 통계적 언어모델에서 신경망까지 흐름을 훑는다.
morph | 김하늘 | 한국어 | 한국어 형태소 분석기 비교 | 띄어쓰기 오류에 얼마나 강한지 세 도구로 실험했다.
bpe | Ada Kwon | tokens | Byte pair encoding from scratch | Merging frequent pairs builds a subword vocabulary.
whisper | 정유호 | 음성 인식 | Whisper 논문 읽기 | 약한 지도로 모은 68만 시간의 음성으로 인식기를 학습한다.
tts | 박서연 | 음성 합성 | 음성 합성의 운율 제어 | 높낮이와 길이를 따로 예측해 자연스러운 말소리를 만든다.
ssl | Jun Park | 음성 인식 | self-supervised 학습으로 얻은 음성 표현 | 라벨 없이 대조 손실로 wav2vec을 학습한다.
clip | Ada Kwon | vision | Reading CLIP: images and text in one space | A contrastive loss pulls matching pairs together.
resnet | 김하늘 | 비전 | ResNet50의 잔차 연결 | 깊은 합성곱 신경망에서도 기울기가 사라지지 않는다.
vit | 박서연 | 비전 | 이미지를 조각으로: 비전 트랜스포머 | 그림을 조각으로 나누어 토큰처럼 다룬다.
yolo | Jun Park | 비전 | YOLOv5로 객체 검출하기 | 앵커 상자와 비최대 억제를 설명한다.
seg | Mina Lee | vision | Segmentation with U-Net on medical images | Skip connections keep the fine boundary of organs.
nerf | Mina Lee | vision | Neural radiance fields explained | A network maps a ray to colour and density.
dqn | 최민준 | 강화 학습 | DQN으로 게임 배우기 | 경험 재생과 목표 신경망으로 가치 함수를 안정시킨다.
ppo | 최민준 | 강화 학습 | PPO 정책 경사 한눈에 | 정책이 한 번에 너무 멀리 가지 않도록 비율을 자른다.
rlhf | Ada Kwon | alignment | Reinforcement learning from human feedback | A reward model is learned from pairwise preferences.
mcts | 최민준 | 강화 학습 | 몬테카를로 트리 탐색과 바둑 | 탐색과 활용의 균형을 상한 신뢰 구간으로 잡는다.
gnn | 이도윤 | 그래프 | 그래프 신경망의 메시지 전달 | 이웃의 특징을 모아 노드 표현을 갱신한다.
dijkstra | 이도윤 | 알고리즘 | 다익스트라 최단 경로 증명 | 음의 간선이 없을 때 탐욕이 옳음을 보인다.
bellman | 이도윤 | 알고리즘 | 벨만 포드와 음의 순환 | 간선을 거듭 완화하여 최단 거리를 구한다.
mst | 이도윤 | 알고리즘 | 최소 신장 트리: 크루스칼과 프림 | 서로소 집합으로 순환을 피한다.
dp | 이도윤 | 알고리즘 | 동적 계획법 문제 풀이 | 부분 문제의 답을 표에 적어 두고 다시 쓴다.
segtree | 최민준 | 알고리즘 | 세그먼트 트리와 느린 갱신 | 구간의 합을 로그 시간에 묻는다.
fft | Theo Han | algorithm | Fast Fourier transform for multiplying polynomials | Roots of unity halve the work at each level.
kmp | Theo Han | algorithm | String matching with KMP | The failure function skips what is known to match.
hash | Theo Han | algorithm | Consistent hashing in practice | Moving few keys when a server leaves the ring.
quick | 이도윤 | 알고리즘 | 퀵 정렬은 왜 빠른가 | 기준값을 고르는 방법에 따라 시간이 달라진다.
cpp | Theo Han | languages | Move semantics in C++ | Rvalue references avoid a copy of the buffer.
clang | Theo Han | languages | Undefined behaviour in C | Signed overflow lets the compiler remove a check.
rust | Jun Park | 언어 | Rust의 소유권과 빌림 | 수명 검사로 데이터 경쟁을 막는다.
adam | Mina Lee | optimisation | Adam and weight decay | Decoupling the decay from the gradient step generalises better.
sgd | 김하늘 | 최적화 | 확률적 경사 하강법의 학습률 | 준비 단계와 코사인 감쇠를 비교한다.
bn | 박서연 | 최적화 | 배치 정규화는 무엇을 하나 | 층 입력의 분포를 고르게 하여 학습을 빠르게 한다.
dropout | 박서연 | 정칙화 | 드롭아웃과 과적합 | 뉴런을 무작위로 끄면 앙상블의 효과가 난다.
lora | Jun Park | 언어 모델 | LoRA로 미세 조정하기 | 저차원 행렬만 학습하여 메모리를 아낀다.
distil | Ada Kwon | compression | Knowledge distillation of large models | A small student imitates the soft targets of a teacher.
quant | Mina Lee | compression | Quantization to eight bits | Weights are rounded with a scale for each channel.
rag | 김하늘 | 검색 | 검색 증강 생성 RAG 구조 | 문서를 벡터로 찾아 질문에 덧붙인다.
bm25 | Ada Kwon | retrieval | BM25 and why it still wins | Term frequency saturates and long documents pay for length.
dense | Jun Park | retrieval | Dense passage retrieval | Two encoders embed questions and passages in one space.
reco | 최민준 | 추천 | 행렬 분해로 영화 추천 | 사용자와 항목을 잠재 요인으로 나타낸다.
causal | Mina Lee | statistics | Causal inference with instruments | An instrument moves the treatment but not the outcome.
bayes | 김하늘 | 통계 | 베이즈 정리와 사전 분포 | 자료를 본 뒤 믿음을 갱신한다.
mcmc | Mina Lee | statistics | Hamiltonian Monte Carlo sampling | Momentum carries the chain through the posterior.
raft | Theo Han | systems | Consensus with Raft | A leader replicates its log to a majority.
lsm | Theo Han | systems | LSM trees behind databases | Writes go to memory first and are compacted later.
attack | 박서연 | 보안 | 적대적 예제와 강건성 | 눈에 보이지 않는 잡음이 분류기를 속인다.
privacy | Mina Lee | 보안 | 차등 정보 보호 2023년 동향 | 기울기에 잡음을 더해 개인의 자료를 감춘다.
mamba | 정유호 | 언어 모델 | 상태 공간 모델 Mamba | 선택하는 순환으로 긴 문맥을 선형 시간에 읽는다.
`;

/** Questions: kind | question | slugs that it should find. Every third is held out of what the ranking was looked at with. */
export const QUESTIONS = `
two syllables | 확산 | ddpm latent
two syllables | 잡음 | ddpm attack privacy
two syllables | 음성 | whisper tts ssl
two syllables | 정책 | ppo
two syllables | 이미지 | vit
compound | 모델 | ddpm latent gan vae attention bert gpt nlp lora mamba
compound | 신경망 | gnn ddpm nlp resnet dqn
compound | 어텐션 | attention
compound | 인코더 | latent vae
compound | 정규화 | bn
compound | 신장 트리 | mst
spacing | 자연어처리 | nlp
spacing | 자연어 처리 | nlp
spacing | 확산 모델 | ddpm
spacing | 최단경로 | dijkstra
spacing | 그래프신경망 | gnn
spacing | 강화학습 | dqn ppo mcts
spacing | 음성인식 | whisper ssl
spacing | 동적계획법 | dp
particles | 확산모델을 | ddpm
particles | 트랜스포머에서는 | attention vit
particles | 드롭아웃이란 | dropout
particles | 다익스트라의 증명 | dijkstra
particles | 베이즈 정리는 무엇인가 | bayes
particles | 과적합을 막는 방법 | dropout
mixed | GAN을 | gan
mixed | self-supervised 학습 | ssl
mixed | self supervised 음성 | ssl
mixed | GPT3 퓨샷 | gpt
mixed | RAG 검색 | rag
mixed | 비전 transformer | vit
mixed | LoRA로 미세조정 | lora
mixed | resnet | resnet
mixed | yolo | yolo
word forms | diffuse | 
word forms | quantized | quant
word forms | distilling knowledge | distil
word forms | hashes | hash
word forms | database | lsm
word forms | retrieving passages | dense
word forms | image segmentations | seg
word forms | polynomial multiplication | fft
typo | distilation | distil
typo | quantizaton | quant
typo | segmentaton | seg
typo | reinforcment | rlhf
typo | trasnform | fft
typo | 트렌스포머 | attention vit
typo | retreival | dense bm25
title | Reading CLIP | clip
title | "fast fourier transform" | fft
title | BM25 and why it still wins | bm25
title | neural radiance fields | nerf
title | 퀵 정렬은 왜 빠른가 | quick
author and topic | 정유호 whisper | whisper
author and topic | 이도윤 최단 | dijkstra bellman
author and topic | Mina Lee sampling | mcmc
author and topic | 최민준 강화 | dqn ppo mcts
names of few letters | C++ | cpp
names of few letters | C | clang
names of few letters | 2023 | privacy
sentence | how does consistent hashing work | hash
sentence | what is the failure function in KMP | kmp
sentence | 소유권은 왜 필요한가 rust | rust
exclusion | 확산 -잠재 | ddpm
`;

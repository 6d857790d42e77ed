const longestParticle = 5;
const longestEnding = 3;
const noStems: readonly string[] = [];

/** No noun ends in these but 마을, 가을, 노을, 고을: a particle that stayed on, or an adnominal verb. */
const noNoun = /[는를은에]$|(?<![마가노고])을$/u;

/** Whether a word only binds others, is a particle or a form of a verb. */
export function namesNothing(word: string): boolean {
  return (
    functionWords.has(word) ||
    particleForms.has(word) ||
    noNoun.test(word) ||
    endsIn(verbEndings, word, 0) ||
    endsIn(verbEndingsAfterNouns, word, 2) ||
    isVerbByFinal(word)
  );
}

/** What may be left of a word without its particles, shortest first; at least two syllables. */
export function stemsOf(word: string): readonly string[] {
  if (word.length <= 2) return noStems;
  const stems: string[] = [];
  for (let size = Math.min(longestParticle, word.length - 2); size > 0; size--) {
    const particle = word.slice(-size);
    if (!particleForms.has(particle)) continue;
    const stem = word.slice(0, -size);
    if (!(particle.startsWith("로") && stem.endsWith("으"))) stems.push(stem);
  }
  return stems;
}

/** The first syllable of a word whose rest is a particle (`책이`, `책에서`), else undefined. */
export function singleSyllable(word: string): string | undefined {
  return particleForms.has(word.slice(1)) ? word.charAt(0) : undefined;
}

/** 다 after ㄴ or ㅆ (`본다`, `썼다`), 고 after most other final consonants (`읽고`), as nouns seldom have them. */
function isVerbByFinal(word: string): boolean {
  if (!/[가-힣][다고]$/u.test(word)) return false;
  const final = word.slice(-2, -1).normalize("NFD").slice(2);
  return word.endsWith("다") ? /[ᆫᆻ]/u.test(final) : /[^ᆫᆼ]/u.test(final);
}

function endsIn(known: ReadonlySet<string>, word: string, least: number): boolean {
  for (let size = 1; size <= longestEnding && size + least <= word.length; size++) {
    if (known.has(word.slice(-size))) return true;
  }
  return false;
}

/** Particles (조사) that follow a noun, single and joined, by form. */
const particleForms: ReadonlySet<string> = setOf(`
  은 는 이 가 을 를 의 에 와 과 도 로 만 나 야 들 란 께 랑 뿐 씩 에서 에게 에는 에도 에만 에야 에의 으로 로서 로써 로는 로도 로만 로의 까지 부터 처럼 보다 마다
  조차 마저 밖에 이나 이란 이라 이며 이고 이랑 하고 한테 께서 들이 들은 들을 들의 들도 들과 들에 라고 라는 라도 라면 라서 라며 에선 에겐 만을 만이 만은 만의 만큼 뿐만
  대로 같이 이자 인가 인데 이다 입니다 이었다 였다 이지만 지만 에서는 에서도 에서의 에서만 에게는 에게서 에게도 으로는 으로도 으로만 으로서 으로써 으로의 로부터 까지는
  까지도 까지의 부터는 부터의 처럼은 보다는 보다도 만으로 만으로도 만으로는 들에게 들에게는 들에서 들이나 들까지 들로 들만 들처럼 이라고 이라는 이라도 이라면 이라서 이라며
  이라고는 으로부터 에서부터 이었다는 이라기보다 뿐만이 뿐이다 이므로 이어서 이기도
`);

/** Ends of verbs and adjectives, `하되/고` standing for 하고 and 되고. */
const verbEndings = endings(`
  니한된있없는었았했됐이같왔갔난든린진킨였렸졌겠하되크작많좋높낮른운/다 어아해세네예에져와/요 하되있겠/죠 니을일할될/까 하되으이/며 하되으려다자이/면 하되있없었았했됐였/던 하되으/려
  하되있없않많같했됐였었았겠들지오가주받쓰먹다라냐자/고 하되있없않많같좋보가오주받싶/는 하되있없않많같크작/지 해져려와워어아여/서 하되있없않많좋르/게 하되있없않많같좋/기
  하되있없않많같았었했됐겠/지만 하되있없않많같았었했됐/는데 놓하되있없/는지 하되있없않았었했됐/을 하되/여 찾싶닮찍/은 려로까쉬무거러/운 해어아봐/야 면서 르게 들어 걸어 거나 려고
  도록 자마자 더라도 해도 어도 아도 적인 른인 적으로 스럽게 스러운 로운 다운
  겨 혀 켜 펴 쳐 꿔 둬 줘 눠 있어 없어 되어 보여 보내 골라 열어 적어 풀어 세어 들러 서서 치고 켜고 리고 키고 추고
  추지 디지 참지 죽지 보지 쓰지 알지 쓰던 가던 보던 오던 찾던
`);

/** Further ends that tell a verb only after two syllables: 사용한, 필요할, 이해하며. */
const verbEndingsAfterNouns = endings(`
  한 할 된 될 인 해 하 되 함 됨 했 져 진 질 킨 킬 였 던 시켜 하되있/는 하여 되어 해야 하되/면 하되/지 하되/고 하되/게 하되/기 하되/며 하자
`);

/** Words that only bind, point or count. */
const functionWords: ReadonlySet<string> = setOf(`
  그리고 그러나 그런데 그래서 그러면 그렇게 그런 그냥 그때 그것 그게 그녀 그들 이것 이게 이런 이렇게 이제 이젠 이번 이후 이전 이미 이상 이하 저것 저런 저희 우리 우리는
  여기 거기 저기 어디 무엇 누구 언제 어떤 어떻게 어느 무슨 모든 모두 다른 같은 많은 많이 좋은 여러 가장 매우 아주 너무 정말 진짜 조금 다시 함께 먼저 바로 또한 또는
  혹은 아직 계속 자주 항상 역시 오히려 물론 특히 통해 대해 위해 따라 대한 위한 관한 통한 때문 경우 정도 부분 사실 지금 오늘 어제 내일 당시 동안 하나 둘째 첫째 가지
  하지만 때문에 그중 자신 스스로 서로 각각 거의 결국 만약 만일 비록 마치 아마 어쩌면 얼마나 왜냐하면 따라서 그만큼 이만큼 그대로 그동안 요즘 최근 예전 나중 다음 이유 생각
  있음 없음 했던 같이 것이다 것은 것을 것이 것도 것으로 수도 수가 등을 등의 등이 적이 점이 점을 점은 중에 중의 앞에 뒤에 위에 아래 때는 때도 때의 속에 밖에 안에 사이
  쪽으로 편이 만한 듯이 대로 채로 처음 마지막 전혀 훨씬 더욱 점점 이를 이는 그는 나는 저는 내가 제가 네가 그가 이와 그와 이에 무려 약간 미리 각기 아니라 것과 만큼의
  따로 오래 굳이 일단 우선 게다가 더구나 심지어 그래도 그러니까 그러므로 덕분 나름 대부분 일부 가운데 중요 필요 가능 the and for you that this with
  are was not but from have has can will all one out use how what when your our its into than then
  them they there their more also just any been were had would should could about which who why http
  https www com html org net 누군가 아무 아무도 어디서 하나쯤 날마다 나머지 그다음 말이 그러다 그래야 이라 혼자 정작 여전히 제법 무척 도로 저마다 누구나
  언제나
`);

/** English words that name nothing, in lower case, and the most frequent verbs of titles. */
export const englishStopWords: ReadonlySet<string> = setOf(`
  a about above add after again all also am an and any are aren't as at back be because been before behind being below
  best between both build built but by can can't case come could did do does doesn't doing done don't down each easy even every few
  find first for from further get gets getting give go goes going good got great had has have having he her here hers
  him his how i if in into is isn't it it's its itself just keep kind know last later let let's like little long look
  made make makes making many may me might more most much must my need needs never new next no nor not nothing now of
  off old on once one only onto or other our out over own part per put quick quite rather really right same see set she
  should show side simple since small so some still stop such take than that the their them then there these they thing
  things think this those three through to together too top try trying two under until up upon us use used using very
  via want was way we well were what when where whether which while who whom why will with within without work works
  would yes yet you your yours ep vol ch fig feat vs etc tl dr ver pt
  open opened closed close choose chosen change changes changing changed run running edit editing insert install installed view inside outside
  extend extending add adding create creating remove removing write writing read reading set setting start started starting begin another always
  without around during while same different full empty whole matter matters useful possible available automatic following already become
  becomes became bring bringing carry compare comparing count counts gain gained gave lot looking look put putting said say says something
  tell telling turn turning seeing answer everything
`);

/** Korean words that an index need not name beside those that name nothing: adverbs, numerals, stock headings, bare verbs. */
export const koreanStopWords: ReadonlySet<string> = setOf(`
  새로 거꾸 제대 그대 하루 둘이 셋이 셋째 넷째 다섯 여섯 일곱 여덟 아홉  몇몇 한번 두번 번째 온갖 모아
  가져다 끼워 맞는지 하나씩 만들 만들어 바뀌어 들어가며 들어가기 마치며 나가며 시작하며 끝으로 않음 아님 그냥저냥 완전히 자세히 빨리 천천히
  하기 되기 보기 오기 가기 받기 넣기 놓기 짓기 적기 잇기 먹기 풀기 끄기 켜기 닫기 알기 살기 얻기 묻기 굽기 싸기 팔기 타기 치기 나기 두기 주기
  서기 되나 하나 있나 의한 의해 위한 대한 대해 것인지
`);

/** Syllables that are nouns of their own seldom, or never tell anything: 것, 때, 한, 위. */
export const stopSyllables: ReadonlySet<string> = new Set(
  "것거게걸건수때등날곳점번개명년월일시분초중후전간내외더못안잘또및한두세네몇이그저나너제새옛첫각매총약왜꼭참좀다덜막늘뒤앞위밑옆속밖쪽편만적줄뿐채척듯지데바리터셈탓덕여열백천할될된든인른운볼본쓸쓴갈간온올살만",
);

function setOf(written: string): Set<string> {
  return new Set(written.trim().split(/\s+/u));
}

function endings(written: string): ReadonlySet<string> {
  const expanded = [...setOf(written)].flatMap((ending) => {
    const [before = "", tail] = ending.split("/");
    return tail === undefined ? [before] : Array.from(before, (syllable) => `${syllable}${tail}`);
  });
  return new Set(expanded);
}

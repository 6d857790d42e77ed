/** English words that name nothing, in lower case, and the most frequent verbs of titles. */
export const englishStopWords: ReadonlySet<string> = new Set(
  `a about above add after again all also am an and any are aren't as at back be because been before behind being below
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
  tell telling turn turning seeing answer everything`
    .trim()
    .split(/\s+/u),
);

/** Korean words that an index need not name beside those that name nothing: adverbs, numerals, stock headings, bare verbs. */
export const koreanStopWords: ReadonlySet<string> = new Set(
  `새로 거꾸 제대 그대 하루 둘이 셋이 셋째 넷째 다섯 여섯 일곱 여덟 아홉  몇몇 한번 두번 번째 온갖 모아
  가져다 끼워 맞는지 하나씩 만들 만들어 바뀌어 들어가며 들어가기 마치며 나가며 시작하며 끝으로 않음 아님 그냥저냥 완전히 자세히 빨리 천천히
  하기 되기 보기 오기 가기 받기 넣기 놓기 짓기 적기 잇기 먹기 풀기 끄기 켜기 닫기 알기 살기 얻기 묻기 굽기 싸기 팔기 타기 치기 나기 두기 주기
  서기 되나 하나 있나 의한 의해 위한 대한 대해 것인지`
    .trim()
    .split(/\s+/u),
);

/** Syllables that are nouns of their own seldom, or never tell anything: 것, 때, 한, 위. */
export const stopSyllables: ReadonlySet<string> = new Set(
  "것거게걸건수때등날곳점번개명년월일시분초중후전간내외더못안잘또및한두세네몇이그저나너제새옛첫각매총약왜꼭참좀다덜막늘뒤앞위밑옆속밖쪽편만적줄뿐채척듯지데바리터셈탓덕여열백천할될된든인른운볼본쓸쓴갈간온올살만",
);

/** English words that name nothing, in lower case, and the most frequent verbs of titles. */
export const englishStopWords: ReadonlySet<string> = new Set(
  `a about above add after again all also am an and any are aren't as at back be because been before behind being below
  best between both but by can can't case come could did do does doesn't doing done don't down each easy even every few
  find first for from further get gets getting give go goes going good got great had has have having he her here hers
  him his how i if in into is isn't it it's its itself just keep kind know last later let let's like little long look
  made make makes making many may me might more most much must my need needs never new next no nor not nothing now of
  off old on once one only onto or other our out over own part per put quick quite rather really right same see set she
  should show side simple since small so some still stop such take than that the their them then there these they thing
  things think this those three through to together too top try trying two under until up upon us use used using very
  via want was way we well were what when where whether which while who whom why will with within without work works
  would yes yet you your yours ep vol ch fig feat vs etc tl dr ver pt`
    .trim()
    .split(/\s+/u),
);

/** Korean words that an index need not name beside those that name nothing: adverbs, numerals, pointing words. */
export const koreanStopWords: ReadonlySet<string> = new Set(
  `새로 거꾸 제대 그대 하루 둘이 셋이 다섯 여섯 일곱 여덟 아홉 열둘 스물 서른 마흔 예순 일흔 여든 아흔 몇몇 하기 되기 한번 두번 번째
  가져다 끼워 맞는지 하나씩 만들어 바뀌어 들어가며 들어가기 마치며 나가며 시작하며 끝으로 이야기할 않음 아님 그냥저냥 완전히 자세히 빨리 천천히`
    .trim()
    .split(/\s+/u),
);

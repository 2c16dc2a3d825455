package timex

import (
	"strings"

	"sitrep/ground/date"
)

// vocabulary holds the words of expressions of time in small letters.
var vocabulary = build()

type builder map[string]word

func build() map[string]word {
	b := builder{}
	b.numbers()
	b.calendar()
	b.units()
	b.words(deictic, -1, "yesterday")
	b.words(deictic, 0, "today tonight")
	b.words(deictic, 1, "tomorrow")
	b.words(relative, -1, "last past")
	b.words(relative, 0, "this current latest")
	b.words(relative, 1, "next coming upcoming")
	b.words(relative|narrative, -1, "previous preceding prior")
	b.words(relative|narrative, 0, "that same")
	b.words(relative|narrative, 1, "following")
	b.named(edge, "START", "early beginning start")
	b.named(edge, "MID", "mid middle")
	b.named(edge, "END", "late end close")
	b.named(edge, "", "earlier later")
	b.named(reference, "PRESENT_REF", "now currently nowadays")
	b.named(reference, "PAST_REF", "recently recent")
	b.named(reference, "FUTURE_REF", "future")
	b.named(meridiem, "", "am pm a.m. p.m. a.m p.m o'clock")
	b.named(zone, "", "gmt utc est edt cst cdt cet cest eet eest ist bst pst pdt jst msk local")
	b.named(holiday, "", "christmas easter thanksgiving ramadan halloween nowruz eid new may labor memorial election good boxing bastille armistice veterans palm ash pentecost ashura passover hanukkah valentine's women's")
	b.named(opens, "", "the a an each every overnight fiscal right")
	b.named(modifies, "", "more less fewer no at up as nearly almost over about around roughly approximately some just well")
	return b
}

// words adds words with a number.
func (b builder) words(c class, n int, list string) {
	for _, w := range strings.Fields(list) {
		x := b[w]
		x.class, x.n = x.class|c, n
		b[w] = x
	}
}

// named adds words with a name.
func (b builder) named(c class, name, list string) {
	for _, w := range strings.Fields(list) {
		x := b[w]
		x.class |= c
		if name != "" {
			x.name = name
		}
		b[w] = x
	}
}

// count adds words with rising numbers.
func (b builder) count(c class, from, step int, list string) {
	for i, w := range strings.Fields(list) {
		b.words(c, from+i*step, w)
	}
}

func (b builder) numbers() {
	b.count(number, 1, 1, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	b.count(number, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety hundred")
	b.words(number, 1000, "thousand")
	b.words(number, 12, "dozen")
	b.words(vague, 0, "several few many")
	b.words(vague, 2, "couple")
	b.count(ordinal, 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
	b.words(ordinal, 30, "thirtieth")
	b.count(decade, 1920, 10, "twenties thirties forties fifties sixties seventies eighties nineties")
}

func (b builder) calendar() {
	b.count(month, 1, 1, "january february march april may june july august september october november december")
	b.count(month, 1, 1, "jan. feb. mar. apr. may jun. jul. aug. sept. oct. nov. dec.")
	b.count(month, 1, 1, "jan feb mar apr may jun jul aug sep oct nov dec")
	b.words(month, 9, "sept sep.")
	b.count(weekday, 0, 1, "sunday monday tuesday wednesday thursday friday saturday")
	b.count(weekday|plural, 0, 1, "sundays mondays tuesdays wednesdays thursdays fridays saturdays")
	b.count(weekday, 0, 1, "sun. mon. tue. wed. thu. fri. sat.")
	b.count(weekday|ambiguous, 0, 1, "sun mon tue wed thu fri sat")
	b.words(weekday, 2, "tues tues.")
	b.words(weekday, 4, "thur thur. thurs thurs.")
	b.words(ambiguous, 5, "may")
	b.words(ambiguous, 3, "march mar")
	b.words(ambiguous, 1, "jan")
	b.words(ambiguous, 12, "dec")
	b.words(ambiguous, 11, "nov")
	for _, w := range []string{"spring", "springtime", "summer", "summertime", "autumn", "fall", "winter", "wintertime"} {
		b.named(season, date.SeasonName(w), w)
	}
	b.named(ambiguous, "", "spring fall")
	b.named(season|plural, "SU", "summers")
	b.named(season|plural, "WI", "winters")
	for name, list := range map[string]string{"MO": "morning dawn daybreak sunrise", "MI": "noon midday", "AF": "afternoon", "EV": "evening dusk sunset nightfall", "NI": "night"} {
		b.named(dayPart, name, list)
	}
	for name, list := range map[string]string{"MO": "mornings", "AF": "afternoons", "EV": "evenings", "NI": "nights"} {
		b.named(dayPart|plural, name, list)
	}
	b.named(dayPart|clock, "T24:00", "midnight")
}

func (b builder) units() {
	for u, list := range map[date.Unit]string{date.Second: "second", date.Minute: "minute min", date.Hour: "hour hr", date.Day: "day",
		date.Weekend: "weekend", date.Week: "week", date.Fortnight: "fortnight", date.Month: "month", date.Quarter: "quarter",
		date.Year: "year", date.Decade: "decade", date.Century: "century", date.Millennium: "millennium"} {
		for _, w := range strings.Fields(list) {
			b.unit(unit, u, w)
			b.unit(unit|plural, u, pluralOf(w))
		}
	}
	for u, list := range map[date.Unit]string{date.Hour: "hourly", date.Day: "daily nightly", date.Week: "weekly", date.Month: "monthly",
		date.Year: "annually yearly"} {
		for _, w := range strings.Fields(list) {
			b.unit(adverbial, u, w)
		}
	}
}

func (b builder) unit(c class, u date.Unit, w string) {
	x := b[w]
	x.class, x.unit = x.class|c, u
	b[w] = x
}

func pluralOf(w string) string {
	switch w {
	case "century":
		return "centuries"
	case "millennium":
		return "millennia"
	}
	return w + "s"
}

package values

import "strings"

// kind is a set of the roles that a word can play in a date or a number.
type kind uint64

const (
	digits       kind = 1 << iota // a number in digits; value
	numberWord                    // one to ninety; value
	scale                         // dozen, hundred, million; value
	vaguePlural                   // dozens, hundreds; value told for it
	fewWord                       // several, few, couple; value told for it
	ordinal                       // third, 21st; value
	rangeOf                       // 10-15 in one token; value, value2
	joins                         // to, or, a hyphen: joins the two numbers of a range
	modifies                      // begins a modifier of numbers
	fraction                      // half, thirds, quarter
	month                         // value 1 to 12
	ordinary                      // is an ordinary word too: May, March, Sun, fall
	weekday                       // value 1 (Monday) to 7
	season                        //
	holiday                       //
	dateUnit                      // day to century
	timeUnit                      // hour, minute, second
	plural                        // the unit is in the plural
	dayPart                       // morning, night, noon
	hourPoint                     // midnight, noon: a time by itself
	deictic                       // today, yesterday
	relative                      // last, next, this
	edge                          // early, late, mid
	shifts                        // ago, earlier, later
	every                         // every, each
	setAdverb                     // daily, weekly
	year                          // a number that may be a year; value
	decade                        // 1990s
	wholeDate                     // 2011-03-11
	clock                         // 9:30
	meridiem                      // p.m.
	zone                          // GMT
	duration                      // 10-day in one token
	age                           // 30-year-old in one token
	percent                       //
	currencySign                  //
	currency                      // dollars
	money                         // $5m in one token
	measure                       // km
	quantity                      // 122mm, 500-pound in one token
	article                       // a, an
	definite                      // the
	period                        // quarter, half: part of a year
	limit                         // end, beginning, start, middle
	starts                        // begins an expression for some other reason
)

// word is what the vocabulary knows of a word.
type word struct {
	kind          kind
	value, value2 float64
}

// is tells whether a word can play one of the roles.
func (w word) is(k kind) bool { return w.kind&k != 0 }

// vocabulary is the first-word table: a word that is not in it, and no number in digits, begins and continues no expression.
var vocabulary = build()

func build() map[string]word {
	v := map[string]word{}
	add := func(k kind, list string) {
		for _, w := range strings.Fields(list) {
			x := v[strings.ReplaceAll(w, "_", " ")]
			x.kind |= k
			v[w] = x
		}
	}
	count := func(k kind, from, step float64, list string) {
		for i, w := range strings.Fields(list) {
			x := v[w]
			x.kind |= k
			x.value = from + float64(i)*step
			v[w] = x
		}
	}
	numbers(count, func(k kind, w string, value float64) { x := v[w]; x.kind |= k; x.value = value; v[w] = x })
	calendar(add, count)
	units(add)
	add(modifies, "at least no not as a an more greater larger upwards upward in over above fewer less under below up close about around some nearly almost roughly approximately approx. circa estimated well just slightly far much little")
	add(joins, "to or - – — through")
	add(article, "a an")
	add(definite, "the")
	add(starts, "between from half")
	add(percent, "% percent pct pct. percentage per")
	return v
}

func numbers(count func(kind, float64, float64, string), set func(kind, string, float64)) {
	count(numberWord, 0, 1, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	count(numberWord, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety")
	count(ordinal, 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
	count(ordinal, 20, 10, "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
	for w, x := range map[string]float64{"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mln": 1e6, "lakh": 1e5, "crore": 1e7} {
		set(scale, w, x)
	}
	for w, x := range map[string]float64{"tens": 0, "scores": 40, "dozens": 24, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9, "trillions": 2e12} {
		set(vaguePlural, w, x)
	}
	for w, x := range map[string]float64{"several": 3, "few": 3, "couple": 2} {
		set(fewWord, w, x)
	}
	for w, x := range map[string]float64{"hundredth": 100, "thousandth": 1000, "millionth": 1e6} {
		set(ordinal, w, x)
	}
	for w, x := range map[string]float64{"half": 2, "halves": 2, "thirds": 3, "quarters": 4, "fourths": 4, "fifths": 5, "sixths": 6, "sevenths": 7, "eighths": 8, "ninths": 9, "tenths": 10} {
		set(fraction, w, x)
	}
}

func calendar(add func(kind, string), count func(kind, float64, float64, string)) {
	count(month, 1, 1, "january february march april may june july august september october november december")
	count(month, 1, 1, "jan. feb. mar. apr. may jun. jul. aug. sept. oct. nov. dec.")
	count(month, 1, 1, "jan feb mar apr may jun jul aug sep oct nov dec")
	count(month, 9, 1, "sept")
	count(month, 9, 1, "sep.")
	count(weekday, 1, 1, "monday tuesday wednesday thursday friday saturday sunday")
	count(weekday, 1, 1, "mon. tue. wed. thu. fri. sat. sun.")
	count(weekday, 1, 1, "mon tue wed thu fri sat sun")
	add(weekday, "mondays tuesdays wednesdays thursdays fridays saturdays sundays tues tues. thur thur. thurs thurs. weds")
	add(ordinary, "may march mar jan mon wed thu fri sat sun dec nov fall spring")
	add(season, "spring summer autumn fall winter springtime summertime wintertime")
	add(holiday, "christmas ramadan easter thanksgiving hanukkah ashura nowruz yom eid passover diwali halloween new muharram lent independence labor memorial")
	add(dateUnit, "day week month year decade century millennium fortnight weekend weekday")
	add(dateUnit|plural, "days weeks months years decades centuries millennia fortnights weekends weekdays")
	add(timeUnit, "hour minute second hr min")
	add(timeUnit|plural, "hours minutes seconds hrs mins")
	add(dayPart, "morning afternoon evening night nighttime daytime lunchtime dawn dusk daybreak nightfall sunrise sunset noon midday midnight mornings evenings nights")
	add(hourPoint, "noon midday midnight")
	add(deictic, "today yesterday tomorrow tonight")
	add(relative, "this last next past coming previous following recent that these those same upcoming preceding current latest")
	add(edge, "early late mid")
	add(shifts, "ago earlier later")
	add(every, "every each")
	add(setAdverb, "daily weekly monthly yearly annual annually hourly nightly quarterly biweekly bimonthly")
	add(starts, "overnight nowadays fiscal year-end midyear mid-year mid-week midweek year-earlier yesteryear")
	add(meridiem, "am pm a.m. p.m. a.m p.m o'clock")
	add(zone, "gmt utc est edt cet cest eet ist bst pst pdt jst msk local")
	add(period, "quarter half")
	add(limit, "end beginning start middle close turn rest eve dawn")
}

func units(add func(kind, string)) {
	add(currencySign, "$ € £ ¥ ₹ ₽ ₺ ₪ ₦ ₴ us$ a$ c$ hk$ nt$ au$ eur usd gbp")
	add(currency, "dollar dollars euro euros pound pounds cent cents pence yen yuan ruble rubles rouble roubles rupee rupees lira liras dinar dinars riyal riyals rial rials shekel shekels peso pesos franc francs mark marks krona kronor krone kroner zloty hryvnia hryvnias dirham dirhams naira birr rand shilling shillings won baht ringgit rupiah taka afghani afghanis usd eur gbp real reais dram drams manat lari tenge renminbi bucks")
	add(measure, "km kms kilometer kilometers kilometre kilometres meter meters metre metres centimeter centimeters centimetre centimetres millimeter millimeters millimetre millimetres cm mm mile miles yard yards foot feet inch inches acre acres hectare hectares ha ton tons tonne tonnes kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes gram grams lb lbs lbs. pound pounds ounce ounces gallon gallons liter liters litre litres barrel barrels bushel bushels megawatt megawatts mw kilowatt kilowatts kiloton kilotons megaton megatons knot knots mph kph degree degrees celsius fahrenheit volt volts watt watts byte bytes megabyte megabytes gigabyte gigabytes")
	add(measure, "square cubic nautical metric km² km2 m² m2 sq")
}

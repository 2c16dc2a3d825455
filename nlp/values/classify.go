package values

import (
	"strconv"
	"strings"
)

// longestWord bounds the words that can belong to an expression, in bytes.
const longestWord = 32

// classify tells what roles a token can play.
func classify(form string) word {
	if form == "" || len(form) > longestWord {
		return word{}
	}
	if c := form[0]; isDigit(c) || len(form) > 1 && strings.IndexByte("'+-.~", c) >= 0 && isDigit(form[1]) || strings.HasPrefix(form, "’") {
		return classifyDigits(form)
	}
	var buf [longestWord]byte
	n, hyphen := lower(form, &buf)
	if w, ok := vocabulary[string(buf[:n])]; ok {
		return w
	}
	if hyphen > 0 {
		return classifyHyphenated(string(buf[:n]))
	}
	if s := strings.TrimLeft(form, "$€£¥US"); s != "" && isDigit(s[0]) && strings.ContainsAny(form, "$€£¥") {
		return word{kind: money}
	}
	return word{}
}

// lower writes the word in small letters (of ASCII) and finds its first hyphen.
func lower(form string, buf *[longestWord]byte) (n, hyphen int) {
	for i := 0; i < len(form); i++ {
		c := form[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c == '-' && hyphen == 0 {
			hyphen = i
		}
		buf[i] = c
	}
	return len(form), hyphen
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// classifyDigits reads tokens that begin with a digit: 12,500  1990s  21st  9:30  122mm  10-day  2011-03-11  1992-95.
func classifyDigits(form string) word {
	form = strings.TrimLeft(strings.TrimPrefix(form, "’"), "'+~")
	n := 0
	for n < len(form) && (isDigit(form[n]) || n > 0 && strings.IndexByte(".,:", form[n]) >= 0) || n == 0 && n < len(form) && strings.IndexByte("-.", form[n]) >= 0 {
		n++
	}
	if n == 0 {
		return word{}
	}
	number, rest := form[:n], strings.ToLower(form[n:])
	if strings.Contains(number, ":") {
		return clockOf(number, rest)
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", ""), 64)
	if err != nil {
		return word{}
	}
	if rest == "" {
		return plainDigits(number, v)
	}
	return withSuffix(number, rest, v)
}

func clockOf(number, rest string) word {
	if h, m, ok := strings.Cut(number, ":"); !ok || len(h) > 2 || len(m) < 2 {
		return word{}
	}
	if rest == "" || vocabulary[rest].is(meridiem) {
		return word{kind: clock}
	}
	return word{}
}

func plainDigits(number string, v float64) word {
	w := word{kind: digits, value: v}
	if len(number) == 4 && v >= 1000 && v < 2100 && !strings.ContainsAny(number, ".,") {
		w.kind |= year
	}
	return w
}

func withSuffix(number, rest string, v float64) word {
	switch rest {
	case "st", "nd", "rd", "th":
		return word{kind: ordinal, value: v}
	case "s", "'s":
		if len(number) == 4 || len(number) == 2 && strings.HasSuffix(number, "0") {
			return word{kind: decade, value: v}
		}
		return word{}
	case "%":
		return word{kind: percent | digits, value: v}
	case "k", "m", "bn", "tn", "b", "mn", "mln":
		return word{kind: digits, value: v * scales[rest]}
	}
	if rest[0] == '-' || rest[0] == '/' || rest[0] == '.' || strings.HasPrefix(rest, "–") {
		return afterHyphen(number, strings.TrimLeft(rest, "-/.–"), v, rest[0])
	}
	switch x := vocabulary[rest]; {
	case x.is(meridiem):
		return word{kind: clock}
	case x.is(measure):
		return word{kind: quantity}
	case x.is(timeUnit | dateUnit):
		return word{kind: duration}
	}
	return word{}
}

var scales = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}

// afterHyphen reads what follows a number and a hyphen or slash in one token.
func afterHyphen(number, rest string, v float64, mark byte) word {
	if rest == "" {
		return word{}
	}
	if isDigit(rest[0]) {
		return twoNumbers(number, rest, v, mark)
	}
	first, more, _ := strings.Cut(rest, "-")
	switch x := vocabulary[first]; {
	case x.is(dateUnit|timeUnit) && (more == "old" || more == "olds"):
		return word{kind: age}
	case x.is(dateUnit|timeUnit) && (more == "" || more == "long"):
		k := duration
		if x.is(timeUnit) {
			k |= timeUnit
		}
		return word{kind: k}
	case x.is(measure) && more == "":
		return word{kind: quantity}
	case x.is(month):
		return word{kind: wholeDate}
	case x.is(scale) && more == "":
		return word{kind: digits, value: v * x.value}
	}
	return word{}
}

func twoNumbers(number, rest string, v float64, mark byte) word {
	parts := strings.FieldsFunc(rest, func(r rune) bool { return r == '-' || r == '/' })
	if len(parts) == 2 && (len(number) <= 2 || len(number) == 4) && len(parts[0]) <= 2 {
		return word{kind: wholeDate}
	}
	w, err := strconv.ParseFloat(strings.ReplaceAll(parts[0], ",", ""), 64)
	if err != nil || len(parts) > 1 || mark == '/' && len(number) != 4 {
		return word{}
	}
	if len(number) == 4 && v > 1000 && v < 2100 && (len(rest) == 2 || len(rest) == 4 && w > v && w < 2100) {
		return word{kind: wholeDate}
	}
	if w > v {
		return word{kind: rangeOf, value: v, value2: w}
	}
	return word{}
}

// classifyHyphenated reads words with a hyphen: twenty-three, mid-March, three-month, ten-year-old, one-third, post-2003.
func classifyHyphenated(form string) word {
	first, rest, _ := strings.Cut(form, "-")
	second, more, _ := strings.Cut(rest, "-")
	a, b := vocabulary[first], vocabulary[second]
	switch {
	case first == "mid" && more == "":
		return midDate(b, second)
	case a.is(numberWord) && a.value >= 20 && b.is(numberWord) && b.value < 10 && more == "":
		return word{kind: numberWord, value: a.value + b.value}
	case a.is(numberWord) && a.value >= 20 && b.is(ordinal) && b.value < 10 && more == "":
		return word{kind: ordinal, value: a.value + b.value}
	case a.is(numberWord) && b.is(fraction|ordinal) && b.value > 1 && more == "":
		return word{kind: fraction, value: b.value}
	case a.is(numberWord) && b.is(dateUnit|timeUnit) && (more == "old" || more == "olds"):
		return word{kind: age}
	case a.is(numberWord|fewWord) && b.is(dateUnit) && (more == "" || more == "long"), b.is(0) && first == "multi" && b.is(dateUnit):
		return word{kind: duration}
	case a.is(numberWord) && b.is(timeUnit) && second != "second" && (more == "" || more == "long"):
		return word{kind: duration | timeUnit}
	case a.is(numberWord) && b.is(measure) && more == "":
		return word{kind: quantity}
	case a.is(dateUnit|timeUnit) && second == "long" && more == "":
		return word{kind: duration | a.kind&timeUnit}
	}
	return word{}
}

func midDate(b word, second string) word {
	if b.is(month|weekday|season|dateUnit|dayPart) || len(second) >= 4 && classifyDigits(second).is(year|decade) {
		k := wholeDate
		if b.is(dayPart) {
			k = clock
		}
		return word{kind: k}
	}
	return word{}
}

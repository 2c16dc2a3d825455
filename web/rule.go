package web

import (
	"fmt"
	"strings"
)

// tied says how a number is tied to the word of a harm, by the rules of extract/toll.
var tied = map[string]string{
	"subject": "the number is who suffers it: “ten died”", "object": "the number is whom it is done to: “killed ten”", "passive": "the number is whom it is done to: “ten were killed”",
	"of": "the number stands behind “of”: “the deaths of ten”", "noun": "the number stands before the word: “ten deaths”", "count": "the number counts the word itself: “ten dead”",
	"part": "the number is a part of another one", "among": "the number is told as among others", "including": "the number is told as included in others", "include": "the number is told as included in others",
	"clause": "a clause says it of the number: “ten who died”", "row": "the number stands in a row with others of which it is said", "adjective": "the word describes the number: “ten wounded soldiers”",
	"along": "the number is told along with others", "left": "the number is what was left behind: “left ten dead”", "sum": "the number is the sum of others", "toll of a war": "a number of a whole war",
}

// ruled says what other rules and models do.
var ruled = map[string]string{
	"trigger.bin": "a trained model: the word tells of an event", "extract/event/worth.bin": "a trained model: a careful reader would enter it", "extract/event/news.bin": "a trained model: what the report is new about",
	"extract/event/status.bin": "a trained model: happened, goes on, is planned or disputed", "extract/role/cast.bin": "a trained model: who had which part", "model": "a trained model",
	"extract/peace: words of the truce": "words of the truce say how it stands", "extract/peace: the truce begins": "the day on which the truce is to begin", "extract/peace: talks go on": "words of further talks",
	"extract/peace: a round of several": "one round of several",
}

// conditions are the conditions of a frame, by the letters before them.
var conditions = map[string]string{"mod": "described as", "obj": "done to", "subj": "done by", "prep": "with", "of": "of", "near": "near", "prt": "with", "by": "by"}

// ruleLabel says what a rule does in words. One that has none stands by its name.
func ruleLabel(rule string) string {
	if s := ruled[rule]; s != "" {
		return s
	}
	if s := tied[rule]; s != "" {
		return s
	}
	if frame, ok := strings.CutPrefix(rule, "frame "); ok {
		return frameLabel(frame)
	}
	return rule
}

// frameLabel is a frame of the lexicon in words: "capture/verb obj:PLACE".
func frameLabel(frame string) string {
	parts := strings.Fields(frame)
	if len(parts) == 0 {
		return frame
	}
	word, class, ok := strings.Cut(parts[0], "/")
	if !ok {
		return frame
	}
	said := fmt.Sprintf("the %s “%s”", class, strings.ReplaceAll(word, "_", " "))
	for _, c := range parts[1:] {
		name, value, _ := strings.Cut(c, ":")
		if label := conditions[name]; label != "" && value != "" {
			said += ", " + label + " " + strings.ToLower(strings.NewReplacer("|", " or ", "_", " ").Replace(value))
		} else {
			said += ", " + c
		}
	}
	return said
}

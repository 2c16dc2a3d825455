package page

import (
	"strings"
	"unicode"
)

// siteWords are about the site; a report that uses one does not say "you" and "our" beside it, unless it quotes.
var siteWords = []string{"subscribe", "subscription", "subscriber", "newsletter", "sign up", "signing up", "sign in", "log in", "logged in", "comment", "inbox", "email",
	"e-mail", "notifications", "cookies", "this article", "this story", "this message", "full story", "free trial", "app", "donation", "donate", "twitter", "facebook",
	"instagram", "whatsapp", "telegram channel", "have your say", "join the conversation", "part of the conversation", "share your thoughts", "get in touch"}

// isAddress tells whether a line speaks to the reader about the site: "Log in to read our newsletter".
func isAddress(bare, line string) bool {
	if len(line) > 300 || strings.ContainsAny(line, "\"“”") {
		return false
	}
	for _, w := range []string{"for comment", "declin", "respond", "repl", " said", "spokes", "told "} { // "did not reply to our request for comment"
		if strings.Contains(bare, w) {
			return false
		}
	}
	to := false
	for _, w := range strings.FieldsFunc(bare, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "you", "your", "our", "us", "we", "here", "please":
			to = true
		}
	}
	about := 0
	for _, w := range siteWords {
		if containsWord(bare, w) {
			about++
		}
	}
	return about > 0 && (to || about > 1 && !endsSentence(line) && len(line) < 100) || about > 0 && len(line) < 60 && siteOpeners[firstWord(bare)]
}

// siteOpeners begin lines that ask the reader to do something on the site.
var siteOpeners = wordSetOf("follow|join|share|subscribe|sign|log|get|read|be|have|download|become|send|leave|register|support|tap|click|like|find")

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return strings.Trim(w, ",.:!")
}

// containsWord tells whether words stand in a line, not inside others; an ending is allowed.
func containsWord(line, words string) bool {
	for at := 0; ; {
		i := strings.Index(line[at:], words)
		if i < 0 {
			return false
		}
		i += at
		end := i + len(words)
		if (i == 0 || !isLetter(line[i-1])) && (end == len(line) || !isLetter(line[end]) || line[end] == 's') {
			return true
		}
		at = end
	}
}

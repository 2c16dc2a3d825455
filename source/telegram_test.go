package source

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

const export = `{
 "name": "Karsafa Watch",
 "type": "public_channel",
 "id": 1234567890,
 "messages": [
  {"id": 1, "type": "service", "action": "create_channel", "text": ""},
  {"id": 2, "type": "message", "date": "2021-03-09T01:30:00", "date_unixtime": "1615246200", "from": "Karsafa Watch", "text": "Troops left Karsafa.\n\nElders said so."},
  {"id": 3, "type": "message", "date": "2021-03-09T02:00:00", "date_unixtime": "1615248000", "edited": "x", "edited_unixtime": "1615251600",
   "forwarded_from": "Belmora Radio", "text": ["They ", {"type": "bold", "text": "left"}, " at ", {"type": "link", "text": "dawn", "href": "https://x.example/"}, "."]},
  {"id": 4, "type": "message", "photo": "p.jpg", "text": ""},
  {"id": "five", "type": "message", "text": "odd"},
  {"id": 6, "type": "message", "date": "2018-01-02T03:04:05", "text": "Old."}
 ]
}`

func TestTelegram(t *testing.T) {
	var got []string
	passed := 0
	o := Options{Stdin: strings.NewReader("\ufeff" + export), Passed: func(string, string) { passed++ }}
	for i, err := range Items(context.Background(), []string{"-"}, o) {
		if err != nil {
			got = append(got, fmt.Sprintf("%s! %v", i.Where, err))
			continue
		}
		got = append(got, strings.Join([]string{i.ID, i.URL, i.Outlet, i.Published, i.Edited.Format(time.RFC3339), i.ForwardedFrom, string(i.Raw)}, "|"))
	}
	equal(t, got, "telegram/1234567890/2|https://t.me/c/1234567890/2|Karsafa Watch|2021-03-08T23:30:00Z|0001-01-01T00:00:00Z||Troops left Karsafa.\n\nElders said so.",
		"telegram/1234567890/3|https://t.me/c/1234567890/3|Karsafa Watch|2021-03-09T00:00:00Z|2021-03-09T01:00:00Z|Belmora Radio|They left at dawn.",
		"standard input: message 0! a message cannot be read: …",
		"telegram/1234567890/6|https://t.me/c/1234567890/6|Karsafa Watch|2018-01-02|0001-01-01T00:00:00Z||Old.")
	if passed != 2 {
		t.Errorf("%d passed over", passed)
	}
}

func TestTelegramOfAnAccount(t *testing.T) {
	in := `{"about": "Here is the data you requested from Telegram.", "contacts": {"list": [{"first_name": "x"}]}, "chats": {"about": "…", "list": [
		{"name": "A", "type": "public_channel", "id": 1, "messages": [{"id": 1, "type": "message", "text": "One."}]},
		{"name": null, "type": "personal_chat", "id": 2, "messages": [{"id": 1, "type": "message", "from": "Somebody", "text": "Two."}]}]}}`
	var got []string
	for i, err := range Items(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(in)}) {
		got = append(got, fmt.Sprint(i.ID, i.URL, " ", i.Outlet, " ", string(i.Raw), err))
	}
	equal(t, got, "telegram/1/1https://t.me/c/1/1 A One.<nil>", "telegram/2/1  Two.<nil>")
}

func TestTelegramFaults(t *testing.T) {
	head := `{"name": "A", "type": "public_channel", "id": 1, `
	one := `{"id": 1, "type": "message", "text": "One."}`
	deep := strings.Repeat("[", 1_000_000)
	for _, c := range []struct{ name, in, want string }{
		{"a download that was broken off", head + `"messages": [` + one + `, {"id": 2, "te`, "standard input! the export cannot be read further than byte 107: it ends in the middle…"},
		{"not JSON", head + `"messages": [` + one + `, nonsense`, "standard input! the export cannot be read further than byte …"},
		{"messages that are no list", head + `"messages": 7}`, "standard input! …"},
		{"a message without end", head + `"messages": [` + one + `, {"id": 2, "text": "` + strings.Repeat("x", 200_000), "standard input! the export cannot be read further than byte 107: a message is longer than --max-size; export…"},
		{"a field a million deep", head + `"x": ` + deep, "standard input! the export cannot be read further than byte …"},
		{"ten thousand deep, and closed", head + `"x": ` + deep[:10_000] + strings.Repeat("]", 10_000) + `, "messages": [` + one + "]}", "standard input: message 1: One."},
		{"a message a million deep", head + `"messages": [` + deep, "standard input! the export cannot be read further than byte …"},
		{"lists in lists", head + `"list": ` + deep, "standard input! …"},
		{"nothing behind the head", head, "standard input! …"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := all(t, Options{Stdin: strings.NewReader(c.in), MaxSize: 1000}, "-")
			equal(t, got[len(got)-1:], c.want)
		})
	}
}

// FuzzTelegram reads bytes as an export: messages or errors, never a panic.
func FuzzTelegram(f *testing.F) {
	f.Add([]byte(export))
	f.Add([]byte(`{"about": "Telegram", "chats": {"list": [[[{"messages": [{"text": [1, null, {"text": 2}]}]}]]]}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		in, err := newInput("x", "x", strings.NewReader(string(raw)), nil)
		if err != nil {
			return
		}
		n := 0
		r := &reader{context.Background(), &Options{MaxSize: 1000}, func(Item, error) bool { n++; return true }}
		r.telegram(in)
		if n > len(raw)+1 {
			t.Errorf("%d items of %d bytes", n, len(raw))
		}
	})
}

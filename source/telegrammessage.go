package source

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// message is a message of a chat. The author of a message in a group is a private person and is not read.
type message struct {
	ID            int64  `json:"id"`
	Type          string `json:"type"`
	Date          string `json:"date"` // on the clock of the machine that made the export, without its zone
	Unix          string `json:"date_unixtime"`
	EditedUnix    string `json:"edited_unixtime"`
	ForwardedFrom string `json:"forwarded_from"`
	Text          runs   `json:"text"`
}

// runs are the text of a message: a string, or a list of strings and of stretches with a mark (bold, link, …).
type runs string

// UnmarshalJSON joins the stretches; their marks are left out.
func (r *runs) UnmarshalJSON(b []byte) error {
	var parts []json.RawMessage
	if json.Unmarshal(b, &parts) != nil {
		parts = []json.RawMessage{b}
	}
	var text strings.Builder
	for _, p := range parts {
		var marked struct{ Text string }
		if json.Unmarshal(p, &marked.Text) != nil && json.Unmarshal(p, &marked) != nil {
			return fmt.Errorf("a stretch of its text is neither a string nor has a text: %.60s", p)
		}
		text.WriteString(marked.Text)
	}
	*r = runs(text.String())
	return nil
}

// published is when the message was sent, in UTC. Old exports tell only the clock of the machine that made them: then the day.
func (m message) published() string {
	if t := unixTime(m.Unix); !t.IsZero() {
		return t.Format(time.RFC3339)
	}
	day, _, _ := strings.Cut(m.Date, "T")
	return day
}

func unixTime(s string) time.Time {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n <= 0 {
		return time.Time{}
	}
	return time.Unix(n, 0).UTC()
}

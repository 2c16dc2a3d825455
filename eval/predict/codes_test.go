package predict

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"sitrep/extract"
	"sitrep/gazetteer"
	"sitrep/lexicon"
	"sitrep/nlp/english"
)

var codesReader = sync.OnceValues(func() (*extract.Reader, error) {
	p, err := english.New()
	if err != nil {
		return nil, err
	}
	return extract.New(p, lexicon.English(), gazetteer.Default()), nil
})

func TestCodesPutTheMainActFirst(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"demand", "Kenya demanded on Monday that Somalia withdraw its troops from the border town.", "claim:demand"},
		{"bomb on a person", "A suicide bomber killed nine people at a market in Baghdad on Monday.", "bombing/suicide"},
		{"imposed sanctions", "Norway imposed sanctions on two companies on Monday.", "sanction"},
		{"meeting", "Ministers of Kenya and Ethiopia met in Nairobi on Monday.", "talks"},
		{"no event of the record", "Judges in Peru are investigating a former minister.", "act:investigate"},
		{"riot", "Hundreds of villagers protested in the capital on Monday.", "protest"},
	}
	reader, err := codesReader()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			line, _ := json.Marshal(map[string]string{"id": c.name, "published": "2020-05-05", "text": c.text})
			var out strings.Builder
			if err := Run(codes, reader, strings.NewReader(string(line)+"\n"), &out); err != nil {
				t.Fatal(err)
			}
			var got codesAnswer
			if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
				t.Fatal(err)
			}
			if len(got.Events) == 0 || got.Events[0].Type != c.want {
				t.Errorf("got %s, want %s first", out.String(), c.want)
			}
		})
	}
}

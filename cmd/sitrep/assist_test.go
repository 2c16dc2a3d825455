package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
)

// languageModel is an endpoint whose model proposes one toll of the first wire, whatever it is asked, and an order that the report does not hold.
func languageModel(t *testing.T) string {
	proposals := `{"proposals":[{"what":"toll","quote":"Shells hit a market in the town of Dorel on Friday, killing three people","fields":{"harm":"wounded","count":3}},` +
		`{"what":"toll","quote":"900 people were killed","fields":{"harm":"killed","count":900}}]}`
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.ReadAll(r.Body)
		answer, _ := json.Marshal(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": proposals}}}})
		w.Write(answer)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// madeAt is the time of an export.
var madeAt = regexp.MustCompile(`"made":"[^"]*"`)

func TestWhatAModelProposesCountsNowhere(t *testing.T) {
	newCase(t)
	url := languageModel(t)
	wire := strings.SplitAfter(wires, "\n")[0]
	must(t, wire, "ingest", "plain.db", "--jsonl", "-")
	got := sitrepOn(wire, "ingest", "asked.db", "--jsonl", "-", "--assist="+url, "--assist-model=tiny")
	if got.code != 0 || !strings.Contains(got.err, "1 of 2 proposals of the model were thrown away") {
		t.Fatalf("%+v", got)
	}
	for _, list := range [][]string{{"incidents", "--jsonl"}, {"tolls", "--jsonl"}, {"claims", "--jsonl"}, {"export", "--as=csv"}, {"export", "--as=geojson"}} {
		of := func(path string) string {
			return madeAt.ReplaceAllString(must(t, "", append([]string{list[0], path}, list[1:]...)...), "")
		}
		if plain, asked := of("plain.db"), of("asked.db"); strings.ReplaceAll(asked, "asked", "plain") != plain {
			t.Errorf("%v is otherwise with a proposal:\n%s\n%s", list, plain, asked)
		}
	}
	if got := sitrepOn("", "review", "asked.db", "--check"); got.code != exitFound || !strings.Contains(got.out, "1 proposals of a language model") {
		t.Errorf("%+v", got)
	}
	out := must(t, "a\nq\n", "review", "asked.db")
	if !strings.Contains(out, "a language model proposes this; nothing counts it") || !strings.Contains(out, "proposed by tiny at 127.0.0.1") {
		t.Fatalf("got %s", out)
	}
	tolls := must(t, "", "tolls", "asked.db", "--harm=wounded", "--jsonl")
	if !strings.Contains(tolls, `"hospital`) && !strings.Contains(tolls, "hospital") || strings.Count(tolls, "\n") == 0 {
		t.Errorf("the accepted toll is not its speaker's: %s", tolls)
	}
	if log := must(t, "", "review", "asked.db", "--export"); !strings.Contains(log, "proposed by tiny at") || !strings.Contains(log, `"ana"`) {
		t.Errorf("judgements %s", log)
	}
	if got := sitrepOn("", "review", "asked.db", "--check"); strings.Contains(got.out, "proposals") {
		t.Errorf("asked again: %s", got.out)
	}
}

func TestARejectedProposalDoesNotComeBack(t *testing.T) {
	newCase(t)
	must(t, strings.SplitAfter(wires, "\n")[0], "ingest", "asked.db", "--jsonl", "-", "--assist="+languageModel(t), "--assist-model=tiny")
	must(t, "r\nq\n", "review", "asked.db")
	must(t, "", "reread", "asked.db", "--all")
	if got := sitrepOn("", "review", "asked.db", "--check"); strings.Contains(got.out, "proposals") {
		t.Errorf("asked again: %s", got.out)
	}
	if tolls := must(t, "", "tolls", "asked.db", "--harm=wounded", "--jsonl"); strings.TrimSpace(tolls) != "" {
		t.Errorf("it counts: %s", tolls)
	}
}

func TestReadMarksProposals(t *testing.T) {
	newCase(t)
	text := "Shells hit a market in the town of Dorel on Friday, killing three people, the Dorel hospital said."
	if err := os.WriteFile("a.txt", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	url := languageModel(t)
	page := must(t, "", "read", "--published=2031-05-02", "--assist="+url, "--assist-model=tiny", "a.txt")
	if !strings.Contains(page, "COUNTED NOWHERE") || !strings.Contains(page, "proposed by tiny") {
		t.Errorf("got %s", page)
	}
	record := must(t, "", "read", "--json", "--published=2031-05-02", "--assist="+url, "--assist-model=tiny", "a.txt")
	if !strings.Contains(record, `"proposed_by":"tiny at 127.0.0.1`) || strings.Contains(record, "900") {
		t.Errorf("got %s", record)
	}
	if plain := must(t, "", "read", "--json", "--published=2031-05-02", "a.txt"); strings.Contains(plain, "propos") {
		t.Errorf("without a model: %s", plain)
	}
	dead := fmt.Sprintf("--assist=http://127.0.0.1:%d/v1", 1)
	got := sitrepOn("", "read", "--json", "--published=2031-05-02", dead, "--assist-model=tiny", "a.txt")
	if got.code != 0 || !strings.Contains(got.out, `"stage":"assist"`) || !strings.Contains(got.err, "in vain") {
		t.Errorf("a dead model: %+v", got)
	}
	if got := sitrepOn("", "read", "--assist=localhost", "a.txt"); got.code != exitUsage {
		t.Errorf("no address: %+v", got)
	}
}

package predict

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sitrep"
	"sitrep/extract"
	"sitrep/page"
)

// pages answers with the text of the report on a web page, its title and when it was published. A page is in the field html, or in the
// file html/ID.html.gz (or .html) of the folder in the field folder, or of the current one.
var pages = Kit{Name: "pages", Help: "Text, title and day of web pages: run it in the folder that has html/.", Answer: answerPage}

type pageAnswer struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Published string `json:"published"`
	Title     string `json:"title"`
}

func answerPage(_ *extract.Reader, in Input) (any, error) {
	out := pageAnswer{ID: in.ID}
	raw, err := pageOf(in)
	if err != nil {
		return nil, err
	}
	r, err := page.Parse(raw, page.Hints{ID: in.ID, URL: in.URL, Form: page.HTML})
	if err != nil { // no report on the page: an empty answer
		return out, nil
	}
	out.Text, out.Title = kept(r), r.Title
	if !r.Published.IsZero() {
		out.Published = r.Published.Format(time.RFC3339)
	}
	return out, nil
}

// kept is the text of a report without what is no part of it.
func kept(r *sitrep.Report) string {
	var b strings.Builder
	at := 0
	for _, d := range r.Dropped {
		b.WriteString(r.Text[at:d.Start])
		at = d.End
	}
	b.WriteString(r.Text[at:])
	return b.String()
}

func pageOf(in Input) ([]byte, error) {
	var where struct{ HTML, Folder string }
	if err := json.Unmarshal(in.Raw, &where); err != nil {
		return nil, err
	}
	if where.HTML != "" {
		return []byte(where.HTML), nil
	}
	if filepath.Base(in.ID) != in.ID {
		return nil, fmt.Errorf("id %q: want the name of a file", in.ID)
	}
	path := filepath.Join(where.Folder, "html", in.ID+".html")
	if raw, err := os.ReadFile(path); err == nil {
		return raw, nil
	}
	f, err := os.Open(path + ".gz")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("unpack %s: %w", path, err)
	}
	return io.ReadAll(z)
}

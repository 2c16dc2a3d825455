package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export"
)

// fileSet is a list that the window gives as files, in every format that its rows have.
type fileSet struct {
	name   string // of the files: "talks"
	list   string // whose formats they have: "incidents"
	narrow func(*casebook.Query)
}

// fileSets are all lists that the window gives as files.
func fileSets() []fileSet {
	kinds := func(k ...sitrep.Kind) func(*casebook.Query) { return func(q *casebook.Query) { q.Kinds = k } }
	all := func(*casebook.Query) {}
	return []fileSet{
		{"incidents", "incidents", all}, {"truces", "incidents", kinds(sitrep.Ceasefire, sitrep.Agreement)}, {"ceasefires", "incidents", kinds(sitrep.Ceasefire)},
		{"agreements", "incidents", kinds(sitrep.Agreement)}, {"talks", "incidents", kinds(sitrep.Talks)},
		{"claims", "claims", all}, {"demands", "claims", func(q *casebook.Query) { q.Kinds, q.Stances = nil, []sitrep.Stance{sitrep.Demand} }},
		{"tolls", "tolls", all}, {"reports", "reports", all}, {"actors", "actors", all}, {"sources", "sources", all},
	}
}

// file is the name of a file of the set in a format of its list.
func (s fileSet) file(f export.Format) string {
	form := strings.TrimPrefix(strings.TrimPrefix(f.Name, s.list), "-")
	switch {
	case form == "monthly" && s.name == "incidents":
		return "monthly.csv"
	case form == "" || form == "csv" || "."+form == f.Ending:
		return s.name + f.Ending
	case form == "jsonfeed":
		return s.name + ".feed.json"
	case form == "rss":
		return s.name + ".rss"
	}
	return s.name + "." + form + f.Ending
}

// formats are the formats of the set.
func (s fileSet) formats() []export.Format {
	var out []export.Format
	for _, f := range export.Formats() {
		if f.List() == s.list {
			out = append(out, f)
		}
	}
	return out
}

// downloads are the addresses of all files.
func (s *Server) downloads() []route {
	var out []route
	for _, set := range fileSets() {
		for _, f := range set.formats() {
			out = append(out, route{"GET /" + set.file(f), s.download(set, f)})
		}
	}
	return out
}

// download answers with all rows of a view as a file of a format. The filters are those of the view's address.
func (s *Server) download(set fileSet, f export.Format) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		st := readState(r.URL)
		if len(st.faults) > 0 { // a page can say what it passed over, a file cannot
			return refused(st.faults[0])
		}
		set.narrow(&st.query)
		return s.send(w, r, set.file(f), f, st.query)
	}
}

// exported answers a program that asks for a format by its name.
func (s *Server) exported(w http.ResponseWriter, r *http.Request, f export.Format, q casebook.Query) error {
	return s.send(w, r, fileSet{name: f.List(), list: f.List()}.file(f), f, q)
}

// send sends all rows of a query as a file of a format. What the format could not carry stands in a trailer, since it is known at the end.
func (s *Server) send(w http.ResponseWriter, r *http.Request, name string, f export.Format, q casebook.Query) error {
	h := w.Header()
	h.Set("Content-Type", f.Type)
	h.Set("Cache-Control", "no-cache")
	if !isFeed(f) {
		h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	}
	if same, err := s.asItWas(w, r); same || err != nil {
		return err
	}
	if r.Method == http.MethodHead {
		return nil
	}
	h.Set("Trailer", export.LeftOutTrailer)
	sent := &counted{ResponseWriter: w, control: http.NewResponseController(w)}
	ctx, stop := context.WithTimeout(context.WithoutCancel(r.Context()), mostDownload) // whoever goes away takes nothing any more: the next piece fails
	defer stop()
	o := export.Options{Names: s.o.Names, Title: s.o.Title, Base: s.base(r), Made: s.o.Now()}
	if isFeed(f) {
		s.asFeed(&o, r, name, f.List())
	}
	done, err := f.Write(ctx, s.book, sent, q, o)
	if err != nil && sent.any {
		s.o.Log.Error("download broke off", "path", r.URL.Path, "error", err)
		panic(http.ErrAbortHandler) // half a file must not look like a whole one
	}
	if err != nil {
		h.Del("Content-Disposition")
		h.Del("Trailer")
		return err
	}
	h.Set(export.LeftOutTrailer, strings.Join(done.LeftOut, " "))
	return nil
}

// asFeed tells a feed what it is of: readers of feeds list it by its title, lead back to the page of its filters, and ask for it by its own address.
func (s *Server) asFeed(o *export.Options, r *http.Request, name, list string) {
	st := readState(r.URL)
	o.Self = st.with()
	set, _, _ := strings.Cut(name, ".")
	switch st.path = "/" + set; set {
	case "incidents":
		st.path = "/"
	case "ceasefires", "agreements", "talks", "demands":
		st.path = "/truces"
	}
	o.View = st.with()
	var words []string
	if set != list { // the list a feed names itself
		words = append(words, set)
	}
	for _, c := range st.chips() {
		words = append(words, c.Label)
	}
	if len(words) > 0 {
		o.Title += ": " + strings.Join(words, ", ")
	}
}

func isFeed(f export.Format) bool {
	return strings.Contains(f.Type, "atom+xml") || strings.Contains(f.Type, "feed+json") || strings.Contains(f.Type, "rss+xml")
}

// counted tells whether anything has been sent. Whoever takes what is sent has time for the next piece: a large file takes as long as it takes.
type counted struct {
	http.ResponseWriter
	control *http.ResponseController
	any     bool
}

// mostDownload is how long a file may take to be written.
const mostDownload = 10 * time.Minute

// mostPause is how long a client may take nothing of a file.
const mostPause = 30 * time.Second

func (c *counted) Write(b []byte) (int, error) {
	c.any = true
	_ = c.control.SetWriteDeadline(time.Now().Add(mostPause)) // where there is no deadline none is needed
	return c.ResponseWriter.Write(b)
}

// fileLink is a file of what a view shows.
type fileLink struct{ Label, About, Href string }

// fileLinks are the files of what a view shows. Those that most people want stand in a line, the others are folded.
type fileLinks struct {
	Total       int
	Files, More []fileLink
}

// filesOf are the files of a set with the filters of a view.
func filesOf(name string, st state, total int) fileLinks {
	out := fileLinks{Total: total}
	for _, set := range fileSets() {
		if set.name != name {
			continue
		}
		for _, f := range set.formats() {
			file := set.file(f)
			link := fileLink{labelOfFile(f), f.About, st.File("/" + file)}
			if folded(f) {
				out.More = append(out.More, link)
			} else {
				out.Files = append(out.Files, link)
			}
		}
	}
	return out
}

// filesBy are the files of a set of one thing: an incident, a report.
func filesBy(name, parameter, value string) fileLinks {
	return filesOf(name, state{values: url.Values{parameter: {value}}}, 1)
}

// folded tells whether few people want a form.
func folded(f export.Format) bool {
	switch f.Name {
	case "plover", "cameo", "icews", "parquet", "geoparquet", "sqlite", "timelinejs", "ics", "brief", "brief-html", "jsonl", "jsonfeed", "rss", "annotations", "brat", "labelstudio", "casebook":
		return true
	}
	return false
}

// labelOfFile is what a page calls a file.
func labelOfFile(f export.Format) string {
	switch form := strings.TrimPrefix(strings.TrimPrefix(f.Name, f.List()), "-"); form {
	case "":
		return "CSV"
	case "csv", "json", "kml":
		return strings.ToUpper(form)
	case "ucdp", "acled":
		return strings.ToUpper(form) + " columns"
	case "plover":
		return "POLECAT columns"
	case "cameo":
		return "Phoenix columns"
	case "icews":
		return "ICEWS columns"
	case "brief":
		return "situation report"
	case "brief-html":
		return "situation report, as a page"
	case "monthly":
		return "by month"
	case "atom":
		return "Atom feed"
	case "rss":
		return "RSS feed"
	case "jsonfeed":
		return "JSON Feed"
	case "ics":
		return "calendar"
	case "sqlite":
		return "SQLite"
	case "jsonl":
		return "JSON Lines"
	case "casebook":
		return "casebook, for sitrep import"
	case "annotations":
		return "Web Annotations"
	case "labelstudio":
		return "Label Studio"
	case "geojson":
		return "GeoJSON"
	case "geoparquet":
		return "GeoParquet"
	case "parquet":
		return "Parquet"
	case "timelinejs":
		return "TimelineJS"
	default:
		return form
	}
}

// feedsOf are the sets whose feeds a section of the menu has.
func feedsOf(section string) []string {
	switch section {
	case "claims", "reports":
		return []string{section}
	case "truces":
		return []string{"truces", "talks", "demands"}
	}
	return []string{"incidents"}
}

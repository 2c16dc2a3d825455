package web_test

import (
	"net/http"
	"strings"
	"testing"

	"sitrep/export"
)

// Every format of the command line comes from the API too, by its name, and says at its end what it could not carry.
func TestTheAPIGivesEveryFormat(t *testing.T) {
	w := examples(t)
	for _, f := range export.Formats() {
		r := w.get("/api/v1/export/" + f.Name + "?country=SYR")
		if r.Code != http.StatusOK || r.Header().Get("Content-Type") != f.Type || r.Body.Len() == 0 {
			t.Errorf("%s: %d, %s, %d bytes", f.Name, r.Code, r.Header().Get("Content-Type"), r.Body.Len())
		}
		if f.Name != "jsonl" && f.Name != "json" && r.Result().Trailer.Get(export.LeftOutTrailer) == "" {
			t.Errorf("%s does not say what it left out", f.Name)
		}
	}
}

func TestAFileOfTheAPIObeysItsFilters(t *testing.T) {
	w := examples(t)
	for _, filter := range []string{"", "?country=SYR", "?kind=talks&order=oldest", "?q=hospital"} {
		api, file := w.get("/api/v1/export/csv"+filter).Body.String(), w.get("/incidents.csv"+filter).Body.String()
		if api != file {
			t.Errorf("%s: the file of the API has %d bytes, that of the window %d", filter, len(api), len(file))
		}
	}
	for path, want := range map[string]int{
		"/api/v1/export/docx": http.StatusNotFound, "/api/v1/export/csv?stance=deny": http.StatusBadRequest, "/api/v1/export/csv?limit=5": http.StatusBadRequest,
		"/api/v1/export/csv?contry=SYR": http.StatusBadRequest, "/api/v1/export/claims?stance=deny": http.StatusOK,
	} {
		if r := w.get(path); r.Code != want {
			t.Errorf("%s: %d, want %d: %s", path, r.Code, want, r.Body)
		}
	}
}

// What a view of one incident or one report shows can be had in every form.
func TestAnIncidentAndAReportAreThereInEveryForm(t *testing.T) {
	w := examples(t)
	incident, report := "", ""
	for _, l := range links(w.tree("/")) {
		if strings.HasPrefix(l, "/incidents/") && !strings.Contains(l, "?") {
			incident = l
		}
	}
	for _, l := range links(w.tree(incident)) {
		if strings.HasPrefix(l, "/reports/") {
			report, _, _ = strings.Cut(l, "#")
		}
	}
	for page, endings := range map[string][]string{
		"/":      {".csv", ".json", ".jsonl", ".geojson", ".kml", ".ucdp.csv", ".acled.csv", ".parquet", ".geoparquet.parquet", ".sqlite.db", ".plover.tsv", ".ics", ".atom", ".brief.md"},
		incident: {".csv", ".jsonl", ".ucdp.csv", ".sqlite.db", ".kml"},
		report:   {".csv", ".geojson", ".annotations.jsonld", ".brat.zip", ".labelstudio.zip"},
	} {
		all := links(w.tree(page))
		for _, ending := range endings {
			found := false
			for _, l := range all {
				file, query, _ := strings.Cut(l, "?")
				if !strings.HasSuffix(file, ending) || page != "/" && query == "" {
					continue
				}
				if found = true; w.get(l).Code != http.StatusOK {
					t.Errorf("%s: %d", l, w.get(l).Code)
				}
				break
			}
			if !found {
				t.Errorf("%s links to no file %s", page, ending)
			}
		}
	}
}

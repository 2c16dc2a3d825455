package sqlite

import (
	"bytes"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sitrep"
	"sitrep/casebook"
	"sitrep/export/rows"
)

var update = flag.Bool("update", false, "write the tables in docs/export.md anew")

var raid = sitrep.Incident{ID: "a1", Kind: sitrep.Shelling, Title: "Shelling, Dorel", Place: sitrep.Place{Name: "Dorel", Countries: []string{"LOW", "UPL"}, Lat: -1.5, Lon: 20, Located: true},
	When:   sitrep.Interval{From: sitrep.CivilDate{Year: 2031, Month: 5}},
	Actors: []sitrep.IncidentActor{{Role: sitrep.Initiator, Name: "Northern Army", Confidence: sitrep.Accused, AccordingTo: []string{"Lake Watch"}}},
	Tally: []sitrep.Tally{{Harm: sitrep.Killed, Low: 3, Best: 5, High: 9, Open: true, RestsOn: []sitrep.TallyToll{{Count: 5, Origin: "the hospital", Quote: strings.Repeat("x", 400)}},
		SetAside: []sitrep.TallyToll{{Count: 9}}}},
	Origins:        []sitrep.Origin{{Name: "the army", Side: "NORTH", Kind: sitrep.Belligerent}},
	Course:         []sitrep.Turn{{What: "agreed"}, {What: "ended", AccordingTo: []string{"Lake Front"}}},
	Contradictions: []sitrep.Contradiction{{Field: "killed", Entries: []sitrep.ContradictionEntry{{Value: "5"}, {Value: "9"}}}},
	Events:         []sitrep.EventKey{{Report: "r1", Event: "e1"}}, LastPublished: time.Date(2031, 5, 3, 4, 5, 6, 0, time.FixedZone("", 3600))}

// opened is a database with the raid and a claim about it.
func opened(t *testing.T) *sql.DB {
	t.Helper()
	var b bytes.Buffer
	w := New(t.Context(), &b, rows.Head{Title: "Lake"})
	head := sitrep.ReportHead{ID: "r1", Title: "Shells"}
	claim := &Claim{ClaimRow: casebook.ClaimRow{Report: head, Claim: sitrep.Claim{ID: "c1", Source: "Lake Watch", Stance: sitrep.Accuse}, Incidents: []string{"a1"}}, OneSide: "NORTH"}
	for _, err := range []error{w.Write(&rows.Incident{Incident: raid, Heads: []sitrep.ReportHead{head}}), w.WriteClaim(claim), w.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "out.db")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestQuestions(t *testing.T) {
	db := opened(t)
	for query, want := range map[string]string{
		"SELECT id || kind || lat || killed_best || first_day || told_by_one_side_only FROM incidents":                                   "a1shelling-1.552031-05-01NORTH",
		"SELECT count(*) FROM incidents, json_each(countries) WHERE json_each.value = 'UPL'":                                             "1",
		"SELECT last_published FROM incidents":                                                                                           "2031-05-03T04:05:06+01:00",
		"SELECT ifnull(wounded_low, 'null') || ifnull(last_day, 'null') FROM incidents":                                                  "nullnull",
		"SELECT name || confidence || according_to || denied_by FROM actors WHERE role = 'initiator'":                                    `Northern Armyaccused["Lake Watch"][]`,
		"SELECT group_concat(count || origin || counts) FROM figures JOIN tallies USING (incident, line) WHERE counts":                   "5the hospital1",
		"SELECT length(quote) FROM figures WHERE counts":                                                                                 "300",
		"SELECT group_concat(what) FROM turns":                                                                                           "agreed,ended",
		"SELECT group_concat(value) FROM contradictions":                                                                                 "5,9",
		"SELECT c.stance || r.title || a.incident FROM claims c JOIN reports r ON r.id = c.report JOIN claims_about a ON a.claim = c.id": "accuseShellsa1",
		"SELECT count(*) FROM reports":                                                                                                   "1",
		"SELECT value FROM about WHERE key = 'title'":                                                                                    "Lake",
		"SELECT count(*) FROM columns WHERE about = '' OR about IS NULL":                                                                 "0",
		"PRAGMA integrity_check": "ok",
	} {
		var got string
		if err := db.QueryRowContext(t.Context(), query).Scan(&got); err != nil || got != want {
			t.Errorf("%s: got %q, want %q; %v", query, got, want, err)
		}
	}
}

func TestEveryColumnIsDescribed(t *testing.T) {
	db := opened(t)
	const query = `SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT IN ('about', 'columns')
		AND NOT EXISTS (SELECT 1 FROM columns d WHERE d."table" = m.name AND d."column" = c.name)`
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		t.Errorf("%s is not described", name)
	}
}

func TestNothingIsLeftBehind(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	w := New(t.Context(), &bytes.Buffer{}, rows.Head{})
	if err := w.Discard(); err != nil {
		t.Fatal(err)
	}
	if err := New(t.Context(), failing{}, rows.Head{}).Close(); err == nil {
		t.Error("a stream that takes nothing: no error")
	}
	left, err := os.ReadDir(os.TempDir())
	if err != nil || len(left) > 0 {
		t.Errorf("%v, %v", left, err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }

// tableDocs is the table of docs/export.md.
func tableDocs() string {
	var b strings.Builder
	b.WriteString("| table | what it is | columns |\n|---|---|---|\n")
	s := schema()
	for _, one := range s.all() {
		columns := one.columns()
		var names []string
		for _, c := range columns[1:] {
			names = append(names, "`"+c.column+"`")
		}
		if columns[0].table == "incidents" {
			names = []string{"those [above](#columns-of-an-incident)"}
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", columns[0].table, columns[0].about, strings.Join(names, ", "))
	}
	return b.String()
}

func TestTheDocsHaveTheTables(t *testing.T) {
	const docs = "../../docs/export.md"
	b, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(b), tableDocs()) {
		return
	}
	begin := slices.Max([]int{strings.Index(string(b), "| table | what it is |"), strings.Index(string(b), "TABLES\n")})
	if !*update || begin < 0 {
		t.Fatalf("%s has other tables: go test ./export/sqlite -update writes them", docs)
	}
	end := begin + strings.Index(string(b[begin:]), "\n\n") + 1
	if err := os.WriteFile(docs, []byte(string(b[:begin])+tableDocs()+string(b[end:])), 0o644); err != nil {
		t.Fatal(err)
	}
}

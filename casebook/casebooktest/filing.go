package casebooktest

import (
	"errors"

	"sitrep"
	"sitrep/casebook"
	"sitrep/record"
)

func testFiling(b *bench) {
	f := dorel.filing()
	has := must[bool](b)(b.Has(b.ctx, f.RawSHA256))
	is(b, "has the bytes before they are filed", has, false)
	filed := must[casebook.Filed](b)(b.File(b.ctx, f))
	is(b, "filed", filed, casebook.Filed{Report: "dorel-1", Version: 1, New: true})
	is(b, "has the bytes", must[bool](b)(b.Has(b.ctx, f.RawSHA256)), true)
	filed = must[casebook.Filed](b)(b.File(b.ctx, f))
	is(b, "filed again", filed, casebook.Filed{Report: "dorel-1", Version: 1})
	other := f
	other.Raw = []byte("<p>an advertisement</p>" + string(f.Raw))
	other.RawSHA256 = sum(string(other.Raw))
	is(b, "the same text in other bytes", must[casebook.Filed](b)(b.File(b.ctx, other)), casebook.Filed{Report: "dorel-1", Version: 1})
	is(b, "has the other bytes too", must[bool](b)(b.Has(b.ctx, other.RawSHA256)), true)
	b.stored(dorel, f)
	all := must[[]casebook.Filed](b)(b.FileAll(b.ctx, []casebook.Filing{kesh.filing(), dorel.filing(), talks.filing()}))
	is(b, "filed together", all, []casebook.Filed{{Report: "kesh-1", Version: 1, New: true}, {Report: "dorel-1", Version: 1}, {Report: "talks-1", Version: 1, New: true}})
	if _, err := b.FileAll(b.ctx, []casebook.Filing{dorelAgain.filing(), {}}); err == nil {
		b.Error("a filing without a reading: no error")
	}
	if _, err := b.Report(b.ctx, dorelAgain.id, 0); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("of filings that failed together one is kept (%v)", err)
	}
}

// stored compares what is kept with what was filed.
func (b *bench) stored(m made, f casebook.Filing) {
	b.Helper()
	got := must[casebook.StoredReport](b)(b.Report(b.ctx, m.id, 0))
	r := f.Reading.Report
	is(b, "head", got.Head, sitrep.ReportHead{ID: m.id, SHA256: r.SHA256, URL: m.url, Outlet: m.outlet, Title: m.title, Published: r.Published,
		PublishedBasis: r.PublishedBasis, Language: "en", Length: len(r.Text), Shingles: []uint64{1, 1 << 63, 42}, Version: 1, Filed: start})
	is(b, "text", got.Reading.Report.Text, r.Text)
	is(b, "events", got.Reading.Events, f.Reading.Events)
	is(b, "claims", got.Reading.Claims, f.Reading.Claims)
	is(b, "reader", got.Reader, reader)
	is(b, "source", got.Source, f.Source)
	is(b, "raw bytes", string(must[[]byte](b)(b.Raw(b.ctx, m.id, 0))), string(f.Raw))
}

func testVersions(b *bench) {
	first := dorel
	second := dorel
	second.killed, second.day, second.title = 7, "2021-06-18", "Seven dead in Dorel"
	late := dorel
	late.killed, late.day = 2, "2021-06-10"
	b.file(first)
	b.apply(incident("i", first))
	b.at(1)
	noted := second.filing()
	noted.Note = sitrep.CorrectionNote
	is(b, "a later text", must[casebook.Filed](b)(b.File(b.ctx, noted)), casebook.Filed{Report: "dorel-1", Version: 2, New: true})
	is(b, "an earlier text that comes later", must[casebook.Filed](b)(b.File(b.ctx, late.filing())), casebook.Filed{Report: "dorel-1", Version: 3, New: true})
	byURL := dorel
	byURL.id, byURL.killed, byURL.day = "another id", 8, "2021-06-19"
	is(b, "the same URL", must[casebook.Filed](b)(b.File(b.ctx, byURL.filing())), casebook.Filed{Report: "dorel-1", Version: 4, New: true})
	got := must[casebook.StoredReport](b)(b.Report(b.ctx, "dorel-1", 0))
	is(b, "the version that counts", got.Head.Version, 4)
	is(b, "its id", got.Reading.Report.ID, "dorel-1")
	is(b, "all versions", len(got.Versions), 4)
	is(b, "their notes", [2]sitrep.Note{got.Versions[0].Note, got.Versions[1].Note}, [2]sitrep.Note{"", sitrep.CorrectionNote})
	is(b, "an old text", must[casebook.StoredReport](b)(b.Report(b.ctx, "dorel-1", 1)).Reading.Report.Text, first.text())
	key := sitrep.EventKey{Report: "dorel-1", Event: byURL.eventID()}
	tellings := must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0))
	if len(tellings) != 1 || tellings[0].Key != key || tellings[0].Report.Version != 4 {
		b.Errorf("unplaced: got %+v, want the event of version 4", tellings)
	}
	is(b, "tellings of the old text", len(must[[]sitrep.Telling](b)(b.Tellings(b.ctx, []sitrep.EventKey{first.key()}))), 0)
	if _, err := b.Incident(b.ctx, "i"); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("the incident that only the old text told of: got %v, want that it is gone", err)
	}
	history := must[[]casebook.IncidentVersion](b)(b.History(b.ctx, "i"))
	if len(history) != 2 || !history[1].Gone {
		b.Errorf("its history: got %+v, want it and its end", history)
	}
}

func testRereading(b *bench) {
	b.file(dorel, dorelAgain)
	b.apply(incident("i", dorel, dorelAgain))
	same := dorel.filing()
	same.Reader.Version = "2"
	if err := b.Reread(b.ctx, same); err != nil {
		b.Fatal(err)
	}
	is(b, "unplaced after a reading that finds the same", len(must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0))), 0)
	is(b, "reader", must[casebook.StoredReport](b)(b.Report(b.ctx, "dorel-1", 0)).Reader, record.Reader{Version: "2", Model: "m", Lexicon: "l", Gazetteer: "g"})
	other := dorel.filing()
	other.Reader.Version = "3"
	other.Reading.Events[0].Kind = sitrep.Bombing
	other.Tellings[0].Event.Kind = sitrep.Bombing
	if err := b.Reread(b.ctx, other); err != nil {
		b.Fatal(err)
	}
	is(b, "unplaced after a reading that finds another kind", keysOf(must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0))), []sitrep.EventKey{dorel.key(), dorelAgain.key()})
	is(b, "kind", must[casebook.StoredReport](b)(b.Report(b.ctx, "dorel-1", 0)).Reading.Events[0].Kind, sitrep.Bombing)
	unknown := kesh.filing()
	if err := b.Reread(b.ctx, unknown); !errors.Is(err, casebook.ErrNotFound) {
		b.Errorf("reread a report that is not there: %v", err)
	}
	changed := dorel
	changed.killed = 9
	if err := b.Reread(b.ctx, changed.filing()); err == nil {
		b.Error("reread with another text: no error")
	}
}

func keysOf(list []sitrep.Telling) (out []sitrep.EventKey) {
	for _, t := range list {
		out = append(out, t.Key)
	}
	return out
}

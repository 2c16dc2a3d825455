package casebooktest

import (
	"sitrep"
)

func testTellings(b *bench) {
	b.file(kesh, dorelAgain, dorel)
	all := must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0))
	is(b, "unplaced, in the order of keys", keysOf(all), []sitrep.EventKey{dorel.key(), dorelAgain.key(), kesh.key()})
	is(b, "the first of them", keysOf(must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 1))), []sitrep.EventKey{dorel.key()})
	f := dorel.filing()
	want := f.Tellings[0]
	is(b, "event", all[0].Event, want.Event)
	is(b, "claims", all[0].Claims, want.Claims)
	is(b, "quotes", all[0].Quotes, want.Quotes)
	is(b, "words", all[0].Words, want.Words)
	is(b, "names around it", all[0].Around, want.Around)
	is(b, "title of its report", all[0].Report.Title, dorel.title)
	is(b, "shingles", all[0].Report.Shingles, want.Report.Shingles)
	none := sitrep.EventKey{Report: "dorel-1", Event: "none"}
	got := must[[]sitrep.Telling](b)(b.Tellings(b.ctx, []sitrep.EventKey{kesh.key(), none, dorel.key()}))
	is(b, "by key, in the order asked for", keysOf(got), []sitrep.EventKey{kesh.key(), dorel.key()})
	b.apply(incident("i-dorel", dorel, dorelAgain), incident("i-kesh", kesh))
	is(b, "unplaced when all are placed", len(must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0))), 0)
	if err := b.Mark(b.ctx, []string{"kesh-1", "nobody"}, []sitrep.EventKey{dorel.key(), none}); err != nil {
		b.Fatal(err)
	}
	is(b, "unplaced when marked", keysOf(must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0))), []sitrep.EventKey{dorel.key(), kesh.key()})
}

func testNamesAround(b *bench) {
	b.file(dorel, dorelAgain)
	b.apply(incident("i-dorel", dorel, dorelAgain))
	again := dorel.filing()
	if err := b.Reread(b.ctx, again); err != nil {
		b.Fatal(err)
	}
	is(b, "unplaced when nothing is new", len(must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0))), 0)
	again.Tellings[0].Around = []string{"dorel", "the bridge"}
	if err := b.Reread(b.ctx, again); err != nil {
		b.Fatal(err)
	}
	is(b, "unplaced when the report speaks of others", keysOf(must[[]sitrep.Telling](b)(b.Unplaced(b.ctx, 0))), []sitrep.EventKey{dorel.key(), dorelAgain.key()})
}

func testNeighbours(b *bench) {
	b.file(kesh, dorelAgain, dorel)
	near := must[[]sitrep.EventKey](b)
	is(b, "one key", near(b.Near(b.ctx, []string{"2021-06-15|dorel"})), []sitrep.EventKey{dorel.key(), dorelAgain.key()})
	is(b, "two keys", near(b.Near(b.ctx, []string{"2021-07-01|kesh", "shelling|upl"})), []sitrep.EventKey{dorel.key(), kesh.key()})
	is(b, "a key that nothing has", len(near(b.Near(b.ctx, []string{"x"}))), 0)
	b.apply(incident("i-dorel", dorel, dorelAgain), incident("i-kesh", kesh))
	of := must[[]sitrep.Incident](b)(b.IncidentsOf(b.ctx, []sitrep.EventKey{kesh.key(), dorelAgain.key(), dorel.key(), {Report: "x"}}))
	is(b, "incidents of events", idsOf(of), []string{"i-dorel", "i-kesh"})
	changed := dorel.filing()
	changed.Keys = [][]string{{"moved"}}
	if err := b.Reread(b.ctx, changed); err != nil {
		b.Fatal(err)
	}
	is(b, "a key that the event had", near(b.Near(b.ctx, []string{"shelling|upl"})), []sitrep.EventKey(nil))
	is(b, "its new key", near(b.Near(b.ctx, []string{"moved"})), []sitrep.EventKey{dorel.key()})
}

func idsOf(list []sitrep.Incident) (out []string) {
	for _, i := range list {
		out = append(out, i.ID)
	}
	return out
}
